/**
 * What a half-typed name may become: names that begin so, or so but for a slip, best known first; failing that, what
 * the full search finds.
 */

import type { KeyKind } from "../encode/keys.js";
import type { Row } from "../port.js";
import { editsCost } from "./distance/cost.js";
import { bytesOf } from "./index/key-index.js";
import { barOf, type Domain, matches, normalise } from "./matching.js";

/** With fewer names than this that begin so, a slip is looked for: "inglorious ba" is the beginning of a rare film. */
const FEW = 5;
/** For each name wanted so many keys are looked at: a thing has several, and the role decides who is better known. */
const KEYS_A_NAME = 3;

/**
 * @returns rows, best first, at most `limit`; for no text the best known things
 */
export function completeRows(domain: Domain, text: string, limit: number, accepts: Accepts): readonly Row[] {
  const folded = normalise(text);
  if (folded === "") return bestKnown(domain, limit, accepts);
  const { letters } = bytesOf(folded);
  const { order, prefixes } = domain.index;
  const best = new BestRows(domain, limit * KEYS_A_NAME, accepts);
  best.offer(order.prefix(letters), 0);
  if (best.size < Math.min(FEW, limit) && letters.length >= SHORTEST_WITH_SLIP)
    order.prefixNear(letters, prefixes, (from, to) => best.offer([from, to], editsCost(1)));
  const rows = best.first(limit);
  // What begins nothing may be words from the middle of a title, or more than a slip.
  return rows.length > 0 ? rows : meaning(domain, folded, limit, accepts);
}

/** In a shorter text a slip is another text. */
const SHORTEST_WITH_SLIP = 3;

type Accepts = (row: Row) => boolean;

/** What the full search takes the text for. */
function meaning(domain: Domain, folded: string, limit: number, accepts: Accepts): Row[] {
  return matches(domain, folded, barOf(folded), { accepts, mostEdits: domain.editsHalfTyped })
    .slice(0, limit)
    .map(({ row }) => row);
}

function bestKnown({ known: { byRow: known } }: Domain, limit: number, accepts: Accepts): Row[] {
  const rows: Row[] = [];
  for (let row = 0; row < known.length; row++) {
    const enters = rows.length < limit || known[row] > known[rows[rows.length - 1]];
    if (!enters || !accepts(row)) continue;
    rows.push(row);
    rows.sort((a, b) => known[b] - known[a] || a - b);
    if (rows.length > limit) rows.pop();
  }
  return rows;
}

/** Rows by the best of their keys: being well known weighs against what the key costs. */
class BestRows {
  private readonly scores = new Map<Row, number>();

  constructor(
    private readonly domain: Domain,
    private readonly most: number,
    private readonly accepts: Accepts,
  ) {}

  get size(): number {
    return this.scores.size;
  }

  /** Offers the best known of the keys in a run of places. */
  offer([from, to]: readonly [number, number], cost: number): void {
    const { index, known, kindCosts } = this.domain;
    for (const key of index.bestOf(from, to, this.most, this.accepts)) {
      const row = index.target(key);
      const score = known.weight(row) - cost - kindCosts[index.kind(key) as KeyKind];
      if (score > (this.scores.get(row) ?? Number.NEGATIVE_INFINITY)) this.scores.set(row, score);
    }
  }

  first(limit: number): Row[] {
    return [...this.scores]
      .sort(([a, first], [b, second]) => second - first || a - b)
      .slice(0, limit)
      .map(([row]) => row);
  }
}
