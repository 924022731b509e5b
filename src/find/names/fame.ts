/** How well known each thing is: how likely somebody means it, before anything is compared. */
import type { KeyIndex } from "./index/key-index.js";

/** One order of magnitude more votes outweighs this many edits. */
export const FAME_WEIGHT = 0.74;

/** Logarithms of small numbers, which most votes are. */
const LOGS = Float64Array.from({ length: 4096 }, (_, votes) => Math.log10(1 + votes));

function logOf(votes: number): number {
  return votes < LOGS.length ? LOGS[votes] : Math.log10(1 + votes);
}

/** How finely fame is told apart where lists of keys are cut. */
const LEVELS_A_DECADE = 64;

export class Fame<Row extends number = number> {
  /** log10(1 + votes) by row. */
  readonly #logVotes: Float32Array;
  /** Entry l: the first key from which on nothing is as well known as l / LEVELS_A_DECADE. */
  readonly #endOfLevel: Int32Array;

  /** @param votes by row, whatever makes a thing known */
  constructor(votes: ArrayLike<number>, index: Pick<KeyIndex<Row>, "firstKeyOf">) {
    const logVotes = new Float32Array(votes.length);
    for (let row = 0; row < votes.length; row++) logVotes[row] = logOf(votes[row]);
    // The best known things have the first rows, but only by and large (actors, directors): from the last row
    // back, each level ends with the last row that reaches it.
    let highest = 0;
    for (const fame of logVotes) if (fame > highest) highest = fame;
    const endOfLevel = new Int32Array(Math.floor(highest * LEVELS_A_DECADE) + 2);
    let filled = -1;
    for (let row = votes.length - 1; row >= 0; row--) {
      const level = Math.floor(logVotes[row] * LEVELS_A_DECADE);
      if (level <= filled) continue;
      endOfLevel.fill(index.firstKeyOf(row + 1), filled + 1, level + 1);
      filled = level;
    }
    this.#logVotes = logVotes;
    this.#endOfLevel = endOfLevel;
  }

  /** log10(1 + votes). */
  logVotes(row: Row): number {
    return this.#logVotes[row];
  }

  /** How much being known adds to a row's score, in edits. */
  weight(row: Row): number {
    return FAME_WEIGHT * this.#logVotes[row];
  }

  /** The best known rows that are accepted, at most `limit`. */
  best(limit: number, accepts: (row: Row) => boolean): Row[] {
    const fame = this.#logVotes;
    const byFame = (a: Row, b: Row) => fame[b] - fame[a] || a - b;
    const rows: Row[] = [];
    for (let i = 0; i < fame.length; i++) {
      const row = i as Row;
      const enters = rows.length < limit || fame[row] > fame[rows[rows.length - 1]];
      if (!enters || !accepts(row)) continue;
      rows.push(row);
      if (rows.length < limit) continue;
      // Only now does it matter which of them is the least known.
      rows.sort(byFame);
      if (rows.length > limit) rows.pop();
    }
    return rows.sort(byFame);
  }

  /** A key from which on nothing that costs so much scores so high. */
  endOfKeys(cost: number, score: number): number {
    const needed = (score + cost) / FAME_WEIGHT;
    const level = Math.max(0, Math.min(Math.floor(needed * LEVELS_A_DECADE), this.#endOfLevel.length - 1));
    return this.#endOfLevel[level];
  }
}
