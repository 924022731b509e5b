/** Which beginnings occur among the keys, and some that do not (see `encode/prefixes.ts`). */
import { LONGEST_PREFIX, SHORTEST_PREFIX } from "../../encode/prefixes.js";
import { bucketOf, mix } from "../../encode/segments.js";

/** No letter between. */
export const NONE = -1;

export class PrefixSet {
  readonly #bytes: Uint8Array;

  /** @param bytes eight bits each, the lowest first */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /**
   * Whether a key may begin with the first `head` of some letters, then `between` (or NONE), then the letters
   * from `at` on: false is certain.
   */
  mayHave(letters: Uint8Array, head: number, between: number, at: number): boolean {
    let hash = 0;
    let length = 0;
    for (let i = 0; i < head && length < LONGEST_PREFIX; i++, length++) hash = mix(hash, letters[i]);
    if (between !== NONE && length < LONGEST_PREFIX) {
      hash = mix(hash, between);
      length++;
    }
    for (let i = at; i < letters.length && length < LONGEST_PREFIX; i++, length++)
      hash = mix(hash, letters[i]);
    if (length < SHORTEST_PREFIX) return true;
    const bit = bucketOf(hash, this.#bytes.length * 8);
    return (this.#bytes[bit >>> 3] & (1 << (bit & 7))) !== 0;
  }
}
