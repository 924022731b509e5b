/** Which runs of words in a sentence are just a name: looked up word by word, for as long as some name goes on so. */

import { foldForms } from "../encode/fold.js";
import type { KeyKind } from "../encode/keys/keys.js";
import type { NamedSpan } from "../port.js";
import type { KeyIndex } from "./index/key-index.js";

/** What bears the names of an index. */
export interface Bearers<Row extends number> {
  readonly index: KeyIndex<Row>;
  /** What a key of each kind costs beside the full name, in edits. */
  readonly kindCosts: Readonly<Record<KeyKind, number>>;
  accepts(row: Row): boolean;
  /** log10 of votes. */
  known(row: Row): number;
  /** A key from which on nobody reaches such a score, whatever kind of key it is. */
  endOfKeys(score: number): number;
  /** What a factor ten of votes outweighs, in edits. */
  readonly weightOfKnown: number;
}

/** Names of more words are not looked for. */
const MOST_WORDS = 12;

/**
 * Every run of the words that is a name, in the order of where it begins, shorter ones first; of several bearers the
 * likeliest. @param words folded
 */
export function namesIn<Row extends number>(
  bearers: Bearers<Row>,
  words: readonly string[],
): NamedSpan<Row>[] {
  const forms = foldForms(words.join(" ")).split(" ");
  // A form of two words would shift the places; then words are taken as they were typed.
  const typed = forms.length === words.length ? forms : words;
  const letters = Buffer.from(typed.join(""));
  const ends: number[] = [];
  let length = 0;
  for (const word of typed) {
    length += Buffer.byteLength(word);
    ends.push(length);
  }
  const spans: NamedSpan<Row>[] = [];
  for (let from = 0; from < typed.length; from++) {
    const start = from === 0 ? 0 : (ends[from - 1] ?? 0);
    let [begin, end] = [0, bearers.index.order.count];
    let depth = 0;
    for (let to = from + 1; to <= typed.length && to - from <= MOST_WORDS; to++) {
      const run = letters.subarray(start, ends[to - 1]);
      [begin, end] = bearers.index.order.prefixWithin(begin, end, depth, run);
      if (begin >= end) break;
      depth = run.length;
      const best = bestBearer(bearers, run, begin, end);
      if (best) spans.push({ from, to, ...best });
    }
  }
  return spans;
}

/**
 * Thousands may bear a last name: of those of the same letters the best known come first, and who comes behind the last
 * that could be likelier is not looked at.
 * @param begin of the places of the texts that begin with these letters, of which the whole ones come first
 */
function bestBearer<Row extends number>(
  { index, kindCosts, accepts, known, weightOfKnown, endOfKeys }: Bearers<Row>,
  letters: Uint8Array,
  begin: number,
  end: number,
): Pick<NamedSpan<Row>, "row" | "known" | "part"> | undefined {
  let best: { row: Row; known: number; part: number; score: number } | undefined;
  let endOfBetter = Number.POSITIVE_INFINITY;
  index.order.whole(letters, begin, end, (key) => {
    if (key >= endOfBetter) return false;
    const row = index.target(key);
    if (!accepts(row)) return true;
    const part = kindCosts[index.kind(key)];
    const fame = known(row);
    const score = fame * weightOfKnown - part;
    if (best === undefined || score > best.score) {
      best = { row, known: fame, part, score };
      endOfBetter = endOfKeys(score);
    }
    return true;
  });
  return best && { row: best.row, known: best.known, part: best.part };
}
