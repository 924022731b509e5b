/**
 * Edit distance with swaps of one pattern to many texts, a whole column of the table at a time: 32 letters of
 * the pattern stand in the bits of one number (Myers 1999, with the swap of Hyyrö 2003).
 */

/** Longer patterns do not fit into one number. */
export const LONGEST_PATTERN = 32;

export class BitPattern {
  /** Bit i of entry c: letter i of the pattern is c. */
  readonly #occurrences = new Int32Array(256);
  readonly #length: number;
  readonly #lastBit: number;

  /** @param pattern 1 to LONGEST_PATTERN bytes */
  constructor(pattern: Uint8Array) {
    for (let i = 0; i < pattern.length; i++) this.#occurrences[pattern[i]] |= 1 << i;
    this.#length = pattern.length;
    this.#lastBit = 1 << (pattern.length - 1);
  }

  /**
   * Insertions, deletions, substitutions and swaps of neighbours each cost 1.
   * @param skip a byte of the text that does not count (a space), or -1
   * @returns the distance to `text[from…to]`
   */
  distance(text: Uint8Array, from: number, to: number, skip = -1): number {
    const occurrences = this.#occurrences;
    const lastBit = this.#lastBit;
    let distance = this.#length;
    let positive = -1;
    let negative = 0;
    let diagonal = 0;
    let before = 0;
    for (let i = from; i < to; i++) {
      const byte = text[i];
      if (byte === skip) continue;
      const matches = occurrences[byte];
      const swaps = ((~diagonal & matches) << 1) & before;
      diagonal = ((((matches & positive) + positive) | 0) ^ positive) | matches | negative | swaps;
      let horizontalPositive = negative | ~(diagonal | positive);
      const horizontalNegative = diagonal & positive;
      if ((horizontalPositive & lastBit) !== 0) distance++;
      else if ((horizontalNegative & lastBit) !== 0) distance--;
      horizontalPositive = (horizontalPositive << 1) | 1;
      positive = (horizontalNegative << 1) | ~(diagonal | horizontalPositive);
      negative = horizontalPositive & diagonal;
      before = matches;
    }
    return distance;
  }
}
