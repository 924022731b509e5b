/** "la del tipo que revive el mismo día": a film by what happens in it. */
import { PLOTS } from "../lexicon/questions.js";
import { PatternSet } from "../patterns/pattern-set.js";
import { asks, type Reader, type Reading } from "./reading.js";
import { slotOf } from "./titles.js";

const CUES = new PatternSet<"plot">([["plot", PLOTS]]);
export const PLOT_WORDS = CUES.words;

/** Fewer words tell no plot. */
const LEAST_WORDS = 3;

export function plots(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  const [cue] = CUES.all(sentence.spelt).sort((a, b) => b.to - a.to);
  if (cue === undefined) return undefined;
  const told = slotOf(sentence, new Set(Array.from({ length: cue.to }, (_, at) => at)));
  if (told === undefined || told.to - told.from < LEAST_WORDS) return undefined;
  return asks(reader, "buscar", { texto: sentence.textOf(told.from, told.to) }, 0.9);
}
