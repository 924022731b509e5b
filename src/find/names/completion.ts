/**
 * What a half-typed name may become: names that begin so, or so but for a slip, best known first; failing
 * that, what the full search finds.
 */
import { KEY_KINDS } from "../encode/keys/keys.js";
import { editsCost } from "./distance/cost.js";
import type { Domain } from "./domain.js";
import { bytesOf } from "./index/key-index.js";
import { matches, normalise } from "./matching.js";
import { thresholdsOf } from "./thresholds.js";

/**
 * With fewer names than this that begin so, a slip is looked for: "inglorious ba" is the beginning of a rare
 * film.
 */
const FEW = 5;
/**
 * For each name wanted so many keys are looked at: a thing has several, and the role decides who is better
 * known.
 */
const KEYS_A_NAME = 3;

/**
 * @returns rows, best first, at most `limit`; for no text the best known things
 */
export function completeRows<Row extends number>(
  domain: Domain<Row>,
  text: string,
  limit: number,
): readonly Row[] {
  const begun = begunRows(domain, text, limit);
  if (begun.length > 0) return begun;
  // What begins nothing may be words from the middle of a title, or more than a slip.
  const folded = normalise(text);
  return folded === "" ? [] : meaning(domain, folded, limit);
}

/**
 * The same without what does not begin so, even but for a slip.
 * @param withSlip whether a slip is looked for where few begin just so
 */
export function begunRows<Row extends number>(
  domain: Domain<Row>,
  text: string,
  limit: number,
  withSlip = true,
): readonly Row[] {
  const folded = normalise(text);
  if (folded === "") return domain.fame.best(limit, domain.accepts);
  const { letters } = bytesOf(folded);
  const { order, prefixes } = domain.index;
  const best = new BestRows(domain, folded, limit);
  best.offer(order.prefix(letters), 0);
  if (withSlip && best.size < Math.min(FEW, limit) && letters.length >= SHORTEST_WITH_SLIP)
    order.prefixNear(letters, prefixes, (from, to) => best.offer([from, to], editsCost(1)));
  return best.first();
}

/** In a shorter text a slip is another text. */
const SHORTEST_WITH_SLIP = 3;

/** What the full search takes the text for. */
function meaning<Row extends number>(domain: Domain<Row>, folded: string, limit: number): Row[] {
  return matches(domain, folded, thresholdsOf(folded), { mostEdits: domain.editsHalfTyped })
    .slice(0, limit)
    .map(({ row }) => row);
}

/** Rows by the best of their keys: being well known weighs against what the key costs. */
class BestRows<Row extends number> {
  readonly #domain: Domain<Row>;
  readonly #text: string;
  readonly #limit: number;
  readonly #scores = new Map<Row, number>();
  /** With so many rows it is worth while to see which score decides. */
  #enough: number;
  /** What scores less is not among the best. */
  #least = Number.NEGATIVE_INFINITY;

  /**
   * @param text folded
   * @param limit rows that are wanted
   */
  constructor(domain: Domain<Row>, text: string, limit: number) {
    this.#domain = domain;
    this.#text = text;
    this.#limit = limit;
    this.#enough = limit;
  }

  get size(): number {
    return this.#scores.size;
  }

  /** Offers the best known of the keys in a run of places; those too little known to enter are not read. */
  offer([from, to]: readonly [number, number], cost: number): void {
    const { index, fame, kindCosts, accepts } = this.#domain;
    const end = fame.endOfKeys(cost, this.#least);
    for (const key of index.bestOf(from, to, this.#limit * KEYS_A_NAME, accepts, end)) {
      // Half of somebody's initials are the beginning of a word.
      if (index.kind(key) === KEY_KINDS.initials && index.text(key) !== this.#text) continue;
      const row = index.target(key);
      const score = fame.weight(row) - cost - kindCosts[index.kind(key)];
      if (score > (this.#scores.get(row) ?? Number.NEGATIVE_INFINITY)) this.#scores.set(row, score);
    }
    if (this.#scores.size < this.#enough) return;
    this.#least = Float64Array.from(this.#scores.values()).sort().at(-this.#limit) ?? this.#least;
    this.#enough = this.#scores.size + this.#limit;
  }

  first(): Row[] {
    return [...this.#scores]
      .sort(([a, first], [b, second]) => second - first || a - b)
      .slice(0, this.#limit)
      .map(([row]) => row);
  }
}
