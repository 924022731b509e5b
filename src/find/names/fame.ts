/** How well known each thing is: how likely somebody means it. */
import type { KeyIndex } from "./index/key-index.js";

/** One order of magnitude more votes outweighs this many edits. */
export const KNOWN_WEIGHT = 0.74;

/** Logarithms of small numbers, which most votes are. */
const LOGS = Float64Array.from({ length: 4096 }, (_, votes) => Math.log10(1 + votes));

function fameOfVotes(votes: number): number {
  return votes < LOGS.length ? LOGS[votes] : Math.log10(1 + votes);
}

/** How finely fame is told apart where lists of keys are cut. */
const LEVELS_A_DECADE = 64;

export class Known {
  /** log10(1 + votes) by row. */
  readonly byRow: Float32Array;
  /** Entry l: the first key from which on nothing is as well known as l / LEVELS_A_DECADE. */
  private readonly endOfLevel: Int32Array;

  /** @param votes by row, whatever makes a thing known */
  constructor(votes: ArrayLike<number>, index: KeyIndex) {
    this.byRow = new Float32Array(votes.length);
    for (let row = 0; row < votes.length; row++) this.byRow[row] = fameOfVotes(votes[row]);
    // The best known things have the first rows, but only by and large (actors, directors): from the last row back, each
    // level ends with the last row that reaches it.
    let highest = 0;
    for (const fame of this.byRow) if (fame > highest) highest = fame;
    this.endOfLevel = new Int32Array(Math.floor(highest * LEVELS_A_DECADE) + 2);
    let filled = -1;
    for (let row = votes.length - 1; row >= 0; row--) {
      const level = Math.floor(this.byRow[row] * LEVELS_A_DECADE);
      if (level <= filled) continue;
      this.endOfLevel.fill(index.firstKeyOf(row + 1), filled + 1, level + 1);
      filled = level;
    }
  }

  /** How much being known adds to a row's score. */
  weight(row: number): number {
    return KNOWN_WEIGHT * this.byRow[row];
  }

  /** A key from which on nothing that costs so much scores so high. */
  endOfKeys(cost: number, score: number): number {
    const needed = (score + cost) / KNOWN_WEIGHT;
    const level = Math.max(0, Math.min(Math.floor(needed * LEVELS_A_DECADE), this.endOfLevel.length - 1));
    return this.endOfLevel[level];
  }
}
