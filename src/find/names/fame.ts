/** How well known each thing is: how likely somebody means it, before anything is compared. */
import type { KeyIndex } from "./index/key-index.js";

/** One order of magnitude more votes outweighs this many edits. */
export const FAME_WEIGHT = 0.74;

/** How finely fame is told apart where lists of keys are cut. */
const LEVELS_A_DECADE = 64;

/** Of so many small numbers, which most votes are, logarithms are kept. */
const SMALL = 4096;
const LOGS = new Float32Array(SMALL);
/**
 * Their levels. Whole numbers cost no memory on the way; half a million logarithms, of everybody in both
 * roles, would be tens of megabytes to throw away.
 */
const LEVELS = new Int16Array(SMALL);
for (let votes = 0; votes < SMALL; votes++) {
  LOGS[votes] = Math.log10(1 + votes);
  LEVELS[votes] = levelOfLog(LOGS[votes]);
}

function levelOfLog(log: number): number {
  return Math.floor(log * LEVELS_A_DECADE);
}

/** log10(1 + votes). */
function logOf(votes: number): number {
  return votes < LOGS.length ? LOGS[votes] : Math.fround(Math.log10(1 + votes));
}

function levelOf(votes: number): number {
  return votes < LEVELS.length ? LEVELS[votes] : levelOfLog(logOf(votes));
}

export class Fame<Row extends number = number> {
  readonly #read: () => Int32Array;
  readonly #index: Pick<KeyIndex<Row>, "firstKeyOf">;
  /** By row. */
  #known: Int32Array | undefined;
  /** Entry l: the first key from which on nothing is as well known as l / LEVELS_A_DECADE. */
  #endOfLevel: Int32Array | undefined;

  /** @param votes by row, whatever makes a thing known; called when it is first wanted */
  constructor(votes: () => Int32Array, index: Pick<KeyIndex<Row>, "firstKeyOf">) {
    this.#read = votes;
    this.#index = index;
  }

  get #votes(): Int32Array {
    this.#known ??= this.#read();
    return this.#known;
  }

  /** log10(1 + votes). */
  logVotes(row: Row): number {
    return logOf(this.#votes[row]);
  }

  /** How much being known adds to a row's score, in edits. */
  weight(row: Row): number {
    return FAME_WEIGHT * logOf(this.#votes[row]);
  }

  /** The best known rows that are accepted, at most `limit`. */
  best(limit: number, accepts: (row: Row) => boolean): Row[] {
    const fame = this.#votes;
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
    this.#endOfLevel ??= endOfLevels(this.#votes, this.#index);
    const needed = (score + cost) / FAME_WEIGHT;
    const level = Math.max(0, Math.min(Math.floor(needed * LEVELS_A_DECADE), this.#endOfLevel.length - 1));
    return this.#endOfLevel[level];
  }
}

/**
 * The best known things have the first rows, but only by and large (actors, directors): from the last row back, each level
 * ends with the last row that reaches it.
 */
function endOfLevels<Row extends number>(
  votes: Int32Array,
  index: Pick<KeyIndex<Row>, "firstKeyOf">,
): Int32Array {
  let highest = 0;
  for (let row = 0; row < votes.length; row++) if (votes[row] > highest) highest = votes[row];
  const endOfLevel = new Int32Array(levelOf(highest) + 2);
  let filled = -1;
  for (let row = votes.length - 1; row >= 0; row--) {
    const level = levelOf(votes[row]);
    if (level <= filled) continue;
    endOfLevel.fill(index.firstKeyOf(row + 1), filled + 1, level + 1);
    filled = level;
  }
  return endOfLevel;
}
