/** "algo como …", "me gustó … y …": films like others. */
import type { OptionValues } from "../../../chat/answer/schema.js";
import type { Steps } from "../../../steps.js";
import { filtersOf } from "../../filters/filters.js";
import type { PatternMatch } from "../../patterns/pattern-set.js";
import { countAt } from "../../spans/figures.js";
import { isPiece, type Piece, type PieceOf } from "../../spans/pieces.js";
import { overlaps, type Sentence } from "../../spans/sentence.js";
import { asks, type Reader, type Reading } from "../reading.js";
import { type Cue, cueChoices, cuesOf } from "./cues.js";
import { filtersBeside } from "./filters.js";
import { withNearTitle } from "./near-title.js";
import { endOfWhich, exactValueOf, isIntroduced, joined, listedBefore, piecesWithTitles } from "./titles.js";

type Cues = readonly PatternMatch<Cue>[];

export function* similar(reader: Reader): Steps<Reading | undefined> {
  const cues = cuesOf(reader.sentence);
  let best: Reading | undefined;
  if (cues.length === 0) return best;
  for (const places of cueChoices(cues)) {
    const reading = yield* read(reader, cues, places);
    yield;
    if (reading && reading.score > (best?.score ?? 0)) best = reading;
  }
  return best;
}

function* read(reader: Reader, cues: Cues, places: ReadonlySet<number>): Steps<Reading | undefined> {
  const { sentence } = reader;
  const used = cues.filter(({ from, to }) => overlaps(places, from, to));
  const pieces = [...piecesWithTitles(sentence, used), ...countsBefore(sentence, used)].map((piece) =>
    isOfSomebody(sentence, piece) || isTold(sentence, piece)
      ? { ...piece, meaning: { kind: "filler" } as const }
      : piece,
  );
  const films = sentence.cover(pieces, places).pieces.filter((piece) => isPiece(piece, "film"));
  return films.length > 0
    ? yield* withFilms(reader, pieces, places, films, used)
    : yield* withNearTitle(reader, places, used);
}

/** "Mi hijo ha visto Cars mil veces" tells who saw it; "para mi hijo" asks for films. */
function isOfSomebody({ spelt }: Sentence, { from, to, meaning }: Piece): boolean {
  if (meaning.kind !== "genre" || !meaning.genres.includes(FAMILY)) return false;
  const said = spelt.slice(Math.max(0, from - MOST_BEFORE), to);
  return spelt.slice(from, to).some((word) => SOMEBODY.has(word)) && !said.some((word) => FOR.has(word));
}

/** "… y lloró": beside titles a word is a theme that is asked for only where something introduces it. */
function isTold({ spelt }: Sentence, { from, to, meaning }: Piece): boolean {
  if (meaning.kind !== "theme" || to - from > 1) return false;
  const before = ARTICLES.has(spelt[from - 1] ?? "") ? from - 2 : from - 1;
  const isMeasure = spelt[before] === "de" && MEASURES.has(spelt[before - 1] ?? "");
  return isMeasure || !BEFORE_THEMES.has(spelt[before] ?? "");
}

const ARTICLES = new Set("la el los las un una unos unas the a".split(" "));
const MEASURES = new Set(["igual", "asi"]);
const BEFORE_THEMES = new Set(
  "de del sobre con sin en pero mas menos of about with without in but no ni not involving algo pelis peliculas movies films trate vaya".split(
    " ",
  ),
);

const FAMILY = "Family";
const MOST_BEFORE = 3;
const SOMEBODY = new Set(
  "mi mis my our hijo hija hijos hijas kid kids niños ninos nene nena nenes peques sobrino sobrina sobrinos nieto nieta nietos son daughter children".split(
    " ",
  ),
);
const FOR = new Set(["para", "for", "apta", "aptas", "apto"]);

/** "Las 3 más parecidas a", "dame 10 como": how many are wanted. */
function countsBefore({ spelt }: Sentence, cues: Cues): Piece[] {
  return cues.flatMap(({ meaning, from }) => {
    const count = meaning === "like" ? countAt(spelt, from - 1) : undefined;
    if (count === undefined) return [];
    const begin = spelt[from - 2] === "top" ? from - 2 : from - 1;
    return [{ from: begin, to: from, weight: COUNTED, meaning: { kind: "count", count } }];
  });
}

/** What a number before a cue is worth, as a count: more than a title of those words ("Top Five"). */
const COUNTED = 3;

/** Where a title is surely meant, words that are left over are said of something else. */
const SURE_OF_TITLE = 0.82;
const THEME_AS_WELL = 0.8;
/** What each word costs that is left over, beside the titles and elsewhere. */
const LEFT_OVER = 0.1;
const LEFT_ELSEWHERE = 0.03;

function* withFilms(
  reader: Reader,
  pieces: readonly Piece[],
  places: ReadonlySet<number>,
  films: readonly PieceOf<"film">[],
  cues: Cues,
): Steps<Reading | undefined> {
  const { sentence } = reader;
  const { catalog } = sentence.edition;
  const seen = films.filter(({ from, to }) =>
    cues.some((cue) => cue.meaning === "seen" && (Math.abs(cue.from - to) <= 1 || from === cue.to)),
  );
  const all = films.filter((film) => !seen.includes(film) && !isNotWanted(sentence, film));
  const kept = joined(sentence, all);
  if (kept.length === 0) return undefined;
  const ends = kept.map((film) => endOfWhich(sentence, film, films));
  // What seemed a title beside those is read as something else.
  const others = pieces.filter(
    (piece) => !isPiece(piece, "film") || !all.includes(piece) || kept.includes(piece),
  );
  const said = sentence.cover(others, withWhich(places, kept, ends));
  const read = yield* filtersOf(sentence, said.pieces, said.left);
  const listed = listedBefore(sentence, kept[0], read.left);
  const values = [
    ...new Set([
      ...(listed ? [listed.value] : []),
      ...kept.map((film, at) => exactValueOf(sentence, film, ends[at] ?? film.to)),
    ]),
  ];
  const excluded = seen.map(({ meaning }) => `tmdb:${catalog.films.id[meaning.row]}`);
  const filters = filtersBeside(sentence, read, kept[0]?.meaning.row, excluded);
  const base: OptionValues = values.length > 1 ? { gusta: values } : { titulo: values[0] ?? "" };
  const score = Math.max(
    isSure(kept, cues) ? SURE_OF_TITLE : 0.2,
    0.96 -
      costOf(
        sentence,
        listed ? read.left.filter((place) => place < listed.from || place >= listed.to) : read.left,
        kept,
        cues,
      ),
  );
  const isDoubtful = isTheme(sentence, kept) && !isLiked(cues);
  return asks(reader, "recomendar", { ...base, ...filters }, isDoubtful ? THEME_AS_WELL : score);
}

/** A title of several words, or of one that is told to be one. */
function isSure(films: readonly PieceOf<"film">[], cues: Cues): boolean {
  const strong = cues.filter(({ meaning, from, to }) => meaning === "liked" || to - from > 1);
  return films.some((film) => film.to - film.from > 1 || isIntroduced(film, strong));
}

function costOf(sentence: Sentence, left: readonly number[], films: readonly Piece[], cues: Cues): number {
  const asking = new Set([...films, ...cues].map(({ from }) => sentence.clauseOf(from)));
  return left.reduce(
    (cost, place) => cost + (asking.has(sentence.clauseOf(place)) ? LEFT_OVER : LEFT_ELSEWHERE),
    0,
  );
}

/** Places that are read, and those of the clauses that tell which films are meant. */
function withWhich(
  places: ReadonlySet<number>,
  films: readonly Piece[],
  ends: readonly number[],
): ReadonlySet<number> {
  const further = films.flatMap(({ to }, at) =>
    Array.from({ length: (ends[at] ?? to) - to }, (_, behind) => to + behind),
  );
  return further.length === 0 ? places : new Set([...places, ...further]);
}

/** log10 of the votes of a film that is meant before a theme of its name. */
const KNOWN_FILM = 3;

/** "Tipo nouvelle vague" is said of what films are about. */
function isTheme(sentence: Sentence, films: readonly PieceOf<"film">[]): boolean {
  const unknown = films.filter(({ meaning }) => meaning.known < KNOWN_FILM);
  return unknown.some(({ from, to }) =>
    sentence.pieces.some(
      (piece) => isPiece(piece, "theme") && piece.from === from && piece.to === to && to - from > 1,
    ),
  );
}

function isLiked(cues: Cues): boolean {
  return cues.some(({ meaning, to, from }) => meaning === "liked" || (meaning === "like" && to - from > 1));
}

/** Whether it is said before a title that it is not wanted. */
function isNotWanted(sentence: Sentence, { from }: Piece): boolean {
  return sentence.pieces.some((piece) => isPiece(piece, "not") && piece.to <= from && from - piece.to <= 1);
}
