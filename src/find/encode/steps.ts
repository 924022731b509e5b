/**
 * Ascending numbers as the steps between them, seven bits a byte, lowest first: most steps take one or two
 * bytes instead of four. Shared by the build and the query.
 */

/** How many bytes a step takes. */
export function stepBytes(step: number): number {
  let bytes = 1;
  for (let rest = step >>> 7; rest > 0; rest >>>= 7) bytes++;
  return bytes;
}

/** Writes a step of at least 0; returns where the next begins. */
export function writeStep(bytes: Uint8Array, at: number, step: number): number {
  let next = at;
  let rest = step;
  for (; rest > 127; rest >>>= 7) bytes[next++] = (rest & 127) | 128;
  bytes[next++] = rest;
  return next;
}
