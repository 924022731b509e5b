/** "¿cuánto dura …?": something of one film. */
import { FACTS } from "../lexicon/facts.js";
import { type PatternMatch, PatternSet } from "../patterns/pattern-set.js";
import { asks, type Reader, type Reading } from "./reading.js";
import { titleIn } from "./titles.js";

const PATTERNS = new PatternSet<string>(FACTS.map(({ command, phrases }) => [command, phrases]));

export const FACT_WORDS = PATTERNS.words;

/** Before other commands, where phrases of several fit as well. */
const CARD = "pelicula";

/** Every word that a pattern begins with may begin a title too: of several, the longest counts. */
export function facts(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  const matches = PATTERNS.all(sentence.spelt);
  if (matches.length === 0) return undefined;
  let best: Reading | undefined;
  for (const [command, found] of byCommand(matches)) {
    for (const places of choices(found)) {
      const reading = read(reader, command, places);
      if (reading && reading.score > (best?.score ?? 0)) best = reading;
    }
  }
  return best;
}

/** A card tells all of it: what else is asked of the film counts before. */
function byCommand(matches: readonly PatternMatch<string>[]): [string, PatternMatch<string>[]][] {
  const commands = [...new Set(matches.map(({ meaning }) => meaning))];
  return commands
    .sort((a, b) => Number(a === CARD) - Number(b === CARD))
    .map((command) => [command, matches.filter(({ meaning }) => meaning === command)]);
}

/** All phrases of a command together, and each longest alone: one of them may be part of the title. */
function* choices(matches: readonly PatternMatch<string>[]): Generator<ReadonlySet<number>> {
  const sorted = [...matches].sort((a, b) => b.to - b.from - (a.to - a.from));
  const all = placesOf(sorted);
  yield all;
  for (const match of sorted.slice(0, 2)) {
    const alone = placesOf([match]);
    if (alone.size < all.size) yield alone;
  }
}

function placesOf(matches: readonly PatternMatch<string>[]): ReadonlySet<number> {
  return new Set(matches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
}

function read(reader: Reader, command: string, places: ReadonlySet<number>): Reading | undefined {
  const title = titleIn(reader.sentence, places);
  // "¿Y cuánto dura?": of the film before.
  if (title === undefined) return asks(reader, command, {}, 0.55, { continues: true });
  const cue = 0.01 * Math.min(places.size, 5) + (command === CARD ? 0 : 0.015);
  const options = { titulo: title.value };
  const { said } = title;
  switch (title.fit) {
    case "exact":
      return asks(
        reader,
        command,
        options,
        Math.max(0.3, (title.left === 0 ? 0.98 : 0.93) - 0.12 * title.left) + cue,
        { said },
      );
    case "close":
      return asks(reader, command, options, 0.72 + cue, { said });
    case "several":
      return asks(reader, command, options, 0.8 + cue, { said });
    case "none":
      return asks(reader, command, options, 0.2 + cue, { said });
  }
}
