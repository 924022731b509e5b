/** "la del tipo que revive el mismo día": a film by what happens in it. */
import { PLOTS } from "../lexicon/questions.js";
import { PatternSet } from "../patterns/pattern-set.js";
import { asks, type Reader, type Reading } from "./reading.js";
import { slotOf } from "./titles.js";

const CUES = new PatternSet<"plot">([["plot", PLOTS]]);
export const PLOT_WORDS = CUES.words;

/** "la de un ratoncito que cocina": what begins so and goes on with "que" and a verb tells a plot. */
const BEGINNING = new PatternSet<"of">([
  [
    "of",
    [
      "(la|esa|aquella|una|el|ese|uno) (de|del) [un|una|unos|unas|la|el|los|las]",
      "(la|esa|aquella) (donde|en la que)",
    ],
  ],
]);
/** Verbs of wishes: "una de vaqueros que no sea larga" tells no plot. */
const WISHES = new Set(
  "no sea sean dure duren tenga tengan salga salgan este esten haya hayan vaya vayan trate traten de den me te recomiendas recomiendes recomendas tengas hay tienes dirija actue actuen aparezca gane valga merezca mas menos nadie casi sean ya pueda podamos puedas se".split(
    " ",
  ),
);
/** Fewer words tell no plot. */
const LEAST_WORDS = 3;

export function plots(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  const [cue] = CUES.all(sentence.spelt).sort((a, b) => b.to - a.to);
  if (cue === undefined) return told(reader);
  const plot = slotOf(sentence, new Set(Array.from({ length: cue.to }, (_, at) => at)));
  if (plot === undefined || plot.to - plot.from < LEAST_WORDS) return undefined;
  return asks(reader, "buscar", { texto: sentence.textOf(plot.from, plot.to) }, 0.9);
}

function told(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  for (const { from, to } of BEGINNING.all(sentence.spelt)) {
    const that = sentence.spelt.findIndex(
      (word, at) => at > to && at <= to + MOST_SUBJECT && (word === "que" || word === "donde"),
    );
    if (
      that < 0 ||
      WISHES.has(sentence.spelt[that + 1] ?? "no") ||
      sentence.words.length - to < LEAST_WORDS + 1
    )
      continue;
    if (from > MOST_BEFORE) continue;
    return asks(reader, "buscar", { texto: sentence.textOf(to, sentence.words.length) }, 0.88);
  }
  return undefined;
}

/** Who it is about, in so many words; and what may be said before. */
const MOST_SUBJECT = 4;
const MOST_BEFORE = 6;
