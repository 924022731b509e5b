/** What a half-typed name may become: names that begin so, best known first; then what the full search finds. */
import { costLimit } from "./cost.js";
import type { Row } from "./port.js";
import { type Domain, matches, normalise } from "./ranking.js";

/**
 * @returns rows, best first, at most `limit`; for no text the best known things
 */
export function completeRows(
  domain: Domain,
  text: string,
  limit: number,
  accepts: (row: Row) => boolean,
): readonly Row[] {
  const folded = normalise(text);
  if (folded === "") return bestKnown(domain, limit, accepts);
  // A trailing space ends the word: "it " asks for titles that go on after "it".
  const prefix = /\s$/.test(text) ? `${folded} ` : folded;
  const rows = new Set(beginningWith(domain, prefix, limit, accepts));
  if (rows.size < limit) {
    for (const { row } of matches(domain, folded, costLimit(folded), accepts)) {
      if (rows.size >= limit) break;
      rows.add(row);
    }
  }
  return [...rows];
}

function bestKnown({ known }: Domain, limit: number, accepts: (row: Row) => boolean): Row[] {
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

function beginningWith(
  { index, known }: Domain,
  prefix: string,
  limit: number,
  accepts: (row: Row) => boolean,
): Row[] {
  const [from, to] = index.prefix(prefix);
  const rows = new Set<Row>();
  for (let key = from; key < to; key++) {
    const row = index.target(key);
    if (accepts(row)) rows.add(row);
  }
  return [...rows].sort((a, b) => known[b] - known[a] || a - b).slice(0, limit);
}
