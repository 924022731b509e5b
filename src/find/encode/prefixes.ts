/**
 * How the keys begin, as a Bloom filter (1970): one bit for each beginning of 4 to 8 letters. Shared by the
 * build and the query. Most ways to mend a slip in what is half typed begin nothing, and need not be looked
 * for.
 */
import { bucketOf, mix } from "./segments.js";

/** Shorter beginnings mostly occur; longer ones are told apart by their first letters. */
export const SHORTEST_PREFIX = 4;
export const LONGEST_PREFIX = 8;
/**
 * With about two beginnings a key that no key before it had, one in six of those that do not occur passes.
 */
const BITS_A_KEY = 8;

/** How many bits suit a number of keys: a power of two, whole bytes. */
export function prefixBits(keyCount: number): number {
  let bits = 256;
  while (bits < keyCount * BITS_A_KEY) bits *= 2;
  return bits;
}

/** Calls back with the bit of each beginning of a key. @param letters without spaces */
export function eachPrefix(letters: Uint8Array, bits: number, each: (bit: number) => void): void {
  let hash = 0;
  let length = 0;
  for (const letter of letters) {
    if (length === LONGEST_PREFIX) break;
    hash = mix(hash, letter);
    length++;
    if (length >= SHORTEST_PREFIX) each(bucketOf(hash, bits));
  }
}
