/** "¿cuál es mejor, Alien o Aliens?": two films beside each other. */
import { COMPARE } from "../lexicon/questions/questions.js";
import { type PatternMatch, PatternSet } from "../patterns/pattern-set.js";
import { isPiece, type Piece, type PieceOf } from "../spans/pieces.js";
import { overlaps, placesOf, type Sentence } from "../spans/sentence.js";
import { likeliest, type NamedTitle, named, type Slot } from "./named.js";
import { asks, type Reader, type Reading } from "./reading.js";
import { slotOf } from "./titles.js";

const CUES = new PatternSet<"compare">([["compare", COMPARE]]);

/** Words that are spelt right. */
export const compareWords = (): Iterable<string> => CUES.words;

type Cues = readonly PatternMatch<"compare">[];

/** What stands between the two. */
const BETWEEN = new Set(["o", "u", "vs", "versus", "or", "contra", "y", "e", "con", "and"]);
/** The same where nothing else tells that two are compared. */
const CHOOSING = new Set(["o", "u", "or", "vs", "versus", "contra"]);
/** What may stand between that and the second: "o con …", "o mejor …", "o ver …". */
const BESIDE_BETWEEN = new Set(
  "con ver mejor la el de a por a mas bien watch see with rather the esta prefieres".split(" "),
);
const MOST_BESIDE = 2;
const BETWEEN_CUES = new Set([
  "vs",
  "versus",
  "contra",
  "better",
  "mejor",
  "peor",
  "worse",
  "gana",
  "supera",
]);

/** Two titles as they are written, where something tells that they are compared, and where nothing does. */
const CUED = 1.05;
/** The same where they are only listed: "la diferencia entre … y …". */
const CUED_LIST = 0.955;
const JOINED = 0.9;
/** Words that join, at most, in what compares two: every one is tried, each for two look-ups. */
const MOST_JOINS = 4;
/** What each word costs that nothing explains, where nothing tells that they are compared. */
const LEFT_OVER = 0.1;
/** log10 of the votes of a film of one word that is one of two where nothing tells so. */
const KNOWN_WORD = 2;

export function compare(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  const cues = CUES.all(sentence.spelt);
  const joins = cues.length > 0 ? BETWEEN : CHOOSING;
  if (!sentence.spelt.some((word) => joins.has(word)) && !cues.some((cue) => isBetween(sentence, cue)))
    return undefined;
  return asWritten(reader, cues, joins) ?? nearly(reader, cues, joins);
}

interface Pair {
  readonly pair: readonly [PieceOf<"film">, PieceOf<"film">];
  readonly weight: number;
  /** Whether what stands between says that one is to be chosen. */
  readonly chooses: boolean;
}

/** Two titles of ours with nothing but what joins them between. */
function asWritten(reader: Reader, cues: Cues, joins: ReadonlySet<string>): Reading | undefined {
  const { sentence } = reader;
  const films = sentence.withFilms.filter((piece) => isPiece(piece, "film"));
  let best: Pair | undefined;
  for (const { from, to } of joinsOf(sentence, cues, joins)) {
    const isWithin = films.some((film) => film.from < from && to < film.to && film.to - film.from > 2);
    if (isWithin) continue;
    const first = heaviest(films.filter((film) => film.to === from));
    const second = heaviest(films.filter((film) => isBehind(sentence, to, film.from)));
    if (!first || !second || !areBoth(sentence, [first, second], cues)) continue;
    const weight = first.weight + second.weight;
    if (weight > (best?.weight ?? 0))
      best = {
        pair: [first, second],
        weight,
        chooses: CHOOSING.has(sentence.spelt[from] ?? "") || to - from > 1,
      };
  }
  if (best === undefined) return undefined;
  const values = best.pair.map(({ from, to }) =>
    likeliest(sentence, named(sentence.edition, sentence.textOf(from, to), 0)),
  );
  if (values[0] === values[1]) return undefined;
  const cued = best.chooses ? CUED : CUED_LIST;
  const score = cues.length > 0 ? cued : JOINED - LEFT_OVER * leftBeside(sentence, best.pair);
  return asks(reader, "comparar", { titulos: values }, Math.max(0, score));
}

function isBetween({ spelt, words }: Sentence, { from, to }: Slot): boolean {
  return (
    from > 0 &&
    to < words.length &&
    to - from <= 3 &&
    spelt.slice(from, to).some((word) => BETWEEN_CUES.has(word))
  );
}

/** Where what joins two stands: a word, or a phrase like "es mejor que". */
function joinsOf(sentence: Sentence, cues: Cues, joins: ReadonlySet<string>): Slot[] {
  const words = [...sentence.spelt.keys()].filter((place) => joins.has(sentence.spelt[place] ?? ""));
  const phrases = cues.filter((cue) => isBetween(sentence, cue));
  return [...words.map((place) => ({ from: place, to: place + 1 })), ...phrases];
}

function isBehind({ spelt }: Sentence, end: number, from: number): boolean {
  const between = spelt.slice(end, from);
  return from >= end && between.length <= MOST_BESIDE && between.every((word) => BESIDE_BETWEEN.has(word));
}

function heaviest<Film extends Piece>(films: readonly Film[]): Film | undefined {
  return films.reduce<Film | undefined>(
    (best, film) => (best === undefined || film.weight > best.weight ? film : best),
    undefined,
  );
}

/** Whether both are titles before they are anything else: "terror o comedia" and "vampiros o zombis" name no film. */
function areBoth(sentence: Sentence, pair: readonly PieceOf<"film">[], cues: Cues): boolean {
  const isCued = cues.length > 0;
  const isOther = (film: PieceOf<"film">) =>
    film.to - film.from === 1 &&
    ((!isCued && film.meaning.known < KNOWN_WORD) ||
      sentence.pieces.some(
        ({ from, to, meaning }) =>
          from === film.from &&
          to === film.to &&
          (SAID_OTHERWISE.has(meaning.kind) || (meaning.kind === "theme" && !isCued)),
      ));
  const isFigure = (film: PieceOf<"film">) =>
    sentence.pieces.some(
      ({ from, to, meaning }) =>
        FIGURES.has(meaning.kind) && from <= film.from && film.to <= to && to - from > 1,
    );
  if (pair.some(isFigure)) return false;
  return isCued ? !pair.every(isOther) : !pair.some(isOther);
}

/** "Entre 90 minutos y dos horas" names no film. */
const FIGURES: ReadonlySet<string> = new Set(["minutes", "rating", "votes", "years", "count"]);
const SAID_OTHERWISE: ReadonlySet<string> = new Set([
  "genre",
  "country",
  "platform",
  "order",
  "noun",
  "language",
]);

function leftBeside(sentence: Sentence, pair: readonly Piece[]): number {
  const fillers = sentence.pieces.filter((piece) => isPiece(piece, "filler"));
  const { left } = sentence.cover([
    ...fillers,
    ...pair.map((piece) => ({ ...piece, weight: piece.weight + 10 })),
  ]);
  return left.length;
}

/** Titles that are only nearly written so: what stands before and behind a word that joins two. */
function nearly(reader: Reader, cues: Cues, joins: ReadonlySet<string>): Reading | undefined {
  const { sentence } = reader;
  // What stands between the two is no end of either.
  const places = placesOf(cues.filter((cue) => !isBetween(sentence, cue)));
  const slot = slotOf(sentence, places);
  if (slot === undefined) return undefined;
  const between = sentence.spelt.flatMap((word, place) =>
    slot.from < place && place < slot.to - 1 && joins.has(word) && !overlaps(places, place, place + 1)
      ? [place]
      : [],
  );
  if (between.length > MOST_JOINS) return undefined;
  let best: Reading | undefined;
  for (const place of between) {
    const begin = clauseBegin(sentence, slot.from, place);
    const first = named(sentence.edition, sentence.textOf(begin, place), 0);
    const cue = cues.find(({ from }) => from > place + 1)?.from ?? slot.to;
    const end = Math.min(cue, clauseEnd(sentence, place + 1, slot.to));
    const second = named(sentence.edition, sentence.textOf(place + 1, end), 0);
    const score = worth(first, second, cues.length > 0);
    const values = [first, second].map((title) => likeliest(sentence, title));
    if (score > (best?.score ?? 0) && values[0] !== values[1])
      best = asks(reader, "comparar", { titulos: values }, score);
  }
  return best;
}

/** What stands in the clauses before and behind is said of something else. */
function clauseBegin(sentence: Sentence, from: number, place: number): number {
  for (let at = place - 1; at > from; at--) if (sentence.opensClause(at)) return at;
  return from;
}

function clauseEnd(sentence: Sentence, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (sentence.opensClause(at)) return at;
  return to;
}

function worth(first: NamedTitle, second: NamedTitle, cued: boolean): number {
  const fits = [first.fit, second.fit];
  if (fits.every((fit) => fit === "exact")) return cued ? 0.98 : 0.9;
  if (fits.every((fit) => fit === "exact" || fit === "several")) return cued ? 0.95 : 0.8;
  if (!cued || fits.includes("none")) return 0;
  return fits.includes("exact") ? 0.8 : 0.6;
}
