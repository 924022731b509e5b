/** Which titles of a sentence are the films that others are to be like. */
import type { PatternMatch } from "../../patterns/pattern-set.js";
import { isPiece, type Piece, type PieceOf } from "../../spans/pieces.js";
import type { Sentence } from "../../spans/sentence.js";
import { likeliest, named } from "../named.js";
import type { Cue } from "./cues.js";

type Cues = readonly PatternMatch<Cue>[];

/** A title is looked for so many words from what tells that it is known already. */
const BESIDE_SEEN = 2;
/** The same of a short title, behind what introduces it. */
const BEHIND_LIKE = 8;
/** What a title is worth more behind a cue, and beside another. */
const INTRODUCED = 0.8;
const LISTED = 0.25;

/** All pieces of a sentence, titles where they may stand and worth what they are there. */
export function piecesWithTitles(sentence: Sentence, cues: Cues): readonly Piece[] {
  const pieces = sentence.withFilms.filter(
    (piece) => !isPiece(piece, "film") || (isTitleHere(sentence, piece, cues) && !isJoin(sentence, piece)),
  );
  // Beside a title a franchise of that name is one too.
  const spans = new Set(
    pieces.flatMap((piece) => (isPiece(piece, "film") ? `${piece.from} ${piece.to}` : [])),
  );
  return pieces
    .filter((piece) => !isPiece(piece, "collection") || !spans.has(`${piece.from} ${piece.to}`))
    .map((piece) => (isPiece(piece, "film") ? boosted(sentence, pieces, piece, cues) : piece));
}

/** "Akira o La princesa Mononoke" holds no film called "O la", nor "…, la de Keira" one called "La de". */
function isJoin({ spelt }: Sentence, { from, to }: Piece): boolean {
  return spelt.slice(from, to).every((word) => JOINS.has(word) || BESIDE_JOINS.has(word));
}

/** A film of a word or two is one only where a title is looked for: behind a cue, or beside another film. */
function isTitleHere(sentence: Sentence, { from, to }: Piece, cues: Cues): boolean {
  const isNoun =
    to - from === 1 && sentence.pieces.some((piece) => isPiece(piece, "noun") && piece.from === from);
  if (isNoun) return false;
  if (to - from > 2) return true;
  return (
    cues.some(({ meaning, to: end, from: begin }) => {
      if (meaning === "seen")
        return Math.abs(end - from) <= BESIDE_SEEN || Math.abs(begin - to) <= BESIDE_SEEN;
      return meaning !== "like" || (from >= end && from - end <= BEHIND_LIKE);
    }) || sentence.opensClause(from)
  );
}

function boosted(sentence: Sentence, pieces: readonly Piece[], piece: Piece, cues: Cues): Piece {
  const joins = (place: number) => JOINS.has(sentence.spelt[place] ?? "");
  const listed = pieces.some(
    (other) =>
      isPiece(other, "film") &&
      ((other.from === piece.to + 1 && joins(piece.to)) || (other.to === piece.from - 1 && joins(other.to))),
  );
  const more = (isIntroduced(piece, cues) ? INTRODUCED : 0) + (listed ? LISTED : 0);
  return { ...piece, weight: piece.weight + more };
}

/** Whether a cue stands just before a title, or an article between. */
export function isIntroduced({ from }: Piece, cues: Cues): boolean {
  return cues.some(
    ({ meaning, to }) => (meaning === "like" || meaning === "liked") && from - to >= 0 && from - to <= 1,
  );
}

/** Between titles of a list. */
const JOINS = new Set(["y", "e", "and", "o", "con", "u", "or", "meets", "mas", "mitad"]);
const BESIDE_JOINS = new Set(["de", "la", "las", "tambien", "also", "el", "los", "a", "half"]);

/** The titles that are named together with the longest: others are words of something else. */
export function joined(sentence: Sentence, films: readonly PieceOf<"film">[]): PieceOf<"film">[] {
  const [longest] = [...films].sort((a, b) => b.weight - a.weight);
  if (longest === undefined) return [];
  const at = films.indexOf(longest);
  const isJoined = (first: Piece | undefined, second: Piece | undefined) =>
    first !== undefined && second !== undefined && areJoined(sentence, first, second);
  let [from, to] = [at, at];
  while (isJoined(films[from - 1], films[from])) from--;
  while (isJoined(films[to], films[to + 1])) to++;
  return films.slice(from, to + 1);
}

function areJoined(sentence: Sentence, first: Piece, second: Piece): boolean {
  const between = sentence.spelt.slice(first.to, second.from);
  const isList = second.from === first.to && sentence.opensClause(second.from);
  return (
    isList ||
    (between.length <= 3 &&
      between.some((word) => JOINS.has(word)) &&
      between.every((word) => JOINS.has(word) || BESIDE_JOINS.has(word)))
  );
}

/** A title of more words is not looked for before another. */
const MOST_LISTED = 4;

/** "Whisky y 25 watts": a title before another that is too little known to be one elsewhere. */
export function listedBefore(
  sentence: Sentence,
  film: Piece | undefined,
  left: readonly number[],
): { readonly value: string; readonly from: number; readonly to: number } | undefined {
  const to = (film?.from ?? 0) - 1;
  if (!JOINS.has(sentence.spelt[to] ?? "") || !left.includes(to - 1)) return undefined;
  let from = to - 1;
  while (from > 0 && to - from < MOST_LISTED && left.includes(from - 1) && !sentence.opensClause(from))
    from--;
  const title = named(sentence.edition, sentence.textOf(from, to), 0);
  return title.fit === "exact" ? { value: title.value, from, to } : undefined;
}

/** Before what tells which film of that name is meant: "La ola, la alemana del profe". */
const TELLING_WHICH = new Set(["la", "el", "esa", "ese", "aquella", "the"]);

/** The end of the clause behind a title that tells nothing but which film it is; the title's own end where none does. */
export function endOfWhich(sentence: Sentence, { to }: Piece, films: readonly Piece[]): number {
  const { spelt, words } = sentence;
  const isTelling =
    sentence.opensClause(to) && TELLING_WHICH.has(spelt[to] ?? "") && (spelt[to + 1] ?? "mas") !== "mas";
  if (!isTelling || films.some(({ from }) => from === to || from === to + 1)) return to;
  let end = to + 1;
  while (end < words.length && !sentence.opensClause(end) && !ENDS_WHICH.has(spelt[end] ?? "")) end++;
  return end;
}

const ENDS_WHICH = new Set(["pero", "y", "but", "and", "que", "otra", "algo"]);

/** The exact value of a title, of the year that is told behind it. */
export function exactValueOf(sentence: Sentence, piece: PieceOf<"film">, end: number): string {
  const text = sentence.textOf(piece.from, piece.to);
  const year = sentence.words.slice(piece.to, end).find((word) => /^(?:19|20)\d\d$/u.test(word));
  const dated = year === undefined ? undefined : named(sentence.edition, `${text} ${year}`, 0);
  const title = dated?.fit === "exact" ? dated : named(sentence.edition, text, 0);
  if (title.fit === "exact" || title.fit === "several") return likeliest(sentence, title);
  return `tmdb:${sentence.edition.catalog.films.id[piece.meaning.row]}`;
}
