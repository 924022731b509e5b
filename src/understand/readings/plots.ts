/** "la del tipo que revive el mismo día": a film by what happens in it. */
import {
  PLOT_ANYBODY,
  PLOT_SCENES,
  PLOT_SUBJECTS,
  PLOT_WISHES,
  PLOTS,
  SCENE_BEGINNINGS,
} from "../lexicon/questions/plots.js";
import { type PatternMatch, PatternSet } from "../patterns/pattern-set.js";
import { isPiece } from "../spans/pieces.js";
import { asks, type Reader, type Reading } from "./reading.js";

type Cue =
  /** What follows tells it. */
  | "plot"
  /** Who it is about follows, and behind "que" what happens: of a film that is meant, of somebody, of anything. */
  | keyof typeof PLOT_SUBJECTS
  /** What happens follows. */
  | keyof typeof PLOT_SCENES;

const CUES = new PatternSet<Cue>([
  ["plot", PLOTS],
  ["that", PLOT_SUBJECTS.that],
  ["some", PLOT_SUBJECTS.some],
  ["any", PLOT_SUBJECTS.any],
  ["where", PLOT_SCENES.where],
  ["which", PLOT_SCENES.which],
  ["who", PLOT_SCENES.who],
]);
/** Words that are spelt right. */
export const plotWords = (): Iterable<string> => CUES.words;

const WISHES = new Set(PLOT_WISHES);
const BEGINNINGS = new Set(SCENE_BEGINNINGS);
const ANYBODY = new Set(PLOT_ANYBODY);
const RELATIVES = new Set(["que", "donde", "who", "that", "al", "cuyo", "cuya", "whose"]);
/** Fewer words tell no plot. */
const LEAST_WORDS = 3;
/** Words of whom it is about, and words that may be said before it. */
const MOST_SUBJECT = 4;
const MOST_BEFORE = 6;

/** What happens, where nothing says who it is about. */
const LEAST_SCENE = 4;
/** The same where nothing says that a film is meant. */
const LEAST_SYNOPSIS = 6;

const TOLD = 0.9;
/** A film that is meant, or somebody's story, is told by what happens; of anything it may be a theme with a wish. */
const SCORES: Readonly<Record<keyof typeof PLOT_SUBJECTS, number>> = { that: 0.91, some: 0.91, any: 0.88 };

export function plots(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  const cues = CUES.all(sentence.spelt);
  const [cue] = cues.filter(({ meaning }) => meaning === "plot").sort((a, b) => b.to - a.to);
  if (cue === undefined) return told(reader, cues) ?? scene(reader, cues);
  if (isWish(sentence, cue.to)) return undefined;
  const end = endOf(sentence);
  if (end - cue.to < LEAST_WORDS) return undefined;
  // Who it is about is part of what is looked for: "la del niño que ve gente muerta".
  const who = cues.find(({ meaning, from, to }) => isSubject(meaning) && from >= cue.from && to < cue.to);
  const from = who === undefined || isAnybody(sentence, who.to) ? cue.to : who.to;
  return asks(reader, "buscar", { texto: sentence.textOf(from, end) }, TOLD);
}

/** "La del tipo que …": whoever it is says nothing. */
function isAnybody({ spelt }: Reader["sentence"], place: number): boolean {
  return ANYBODY.has(spelt[place] ?? "");
}

/** "una de un ratoncito que cocina": who it is about, and what happens. */
function told(reader: Reader, cues: readonly PatternMatch<Cue>[]): Reading | undefined {
  const { sentence } = reader;
  const found = cues.flatMap(({ from, to, meaning }) => {
    if (!isSubject(meaning) || from > MOST_BEFORE) return [];
    const that = sentence.spelt.findIndex(
      (word, at) => at > to && at <= to + MOST_SUBJECT && RELATIVES.has(word),
    );
    if (that < 0 || sentence.opensClause(that) || sentence.words.length - that <= LEAST_WORDS) return [];
    // "Una de amor que no acabe mal" asks for any such.
    const isAny = meaning === "any" && sentence.spelt[that + 1] === "no";
    if (isAny || isWish(sentence, that + 1)) return [];
    const isNobody = isAnybody(sentence, to) && that === to + 1;
    return [{ begins: isNobody ? that + 1 : to, score: SCORES[meaning] }];
  });
  const [best] = found.sort((a, b) => b.score - a.score);
  return best && asks(reader, "buscar", { texto: sentence.textOf(best.begins, endOf(sentence)) }, best.score);
}

/** "en la que se quedan atrapados …", "esa que no pueden hacer ruido …": what happens alone. */
function scene(reader: Reader, cues: readonly PatternMatch<Cue>[]): Reading | undefined {
  const { sentence } = reader;
  const end = endOf(sentence);
  const cue = cues.find(({ meaning, from, to }) => {
    if (end - to < LEAST_SCENE || isWish(sentence, to)) return false;
    if (meaning === "which") return from <= MOST_BEFORE;
    if (meaning === "who") return from === 0 && end - to >= LEAST_SYNOPSIS && !asksForFilms(sentence);
    return meaning === "where" && from === 0 && BEGINNINGS.has(sentence.spelt[to] ?? "");
  });
  if (cue === undefined) return undefined;
  const begins = cue.meaning === "who" ? cue.from : cue.to;
  return asks(reader, "buscar", { texto: sentence.textOf(begins, end) }, TOLD);
}

function asksForFilms({ pieces }: Reader["sentence"]): boolean {
  return pieces.some((piece) => isPiece(piece, "noun") || isPiece(piece, "platform"));
}

function isSubject(meaning: Cue): meaning is keyof typeof PLOT_SUBJECTS {
  return meaning in PLOT_SUBJECTS;
}

/** Whether a wish begins at a place: "que no sea larga", but not "que no se da cuenta". */
function isWish({ spelt }: Reader["sentence"], place: number): boolean {
  const [first = "", second = ""] = spelt.slice(place, place + 2);
  const verb = first === "se" || first === "no" ? second : first;
  return WISHES.has(verb) && verb !== "se" && verb !== "no";
}

/** Where the sentence ends, politeness and questions for its name aside: "…, ¿cuál era?" */
function endOf(sentence: Reader["sentence"]): number {
  let end = sentence.words.length;
  for (let changed = true; changed; ) {
    changed = false;
    for (const piece of sentence.pieces) {
      if (isPiece(piece, "filler") && piece.to === end && sentence.opensClause(piece.from)) {
        end = piece.from;
        changed = true;
      }
    }
  }
  return end;
}
