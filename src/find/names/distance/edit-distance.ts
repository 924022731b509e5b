/** Edit distance with swaps, bounded. */

/** Rows of the dynamic programme, reused: a distance is computed some hundred times a question. */
const LONGEST = 256;
const rows = [new Uint16Array(LONGEST + 1), new Uint16Array(LONGEST + 1), new Uint16Array(LONGEST + 1)];

/**
 * Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours each cost 1.
 * @param limit what is above it is not computed exactly
 * @returns the distance, or limit + 1 where it is larger than the limit
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  const tooFar = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return tooFar;
  if (a.length > LONGEST || b.length > LONGEST) return tooFar;
  let [before, previous, current] = rows;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    current[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(previous[j], current[j - 1]) + 1;
      const replaced = previous[j - 1] + (letter === other ? 0 : 1);
      if (replaced < cost) cost = replaced;
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && other === a.charCodeAt(i - 2)) {
        const swapped = before[j - 2] + 1;
        if (swapped < cost) cost = swapped;
      }
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return tooFar;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[b.length], tooFar);
}
