/** A title and what is told of the film beside it: "campeones, la de Javier Gutiérrez", "caracortada con Al Pacino". */
import { JOINERS, OPENERS, WHICH } from "../lexicon/questions/described.js";
import { PatternSet } from "../patterns/pattern-set.js";
import { isPiece, type Piece } from "../spans/pieces.js";
import { overlaps, type Sentence } from "../spans/sentence.js";
import { isPolite, type NamedTitle, named, type Slot } from "./named.js";

const OPENING = new PatternSet<"opener">([["opener", OPENERS]]);
const JOINING = new PatternSet<"joiner">([["joiner", JOINERS]]);
const TELLING = new PatternSet<"which">([["which", WHICH]]);

/** Words that are spelt right. */
export const describingWords = (): Iterable<string> => [...OPENING.words, ...JOINING.words, ...TELLING.words];

/** What can be held against a film. */
const TOLD: ReadonlySet<string> = new Set(["person", "years", "country", "company"]);
/** log10 of the votes of a film that is meant by one word of which nothing is told that bears it out. */
const KNOWN_WORD = 1.3;
/** So many titles of a text are tried. */
const MOST_TRIED = 3;

/** A title with what is told behind it. */
interface Described {
  readonly title: Slot;
  /** log10 of the votes of the film. */
  readonly known: number;
  /** Behind the last word that is told. */
  readonly end: number;
}

/**
 * The film of a title that is told more closely behind it. What is told and the catalogue does not know ("la de los
 * discapacitados") says nothing against a film; undefined where no title is followed by what tells of it.
 * @param without places that the question itself takes
 */
export function describedTitle(sentence: Sentence, without: ReadonlySet<number>): NamedTitle | undefined {
  let several: NamedTitle | undefined;
  for (const described of describedIn(sentence, without)) {
    const title = filmOf(sentence, described);
    if (title?.fit === "exact") return title;
    if (title?.fit === "several") several ??= title;
  }
  return several;
}

/** "La primera Toy Story": whether some words are nothing but a name and what tells which film of that name. */
export function isByPlace(sentence: Sentence, { from, to }: Slot): boolean {
  const telling = TELLING.all(sentence.spelt).filter((run) => run.from >= from && run.to <= to);
  if (telling.length === 0) return false;
  const named = sentence.withFilms.filter(
    (piece) =>
      (isPiece(piece, "film") || isPiece(piece, "collection")) &&
      piece.from >= from &&
      piece.to <= to &&
      !overlaps(
        new Set(telling.flatMap((run) => introducedPlaces(sentence, run, run.from))),
        piece.from,
        piece.to,
      ),
  );
  const told: Piece[] = telling.map((run) => ({
    ...run,
    weight: run.to - run.from,
    meaning: { kind: "cue" },
  }));
  const { left, pieces } = sentence.cover([...named, ...told]);
  const isInside = (place: number) => place >= from && place < to;
  return !left.some(isInside) && pieces.some((piece) => named.includes(piece));
}

/** "Caracortada con Al Pacino": nothing but a title and what is true of the film. */
export function toldTitle(sentence: Sentence): NamedTitle | undefined {
  for (const { title, end } of describedIn(sentence, NONE)) {
    const told = toldOf(sentence, title.to, end);
    if (told === "" || end < sentence.words.length || isFilter(sentence, title)) continue;
    const found = named(sentence.edition, `${sentence.textOf(title.from, title.to)} ${told}`, 0);
    if (found.fit === "exact") return found;
  }
  return undefined;
}

const NONE: ReadonlySet<number> = new Set();

/** "Terror de Carpenter": whether some words are asked of films as well. */
function isFilter(sentence: Sentence, { from, to }: Slot): boolean {
  return sentence.pieces.some(
    ({ meaning, ...piece }) => piece.from === from && piece.to === to && ASKED.has(meaning.kind),
  );
}

const ASKED: ReadonlySet<string> = new Set(["genre", "theme", "country", "noun", "order", "collection"]);

function describedIn(sentence: Sentence, without: ReadonlySet<number>): Described[] {
  return sentence.withFilms
    .filter((piece) => isPiece(piece, "film"))
    .filter(
      (piece) =>
        !overlaps(without, piece.from, piece.to) &&
        !isPolite(sentence, piece.from, piece.to) &&
        isFirst(sentence, piece.from, without),
    )
    .flatMap((title) => {
      const end = endOfTold(sentence, title.to, without);
      return end === undefined ? [] : [{ title, known: title.meaning.known, end }];
    })
    .sort((a, b) => b.title.to - b.title.from - (a.title.to - a.title.from))
    .slice(0, MOST_TRIED);
}

/** Whether nothing but small words and politeness stands before a title, back to the question or another clause. */
function isFirst(sentence: Sentence, from: number, without: ReadonlySet<number>): boolean {
  for (let place = from; place > 0; place--) {
    if (without.has(place - 1) || sentence.opensClause(place)) return true;
    if (!sentence.isFunctionWord(place - 1) && !isPolite(sentence, place - 1, place)) return false;
  }
  return true;
}

/** Where what is told of a film ends; undefined where nothing opens it. */
function endOfTold(sentence: Sentence, from: number, without: ReadonlySet<number>): number | undefined {
  if (from >= sentence.words.length || without.has(from)) return undefined;
  if (!opensTold(sentence, from)) return undefined;
  let end = from + 1;
  while (
    end < sentence.words.length &&
    !without.has(end) &&
    (!sentence.opensClause(end) || opensTold(sentence, end))
  )
    end++;
  return end;
}

/** Whether what is told of a film begins at a place. */
export function opensTold(sentence: Sentence, place: number): boolean {
  if (OPENING.at(sentence.spelt, place).length > 0) return true;
  return JOINING.at(sentence.spelt, place).some(({ to }) =>
    sentence.pieces.some(({ from, meaning }) => TOLD.has(meaning.kind) && (from === to || from === to - 1)),
  );
}

function filmOf(sentence: Sentence, { title, end, known }: Described): NamedTitle | undefined {
  const { edition } = sentence;
  const text = sentence.textOf(title.from, title.to);
  const told = toldOf(sentence, title.to, end);
  if (told !== "") {
    const found = named(edition, `${text} ${told}`, 0);
    // "La nueva" is found by its place, which is as good as its name.
    if (found.fit === "exact" || found.fit === "close") return { ...found, fit: "exact" };
  }
  if (title.to - title.from === 1 && known < KNOWN_WORD) return undefined;
  const alone = named(edition, text, 0);
  return alone.fit === "exact" || alone.fit === "several" ? alone : undefined;
}

/** The words that can be held against a film, with the small ones that introduce them. */
function toldOf(sentence: Sentence, from: number, end: number): string {
  const pieces: Piece[] = sentence.pieces.filter(
    (piece) => piece.from >= from && piece.to <= end && TOLD.has(piece.meaning.kind),
  );
  const { pieces: chosen } = sentence.cover(pieces);
  const runs: Slot[] = [
    ...chosen,
    ...TELLING.all(sentence.spelt).filter((run) => run.from >= from && run.to <= end),
  ];
  const kept = new Set(runs.flatMap((run) => introducedPlaces(sentence, run, from)));
  return [...kept]
    .sort((a, b) => a - b)
    .map((place) => sentence.words[place] ?? "")
    .join(" ");
}

/** Places of a run with the small words that introduce it. */
function introducedPlaces(sentence: Sentence, { from, to }: Slot, least: number): number[] {
  let begin = from;
  while (begin > least && from - begin < 2 && sentence.isFunctionWord(begin - 1)) begin--;
  return Array.from({ length: to - begin }, (_, at) => begin + at);
}
