/** How well known each thing is: how likely somebody means it. */
import type { KeyIndex } from "./key-index.js";

/** One order of magnitude more votes outweighs this many edits. */
export const KNOWN_WEIGHT = 0.74;

export class Known {
  /** log10(1 + votes) by row. */
  readonly byRow: Float32Array;
  /** The most of `byRow` from each row on: rows come best known first only by and large (actors, directors). */
  private readonly most: Float32Array;

  /** @param votes by row, whatever makes a thing known */
  constructor(
    votes: ArrayLike<number>,
    private readonly index: KeyIndex,
  ) {
    this.byRow = new Float32Array(votes.length);
    for (let row = 0; row < votes.length; row++) this.byRow[row] = Math.log10(1 + votes[row]);
    this.most = this.byRow.slice();
    for (let row = votes.length - 2; row >= 0; row--)
      this.most[row] = Math.max(this.most[row], this.most[row + 1]);
  }

  /** How much being known adds to a row's score. */
  weight(row: number): number {
    return KNOWN_WEIGHT * this.byRow[row];
  }

  /** The first key from which on nothing that costs so much scores so high. */
  endOfKeys(cost: number, score: number): number {
    const needed = (score + cost) / KNOWN_WEIGHT;
    let low = 0;
    let high = this.most.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.most[middle] >= needed) low = middle + 1;
      else high = middle;
    }
    return this.index.firstKeyOf(low);
  }
}
