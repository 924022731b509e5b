/** "algo como …", "me gustó … y …": films like others. */
import type { OptionValues } from "../../chat/answer/schema.js";
import { filtersOf } from "../filters/filters.js";
import { ASKING_FOR_LIKE, LIKE, LIKED } from "../lexicon/similar.js";
import { type PatternMatch, PatternSet } from "../patterns/pattern-set.js";
import { isPiece, type Piece, type PieceOf, type Relative } from "../spans/pieces.js";
import { overlaps, type Sentence } from "../spans/sentence.js";
import { likeliest, named } from "./named.js";
import { asks, type Reader, type Reading } from "./reading.js";

type Cue = "like" | "liked" | "asking" | "seen";

const SEEN = [
  "[no|ya] [que|porque|pero] ya (la|las|lo|los) (vi|vimos|he visto|tengo vista|hemos visto|vimo|tengo mas que vista)",
  "ya (vi|he visto|hemos visto)",
  "(i ve|i have) [already] seen",
  "already (seen|saw) [it|that]",
  "no que ya la vi",
  "esa no",
];

const PATTERNS = new PatternSet<Cue>([
  ["like", LIKE],
  ["liked", LIKED],
  ["asking", ASKING_FOR_LIKE],
  ["seen", SEEN],
]);

export const SIMILAR_WORDS = PATTERNS.words;

/** A title is looked for so many words behind what introduces it. */
const BEHIND = 2;
/** What may stand where a title ends. */
const BOUNDARY = new Set(
  "pero que en de con sin y o e para por ni but that with without from on in and no plis pls please algo ponme dame recomiendame".split(
    " ",
  ),
);
const SHORTER_THAN_SO = 120;

export function similar(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  const cues = PATTERNS.all(sentence.spelt).filter((cue) => !isPartOfAnother(sentence, cue));
  const hasLike = cues.some(({ meaning }) => meaning === "like");
  const liked = cues.filter(({ meaning }) => meaning === "liked");
  const asking = cues.some(({ meaning }) => meaning === "asking");
  if (!hasLike && !(liked.length > 0 && asking) && !(asking && cues.length > 0)) return undefined;
  let best: Reading | undefined;
  for (const places of cueChoices(cues)) {
    const reading = read(reader, cues, places);
    if (reading && reading.score > (best?.score ?? 0)) best = reading;
  }
  return best;
}

/** "Cómo se llama …" asks for no likeness. */
const NAMES_IT = new Set(["se", "estas", "estan", "va", "te"]);

/** "Como agua para chocolate" is a title, and "como director" a role. */
function isPartOfAnother(
  { pieces, withFilms, spelt }: Sentence,
  { from, to, meaning }: PatternMatch<Cue>,
): boolean {
  if (meaning !== "like") return false;
  const isCovered = (piece: Piece) =>
    piece.from <= from &&
    to <= piece.to &&
    (isPiece(piece, "role") || (isPiece(piece, "filler") && piece.to > to));
  if (pieces.some(isCovered) || NAMES_IT.has(spelt[to] ?? "")) return true;
  return withFilms.some(
    (piece) => isPiece(piece, "film") && piece.to - piece.from > 2 && piece.from <= from && to < piece.to,
  );
}

/** All cues that do not stand in one another; of "like" cues each alone too, since "como" is part of titles. */
function* cueChoices(cues: readonly PatternMatch<Cue>[]): Generator<ReadonlySet<number>> {
  const sorted = [...cues].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const taken = new Set<number>();
  for (const { from, to } of sorted) {
    if (overlaps(taken, from, to)) continue;
    for (let place = from; place < to; place++) taken.add(place);
  }
  yield taken;
  const likes = sorted.filter(({ meaning }) => meaning === "like" || meaning === "liked");
  if (likes.length < 2) return;
  for (const like of likes.sort((a, b) => a.from - b.from).slice(0, 2)) {
    const alone = new Set(taken);
    for (const other of likes)
      if (other !== like && !(other.from < like.to && like.from < other.to)) {
        for (let place = other.from; place < other.to; place++) alone.delete(place);
      }
    yield alone;
  }
}

function read(
  reader: Reader,
  cues: readonly PatternMatch<Cue>[],
  places: ReadonlySet<number>,
): Reading | undefined {
  const { sentence } = reader;
  const used = cues.filter(({ from, to }) => overlaps(places, from, to));
  const pieces = sentence.withFilms.filter(
    (piece) => !isPiece(piece, "film") || isTitleHere(sentence, piece, used),
  );
  // Beside a title a franchise of that name is one too.
  const spans = new Set(
    pieces.flatMap((piece) => (isPiece(piece, "film") ? `${piece.from} ${piece.to}` : [])),
  );
  const titles = pieces.filter(
    (piece) => !isPiece(piece, "collection") || !spans.has(`${piece.from} ${piece.to}`),
  );
  const boosted = titles.map((piece) =>
    isPiece(piece, "film") ? boost(sentence, pieces, piece, used) : piece,
  );
  const cover = sentence.cover(boosted, places);
  const films = cover.pieces.filter((piece) => isPiece(piece, "film"));
  if (films.length > 0) return withFilms(reader, boosted, places, films, used);
  return withNearTitle(reader, places, used);
}

/** A film of a word or two is one only where a title is looked for: behind a cue, or beside another film. */
function isTitleHere(sentence: Sentence, { from, to }: Piece, cues: readonly PatternMatch<Cue>[]): boolean {
  const isNoun =
    to - from === 1 && sentence.pieces.some((piece) => isPiece(piece, "noun") && piece.from === from);
  if (isNoun) return false;
  if (to - from > 2) return true;
  return (
    cues.some(({ meaning, to: end, from: begin }) => {
      if (meaning === "seen") return Math.abs(end - from) <= BEHIND || Math.abs(begin - to) <= BEHIND;
      if (meaning === "asking" || meaning === "liked") return true;
      return from >= end && from - end <= 8;
    }) || sentence.opensClause(from)
  );
}

function boost(
  sentence: Sentence,
  pieces: readonly Piece[],
  piece: Piece,
  cues: readonly PatternMatch<Cue>[],
): Piece {
  const introduced = cues.some(
    ({ meaning, to }) =>
      (meaning === "like" || meaning === "liked") && piece.from - to >= 0 && piece.from - to <= 1,
  );
  const joins = (place: number) => JOINS.has(sentence.spelt[place] ?? "");
  const listed = pieces.some(
    (other) =>
      isPiece(other, "film") &&
      ((other.from === piece.to + 1 && joins(piece.to)) || (other.to === piece.from - 1 && joins(other.to))),
  );
  return { ...piece, weight: piece.weight + (introduced ? INTRODUCED : 0) + (listed ? LISTED : 0) };
}

/** What a title is worth more behind a cue, and beside another. */
const INTRODUCED = 0.8;
const LISTED = 0.25;

function withFilms(
  reader: Reader,
  pieces: readonly Piece[],
  places: ReadonlySet<number>,
  films: readonly PieceOf<"film">[],
  cues: readonly PatternMatch<Cue>[],
): Reading | undefined {
  const { sentence } = reader;
  const { catalog } = sentence.edition;
  const seen = films.filter(({ from, to }) =>
    cues.some((cue) => cue.meaning === "seen" && (Math.abs(cue.from - to) <= 1 || from === cue.to)),
  );
  const all = films.filter((film) => !seen.includes(film) && !isNotWanted(sentence, film));
  const kept = joined(sentence, all);
  if (kept.length === 0) return undefined;
  // What seemed a title beside those is read as something else.
  const cover = sentence.cover(
    pieces.filter((piece) => !isPiece(piece, "film") || !all.includes(piece) || kept.includes(piece)),
    places,
  );
  const read = filtersOf(sentence, cover.pieces, cover.left);
  const { left, relatives } = read;
  const options = withKnownThemes(sentence, read.options);
  const values = [...new Set(kept.map((piece) => exactValueOf(sentence, piece)))];
  const excluded = seen.map(({ meaning }) => `tmdb:${catalog.films.id[meaning.row]}`);
  const filters = withRelatives(
    withoutSaid(options, excluded),
    relatives,
    yearOf(reader, kept[0]?.meaning.row),
  );
  const base: OptionValues = values.length > 1 ? { gusta: values } : { titulo: values[0] ?? "" };
  // "Tipo nouvelle vague" is said of what films are about.
  const isTheme = kept.some(({ from, to }) =>
    sentence.pieces.some(
      (piece) => isPiece(piece, "theme") && piece.from === from && piece.to === to && to - from > 1,
    ),
  );
  const isSure = kept.some(({ from, to }) => to - from > 1);
  const score = Math.max(isSure ? SURE_OF_TITLE : 0.2, 0.96 - 0.1 * left.length);
  return asks(
    reader,
    "recomendar",
    { ...base, ...filters },
    isTheme && !isLiked(cues) ? THEME_AS_WELL : score,
  );
}

/** Beside a title, words that no theme is known by are said of that film. */
function withKnownThemes(sentence: Sentence, { tema, ...options }: OptionValues): OptionValues {
  const { find } = sentence.edition;
  const known = (Array.isArray(tema) ? tema : []).filter(
    (theme) => find.theme(String(theme)).kind === "found",
  );
  return known.length > 0 ? { ...options, tema: known } : options;
}

/** Where a title of several words was found, words that are left over are said of something else. */
const SURE_OF_TITLE = 0.82;
const THEME_AS_WELL = 0.8;

function isLiked(cues: readonly PatternMatch<Cue>[]): boolean {
  return cues.some(({ meaning, to, from }) => meaning === "liked" || (meaning === "like" && to - from > 1));
}

/** Whether it is said before a title that it is not wanted. */
function isNotWanted(sentence: Sentence, { from }: Piece): boolean {
  return sentence.pieces.some((piece) => isPiece(piece, "not") && piece.to <= from && from - piece.to <= 1);
}

/** Between titles of a list. */
const JOINS = new Set(["y", "e", "and", "o", "con", "u", "or", "meets", "mas"]);
const BESIDE_JOINS = new Set(["de", "la", "las", "tambien", "also", "el", "los", "a"]);

/** The titles that are named together with the longest: others are words of something else. */
function joined(sentence: Sentence, films: readonly PieceOf<"film">[]): PieceOf<"film">[] {
  const [longest] = [...films].sort((a, b) => b.weight - a.weight);
  if (longest === undefined) return [];
  const at = films.indexOf(longest);
  const isJoined = (first: Piece, second: Piece) => {
    const between = sentence.spelt.slice(first.to, second.from);
    const isList = second.from === first.to && sentence.opensClause(second.from);
    return (
      isList ||
      (between.length <= 3 &&
        between.some((word) => JOINS.has(word)) &&
        between.every((word) => JOINS.has(word) || BESIDE_JOINS.has(word)))
    );
  };
  let [from, to] = [at, at];
  for (
    let one = films[from - 1], two = films[from];
    one && two && isJoined(one, two);
    one = films[from - 1], two = films[from]
  )
    from--;
  for (
    let one = films[to], two = films[to + 1];
    one && two && isJoined(one, two);
    one = films[to], two = films[to + 1]
  )
    to++;
  return films.slice(from, to + 1);
}

function exactValueOf(sentence: Sentence, piece: Piece): string {
  const title = named(sentence.edition, sentence.textOf(piece.from, piece.to), 0);
  if (title.fit === "exact" || title.fit === "several") return likeliest(sentence, title);
  return isPiece(piece, "film")
    ? `tmdb:${sentence.edition.catalog.films.id[piece.meaning.row]}`
    : title.value;
}

/** What is left of filters beside films: how many are wanted says nothing here where it is one. */
function withoutSaid(
  { cantidad, orden, excluir, franquicia: _same, ...filters }: OptionValues,
  excluded: readonly string[],
): OptionValues {
  const all = [...(Array.isArray(excluir) ? excluir : []), ...excluded];
  return {
    ...filters,
    ...(typeof cantidad === "number" && cantidad > 1 ? { cantidad } : {}),
    ...(orden === "joya" ? { menos_populares: true } : {}),
    ...(all.length > 0 ? { excluir: all } : {}),
  };
}

function yearOf({ sentence }: Reader, row: number | undefined): number | undefined {
  const { films } = sentence.edition.catalog;
  const day = row === undefined ? undefined : films.releaseDate.get(row as never);
  return day === undefined ? undefined : new Date(day * 86_400_000).getUTCFullYear();
}

/** "Más nuevo" than the film, "más triste": as filters. */
function withRelatives(
  filters: OptionValues,
  relatives: readonly Relative[],
  year: number | undefined,
): OptionValues {
  const further: Record<string, OptionValues[string]> = {};
  const list = (name: string) => (Array.isArray(filters[name]) ? filters[name] : []);
  for (const relative of relatives) {
    if (relative === "newer" && year !== undefined) further.desde = year + 1;
    if (relative === "older" && year !== undefined) further.hasta = year - 1;
    if (relative === "shorter") further.duracion_max = SHORTER_THAN_SO;
    if (relative === "sadder") further.genero = [...list("genero"), "Drama"];
    if (relative === "funnier") further.genero = [...list("genero"), "Comedy"];
  }
  return { ...further, ...filters, ...(further.genero ? { genero: further.genero } : {}) };
}

/** No title stands there just so: what follows the cue, up to where a title may end, is looked for. */
function withNearTitle(
  reader: Reader,
  places: ReadonlySet<number>,
  cues: readonly PatternMatch<Cue>[],
): Reading | undefined {
  const { sentence } = reader;
  const cue =
    cues.find(({ meaning }) => meaning === "like") ?? cues.find(({ meaning }) => meaning === "liked");
  if (cue === undefined) return undefined;
  let end = cue.to;
  while (
    end < sentence.words.length &&
    !places.has(end) &&
    (end === cue.to || (!BOUNDARY.has(sentence.words[end] ?? "") && !sentence.opensClause(end)))
  )
    end++;
  for (const to of furtherEnds(sentence, cue.to, end, places)) {
    const title = named(sentence.edition, sentence.textOf(cue.to, to), 0);
    // Figures and words of the lexicon alone are no title: "like 1998 to 2002".
    const isTitle = title.fit !== "none" && /\p{L}{3}/u.test(title.value + sentence.textOf(cue.to, to));
    if (!isTitle || isSaidByLexicon(sentence, cue.to, to)) continue;
    const read = new Set([...places, ...Array.from({ length: to - cue.to }, (_, at) => cue.to + at)]);
    const cover = sentence.cover(sentence.pieces, read);
    const { options, left, relatives } = filtersOf(sentence, cover.pieces, cover.left);
    const filters = withRelatives(withoutSaid(options, []), relatives, yearOf(reader, title.film));
    const score = Math.max(0.2, (title.fit === "close" ? 0.75 : 0.85) - 0.1 * left.length);
    return asks(reader, "recomendar", { titulo: title.value, ...filters }, score);
  }
  return undefined;
}

/** Where a title may end that begins at a place: at the first boundary, the second, or the end. */
function furtherEnds(sentence: Sentence, from: number, first: number, places: ReadonlySet<number>): number[] {
  const ends = [first];
  for (let end = first + 1; end <= sentence.words.length && ends.length < 3; end++) {
    const stops =
      end === sentence.words.length ||
      places.has(end) ||
      sentence.opensClause(end) ||
      BOUNDARY.has(sentence.words[end] ?? "");
    if (stops) ends.push(end);
    if (places.has(end) || sentence.opensClause(end)) break;
  }
  return ends.filter((end) => end > from);
}

/** Whether every word means something else: a year, a genre, politeness. */
function isSaidByLexicon(sentence: Sentence, from: number, to: number): boolean {
  const { left } = sentence.cover(sentence.pieces.filter(({ meaning }) => meaning.kind !== "theme"));
  return left.every((place) => place < from || place >= to);
}
