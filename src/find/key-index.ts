/** The keys of one kind of thing in memory: exact and prefix look-up, and candidates by shared letter trigrams. */
import type { TableOf } from "../catalog/columns.js";
import type { TABLES } from "../catalog/schema.js";
import { gramsOf } from "./encode/grams.js";

type KeyTable = TableOf<(typeof TABLES)["filmKeys"]>;
type GramTable = TableOf<(typeof TABLES)["filmGrams"]>;

/** Candidates looked at more closely for one question. */
const MOST_CANDIDATES = 200;
/** A candidate shares at least this part of the question's trigrams. */
const LEAST_SHARED = 0.25;
/** How much being well known weighs against shared trigrams when candidates are chosen (votes' log10 is up to 4). */
const KNOWN_WEIGHT = 0.04;

export class KeyIndex {
  /** Trigrams shared with the question, by key; all zero between two questions. */
  private readonly shared: Uint8Array;
  private readonly touched: Int32Array;

  /**
   * @param known how well known each thing is, by row; only breaks ties among candidates
   */
  constructor(
    private readonly keys: KeyTable,
    private readonly grams: GramTable,
    private readonly known: Float32Array,
  ) {
    this.shared = new Uint8Array(keys.rowCount);
    this.touched = new Int32Array(keys.rowCount);
  }

  text(key: number): string {
    return this.keys.text.get(key);
  }

  target(key: number): number {
    return this.keys.target[key];
  }

  kind(key: number): number {
    return this.keys.kind[key];
  }

  /** Keys of just this text: from the first up to (not including) the second. */
  exact(text: string): [from: number, to: number] {
    return [this.lowerBound(text), this.lowerBound(`${text}\u0000`)];
  }

  /** Keys that begin with this text: from the first up to (not including) the second. */
  prefix(text: string): [from: number, to: number] {
    return [this.lowerBound(text), this.lowerBound(`${text}\uffff`)];
  }

  private lowerBound(text: string): number {
    let low = 0;
    let high = this.keys.rowCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.keys.text.get(middle) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Keys that share enough trigrams with a folded text, the most alike first, at most MOST_CANDIDATES.
   */
  candidates(text: string): number[] {
    const grams = gramsOf(text);
    const count = this.countShared(grams);
    const least = Math.max(1, Math.ceil(grams.length * LEAST_SHARED));
    const chosen: { key: number; likeness: number }[] = [];
    for (let i = 0; i < count; i++) {
      const key = this.touched[i];
      const shared = this.shared[key];
      this.shared[key] = 0;
      if (shared < least) continue;
      // Dice's coefficient; a key has about as many trigrams as letters.
      const dice = (2 * shared) / (grams.length + this.keys.text.size(key));
      chosen.push({ key, likeness: dice + KNOWN_WEIGHT * this.known[this.keys.target[key]] });
    }
    chosen.sort((a, b) => b.likeness - a.likeness);
    return chosen.slice(0, MOST_CANDIDATES).map(({ key }) => key);
  }

  /** Fills `shared` and `touched`; returns how many keys were touched. */
  private countShared(grams: readonly number[]): number {
    const { offsets, values } = this.grams.keys;
    let count = 0;
    for (const gram of grams) {
      const end = offsets[gram + 1];
      for (let i = offsets[gram]; i < end; i++) {
        const key = values[i];
        if (this.shared[key]++ === 0) this.touched[count++] = key;
      }
    }
    return count;
  }
}
