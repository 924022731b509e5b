/** "¿En qué orden veo Star Wars?": the films of a series or a universe, in order. */
import type { OptionValues } from "../../chat/answer/schema.js";
import { STORY_ORDER, WATCH_ORDER } from "../lexicon/questions/watch-order.js";
import { PatternSet } from "../patterns/pattern-set.js";
import { asks, type Reader, type Reading } from "./reading.js";

const PATTERNS = new PatternSet<"release" | "story">([
  ["release", WATCH_ORDER],
  ["story", STORY_ORDER],
]);

/** Words that are spelt right. */
export const watchOrderWords = (): Iterable<string> => PATTERNS.words;

/** Words in which a series of films is named, and no more than that. */
const SURE = 0.97;

function isCertain(fit: "exact" | "close", name: string): boolean {
  return fit === "exact" || name.includes(" ");
}

export function watchOrder(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  const { words } = sentence;
  const found = PATTERNS.at(sentence.spelt, 0)
    .filter(({ to }) => to < words.length)
    .sort((a, b) => b.to - a.to);
  for (const { meaning, to } of found) {
    const name = sentence.textOf(to, words.length);
    const series = sentence.edition.find.collection(name);
    // "Orden de hermanas" is nearly a series of brothers, and none that anybody means.
    const isNamed = series.kind === "choices" || (series.kind === "found" && isCertain(series.fit, name));
    if (!isNamed) continue;
    const options: OptionValues = meaning === "story" ? { nombre: name, historia: true } : { nombre: name };
    return asks(reader, "franquicia", options, SURE, { said: name });
  }
  return undefined;
}
