/** What a half-typed name may become: names that begin so, best known first; then what the full search finds. */
import { costLimit, prefixCost } from "./cost.js";
import type { KeyKind } from "./encode/keys.js";
import { bytesOf } from "./key-index.js";
import type { Row } from "./port.js";
import { type Domain, KNOWN_WEIGHT, matches, normalise } from "./ranking.js";

/**
 * @returns rows, best first, at most `limit`; for no text the best known things
 */
export function completeRows(domain: Domain, text: string, limit: number, accepts: Accepts): readonly Row[] {
  const folded = normalise(text);
  if (folded === "") return bestKnown(domain, limit, accepts);
  const rows = new Set(beginningWith(domain, folded, limit, accepts));
  for (const further of [beginningNearly, meaning]) {
    if (rows.size >= limit) break;
    for (const row of further(domain, folded, limit, accepts)) rows.add(row);
  }
  return [...rows].slice(0, limit);
}

type Accepts = (row: Row) => boolean;

/** What the full search takes the text for. */
function meaning(domain: Domain, folded: string, limit: number, accepts: Accepts): Row[] {
  return matches(domain, folded, costLimit(folded), accepts)
    .slice(0, limit)
    .map(({ row }) => row);
}

function bestKnown({ known }: Domain, limit: number, accepts: Accepts): Row[] {
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

/** Names that begin just so. */
function beginningWith(domain: Domain, prefix: string, limit: number, accepts: Accepts): Row[] {
  const best = new BestRows(domain, accepts);
  const [from, to] = domain.index.prefix(bytesOf(prefix).letters);
  for (let place = from; place < to; place++) best.offer(domain.index.keyAt(place), 0);
  return best.first(limit);
}

/** One slip is forgiven in a short text, two in a longer one. */
const LONG_TEXT = 8;

/** Names that begin so but for a slip. */
function beginningNearly(domain: Domain, folded: string, limit: number, accepts: Accepts): Row[] {
  const best = new BestRows(domain, accepts);
  const slips = folded.length < LONG_TEXT ? 1 : 2;
  domain.index.beginningNear(bytesOf(folded).sound, slips, (key) => {
    const cost = prefixCost(folded, domain.index.text(key), slips);
    if (cost <= slips) best.offer(key, cost);
  });
  return best.first(limit);
}

/** Rows by the best of their keys: being well known weighs against what the key costs. */
class BestRows {
  private readonly scores = new Map<Row, number>();

  constructor(
    private readonly domain: Domain,
    private readonly accepts: Accepts,
  ) {}

  offer(key: number, cost: number): void {
    const { index, known, kindCosts } = this.domain;
    const row = index.target(key);
    if (!this.accepts(row)) return;
    const score = KNOWN_WEIGHT * known[row] - cost - kindCosts[index.kind(key) as KeyKind];
    if (score > (this.scores.get(row) ?? Number.NEGATIVE_INFINITY)) this.scores.set(row, score);
  }

  first(limit: number): Row[] {
    return [...this.scores]
      .sort(([a, first], [b, second]) => second - first || a - b)
      .slice(0, limit)
      .map(([row]) => row);
  }
}
