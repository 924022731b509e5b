/** What a header is called for matching: people, spreadsheets and programs write the same column in many ways. */

/** Names that are written with a capital inside, though they are one word. */
const ONE_WORD = /\b(?:IMDb|TMDb|MovieLens|JustWatch)/gu;
const BYTE_ORDER_MARK = /^\uFEFF/u;
const MARKS = /\p{Mark}+/gu;
const SMALL_THEN_CAPITAL = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu;
const CAPITALS_THEN_WORD = /(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/** Columns that only number the rows, under whichever name a program gives them. */
const UNNAMED = /^(?:unnamed_\d+(?:_\d+)?(?:_level_\d+)?|column_?\d+|c\d+)$/u;
/** These may be columns of their own elsewhere: at the beginning they number the rows. */
const LEADING_INDEX = new Set([
  "index",
  "level_0",
  "index_level_0",
  "rownames",
  "row_names",
  "row_number",
  "x",
  "x1",
  "1",
]);

/**
 * One cell of a header: "voteAverage", " Vote Average", "vote-average" and "VOTE_AVERAGE" are all "vote_average". Accents
 * go; "" where nothing is left.
 */
export function headerName(cell: string): string {
  return cell
    .replace(BYTE_ORDER_MARK, "")
    .replace(ONE_WORD, (name) => name.charAt(0) + name.slice(1).toLowerCase())
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(SMALL_THEN_CAPITAL, "_")
    .replace(CAPITALS_THEN_WORD, "_")
    .toLowerCase()
    .replace(BETWEEN_WORDS, "_")
    .replace(/^_|_$/gu, "");
}

/**
 * The cells of a header, each as `headerName` has it, in their places; undefined for columns without a name and for
 * those at the beginning that only number the rows ("", "Unnamed: 0", "index").
 */
export function headerNames(cells: readonly string[]): (string | undefined)[] {
  const names = cells.map(headerName);
  const isUnnamed = (name: string | undefined): boolean => name === "" || UNNAMED.test(name ?? "");
  const first = names.findIndex((name) => !isUnnamed(name) && !LEADING_INDEX.has(name));
  return names.map((name, place) =>
    isUnnamed(name) || (place < first && names.length > 1) ? undefined : name,
  );
}

/** Words that some put between the others: "número de votos", "date of release". */
const SMALL_WORDS = /_(?:de_la|de_los|de_las|del|de|of_the|of|la|el|the)(?=_)/gu;
/** What a column counts in, and the plural that may be one: "Presupuesto (USD)", "Runtime (min)", "Genre(s)". */
const UNIT = /_(?:(?:in|en)_)?(?:usd|us|dollars|dolares|min|mins|minutes|minutos|s|list|lista)$/u;
const MILLIONS =
  /_(?:(?:in|en)_)?(?:usd_|us_)?(?:m|mm|mln|mill|millions?|millones)(?:_(?:usd|us|dollars|dolares|de_dolares|de_usd|of_dollars))?$/u;

/** Whether a column tells sums in millions: "Budget (M$)", "recaudacion_millones". */
export function countsMillions(cell: string): boolean {
  return MILLIONS.test(headerName(cell));
}

/** What a column may be called besides, likeliest first: without small words, and without what it counts in. */
export function furtherNames(name: string): readonly string[] {
  const shorter = name.replace(SMALL_WORDS, "");
  const bare = [name, shorter].flatMap((one) => [one.replace(UNIT, ""), one.replace(MILLIONS, "")]);
  return [...new Set([shorter, ...bare])].filter((one) => one !== name && one !== "");
}

/** Names without the word that all of them begin with, as Hive has them ("movies.id"); undefined where there is none. */
export function withoutCommonWord(
  names: readonly (string | undefined)[],
): (string | undefined)[] | undefined {
  const told = names.filter((name) => name !== undefined);
  const word = /^[^_]+_/u.exec(told[0] ?? "")?.[0];
  if (word === undefined || told.length < 3 || !told.every((name) => name.startsWith(word))) return undefined;
  return names.map((name) => name?.slice(word.length));
}
