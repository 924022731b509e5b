/** "barata que haya ganado un montón": what was cheap and made much is asked for by its return. */
import { CHEAP, CHEAP_AND_PAID, PAID } from "../lexicon/filters/money-orders.js";
import { type PatternMatch, PatternSet } from "../patterns/pattern-set.js";
import type { Piece } from "./pieces.js";

const SAID = new PatternSet<"cheap" | "paid">([
  ["cheap", CHEAP],
  ["paid", PAID],
]);
/** Words that are spelt right. */
export const bargainWords = (): Iterable<string> => SAID.words;

const LINKING = new Set(CHEAP_AND_PAID);
/** Words between the two, at most. */
const MOST_BETWEEN = 3;

/** Where a film is said to have been cheap, and to have made much: one order. */
export function bargainPieces(words: readonly string[]): Piece[] {
  const said = SAID.all(words);
  return said.flatMap((first) => {
    const second = said.find((other) => other.meaning !== first.meaning && isBehind(words, first, other));
    if (second === undefined) return [];
    const [from, to] = [first.from, second.to];
    const order = { kind: "order", order: "retorno", one: false } as const;
    return [{ from, to, weight: to - from + 0.5, meaning: order }];
  });
}

function isBehind(
  words: readonly string[],
  first: PatternMatch<unknown>,
  second: PatternMatch<unknown>,
): boolean {
  const between = words.slice(first.to, second.from);
  return (
    second.from >= first.to && between.length <= MOST_BETWEEN && between.every((word) => LINKING.has(word))
  );
}
