/** "¿cuánto dura …?": something of one film. */

import type { Steps } from "../../steps.js";
import { PART_PLAYED, WATCHING } from "../lexicon/questions/card.js";
import { FACTS } from "../lexicon/questions/facts.js";
import { type PatternMatch, PatternSet } from "../patterns/pattern-set.js";
import { placesOf } from "../spans/sentence.js";
import { asks, type Reader, type Reading } from "./reading.js";
import { titleIn } from "./titles.js";

const PATTERNS = new PatternSet<string>(FACTS.map(({ command, phrases }) => [command, phrases]));

/** "quién hace de Joker en …". */
const PARTS = new PatternSet<"part">([["part", PART_PLAYED]]);

/** "dónde puedo ver …": the card begins with what is asked of it. */
const WATCHED = new PatternSet<"watching">([["watching", WATCHING]]);

/** Words that are spelt right. */
export const factWords = (): Iterable<string> => [...PATTERNS.words, ...PARTS.words];

/** Before other commands, where phrases of several fit as well. */
const CARD = "pelicula";

/** All that is asked is taken together first; where what is left names no film, part of it may be the title. */
export function* facts(reader: Reader): Steps<Reading | undefined> {
  const { sentence } = reader;
  const matches = [...PATTERNS.all(sentence.spelt), ...partsPlayed(sentence.spelt)].filter(
    // "La colombiana con más votos" asks for an order.
    ({ from }) => !OF_ORDERS.has(sentence.spelt[from - 1] ?? ""),
  );
  if (matches.length === 0) return undefined;
  let best: Reading | undefined;
  for (const asked of choices(matches)) {
    const reading = ofSeveral(reader, asked, read(reader, commandOf(asked), placesOf(asked)));
    yield;
    if (reading && reading.score > (best?.score ?? 0)) best = reading;
    if ((best?.score ?? 0) >= SURE) break;
  }
  return best && aboutWatching(reader, best);
}

function aboutWatching({ sentence }: Reader, reading: Reading): Reading {
  const { understanding } = reading;
  if (understanding.kind !== "question" || understanding.command.name !== CARD) return reading;
  if (WATCHED.all(sentence.spelt).length === 0) return reading;
  return { ...reading, understanding: { ...understanding, aspect: "watching" } };
}

const OF_ORDERS: ReadonlySet<string> = new Set([
  "mas",
  "menos",
  "mayor",
  "menor",
  "mejor",
  "peor",
  "most",
  "best",
]);

/** "Any good heist movies?" asks for films before it asks of one. */
function ofSeveral(
  { sentence }: Reader,
  asked: readonly PatternMatch<string>[],
  reading: Reading | undefined,
): Reading | undefined {
  const places = placesOf(asked);
  const areMany = sentence.spelt.some((word, place) => SEVERAL.has(word) && !places.has(place));
  return reading && areMany ? { ...reading, score: reading.score - LESS_OF_SEVERAL } : reading;
}

const SEVERAL: ReadonlySet<string> = new Set(["pelis", "peliculas", "movies", "films", "cintas"]);
const LESS_OF_SEVERAL = 0.1;

/** The score of a question whose title is all that is left of the text. */
const SURE = 0.95;

/** What is asked for by a part, from "quién" to the "en" before the title. */
function partsPlayed(words: readonly string[]): PatternMatch<string>[] {
  return PARTS.all(words).flatMap(({ from, to }) => {
    const inFilm = words.findIndex((word, at) => at > to && at <= to + MOST_PART_WORDS && IN.has(word));
    return inFilm < 0 ? [] : [{ from, to: inFilm + 1, meaning: CARD }];
  });
}

const IN = new Set(["en", "in"]);
/** What somebody plays is told in so many words. */
const MOST_PART_WORDS = 5;

/** A card tells all of it: what else is asked of the film counts before. */
function commandOf(matches: readonly PatternMatch<string>[]): string {
  return matches.find(({ meaning }) => meaning !== CARD)?.meaning ?? CARD;
}

/** All phrases together, and each longest alone: one of them may be part of the title. */
function* choices(matches: readonly PatternMatch<string>[]): Generator<readonly PatternMatch<string>[]> {
  const sorted = [...matches].sort((a, b) => b.to - b.from - (a.to - a.from));
  const all = placesOf(sorted);
  yield sorted;
  for (const match of sorted.slice(0, MOST_ALONE)) if (match.to - match.from < all.size) yield [match];
}

const MOST_ALONE = 2;

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
