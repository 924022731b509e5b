/** "¿cuál es mejor, Alien o Aliens?": two films beside each other. */
import { COMPARE } from "../lexicon/questions.js";
import { PatternSet } from "../patterns/pattern-set.js";
import { asks, type Reader, type Reading } from "./reading.js";
import { type NamedTitle, named, slotOf } from "./titles.js";

const CUES = new PatternSet<"compare">([["compare", COMPARE]]);

export const COMPARE_WORDS = CUES.words;

/** What stands between the two. */
const BETWEEN = new Set(["o", "u", "vs", "versus", "or", "contra", "y", "e", "con", "and"]);
/** The same where nothing else tells that two are compared. */
const CHOOSING = new Set(["o", "u", "or", "vs", "versus"]);

export function compare(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  const cues = CUES.all(sentence.spelt);
  const places = new Set(
    cues.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  for (const join of ["vs", "versus"]) places.delete(sentence.words.indexOf(join));
  const slot = slotOf(sentence, places);
  if (slot === undefined) return undefined;
  let best: Reading | undefined;
  for (let place = slot.from + 1; place < slot.to - 1; place++) {
    const join = sentence.words[place] ?? "";
    if (!(cues.length > 0 ? BETWEEN : CHOOSING).has(join)) continue;
    const first = named(sentence.edition, sentence.textOf(slot.from, place), 0);
    const second = named(sentence.edition, sentence.textOf(place + 1, slot.to), 0);
    const score = worth(first, second, cues.length > 0);
    const values = [first, second].map((title) => title.value);
    if (score > (best?.score ?? 0) && values[0] !== values[1])
      best = asks(reader, "comparar", { titulos: values }, score);
  }
  return best;
}

function worth(first: NamedTitle, second: NamedTitle, cued: boolean): number {
  const fits = [first.fit, second.fit];
  if (fits.every((fit) => fit === "exact")) return cued ? 0.98 : 0.9;
  if (!cued || fits.includes("none")) return 0;
  return fits.includes("exact") ? 0.8 : 0.6;
}
