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
