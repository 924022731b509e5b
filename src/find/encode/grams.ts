/**
 * Letter trigrams of sounds: which keys could be meant, before any is compared. Shared by the build and the query.
 *
 * Postings stand by (trigram bucket, length of the sound), so that a question of n letters with d edits reads only
 * lengths n − d to n + d. Within one list the keys ascend, and only the steps between them are stored, in bytes of
 * seven bits: most take one byte instead of four.
 */

/** Sounds this long and longer share the last length. */
export const LONGEST_SOUND = 48;
/** Lists of one bucket: one for each length from 0. */
export const LENGTHS = LONGEST_SOUND + 1;

const BOUNDARY = 0x20;

/** How many buckets suit a number of keys: a power of two, so that lists are neither endless nor mostly empty. */
export function bucketCount(keyCount: number): number {
  let buckets = 256;
  while (buckets < 32_768 && buckets * 8 < keyCount) buckets *= 2;
  return buckets;
}

/** Trigrams of a sound with a boundary on either side: as many as it has bytes. */
export function gramCount(sound: Uint8Array): number {
  return sound.length;
}

/** Bucket of the trigram around byte `at` of a sound: the byte before it (or the boundary), itself, the one after. */
export function gramBucket(sound: Uint8Array, at: number, buckets: number): number {
  const before = at === 0 ? BOUNDARY : sound[at - 1];
  const after = at === sound.length - 1 ? BOUNDARY : sound[at + 1];
  return (
    Math.imul(Math.imul(Math.imul(before, 31) + sound[at], 37) + after, 0x9e3779b1) >>>
    (32 - Math.log2(buckets))
  );
}

/** Which list of a bucket a sound of so many bytes belongs to. */
export function lengthClass(soundLength: number): number {
  return Math.min(soundLength, LONGEST_SOUND);
}

/** How many bytes a step takes. */
export function stepBytes(step: number): number {
  let bytes = 1;
  for (let rest = step >>> 7; rest > 0; rest >>>= 7) bytes++;
  return bytes;
}

/** Writes a step of at least 0, seven bits a byte, lowest first; returns where the next begins. */
export function writeStep(bytes: Uint8Array, at: number, step: number): number {
  let next = at;
  let rest = step;
  for (; rest > 127; rest >>>= 7) bytes[next++] = (rest & 127) | 128;
  bytes[next++] = rest;
  return next;
}
