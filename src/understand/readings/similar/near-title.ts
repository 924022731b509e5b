/** Films like one whose title no words are exactly: what follows the cue, up to where a title may end. */

import type { Steps } from "../../../steps.js";
import { filtersOf } from "../../filters/filters.js";
import type { PatternMatch } from "../../patterns/pattern-set.js";
import type { Sentence } from "../../spans/sentence.js";
import { named } from "../named.js";
import { asks, type Reader, type Reading } from "../reading.js";
import type { Cue } from "./cues.js";
import { filtersBeside } from "./filters.js";

/** What may stand where a title ends. */
const BOUNDARY = new Set(
  "pero que en de con sin y o e para por ni but that with without from on in and no plis pls please algo ponme dame recomiendame".split(
    " ",
  ),
);

export function* withNearTitle(
  reader: Reader,
  places: ReadonlySet<number>,
  cues: readonly PatternMatch<Cue>[],
): Steps<Reading | undefined> {
  const { sentence } = reader;
  const cue =
    cues.find(({ meaning }) => meaning === "like") ?? cues.find(({ meaning }) => meaning === "liked");
  if (cue === undefined) return undefined;
  for (const to of endsBehind(sentence, cue.to, places)) {
    const title = named(sentence.edition, sentence.textOf(cue.to, to), 0);
    yield;
    // Figures and words of the lexicon alone are no title: "like 1998 to 2002".
    const isTitle = title.fit !== "none" && /\p{L}{3}/u.test(title.value + sentence.textOf(cue.to, to));
    if (!isTitle || isSaidByLexicon(sentence, cue.to, to)) continue;
    const read = new Set([...places, ...Array.from({ length: to - cue.to }, (_, at) => cue.to + at)]);
    const cover = sentence.cover(sentence.pieces, read);
    const said = yield* filtersOf(sentence, cover.pieces, cover.left);
    const score = Math.max(0.2, (title.fit === "close" ? 0.75 : 0.85) - 0.1 * said.left.length);
    const filters = filtersBeside(sentence, said, title.film);
    return asks(reader, "recomendar", { titulo: title.value, ...filters }, score);
  }
  return undefined;
}

/** Where a title may end that begins at a place: at the first boundary, the second, or the end. */
function endsBehind(sentence: Sentence, from: number, places: ReadonlySet<number>): number[] {
  const ends: number[] = [];
  const isBoundary = (place: number) => BOUNDARY.has(sentence.words[place] ?? "");
  for (let end = from + 1; end <= sentence.words.length && ends.length < 3; end++) {
    const isOver = end === sentence.words.length || places.has(end) || sentence.opensClause(end);
    if (isOver || isBoundary(end)) ends.push(end);
    if (isOver) break;
  }
  return places.has(from) ? [] : ends;
}

/** Whether every word means something else: a year, a genre, politeness. */
function isSaidByLexicon(sentence: Sentence, from: number, to: number): boolean {
  const { left } = sentence.cover(sentence.pieces.filter(({ meaning }) => meaning.kind !== "theme"));
  return left.every((place) => place < from || place >= to);
}
