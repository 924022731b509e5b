/** Keys by their words: for subtitles, words left out, words in another order. */
import type { TableOf } from "../../../catalog/columns.js";
import type { TABLES } from "../../../catalog/schema.js";
import { BitPattern, LONGEST_PATTERN } from "../distance/bit-distance.js";
import type { Texts } from "../distance/cost.js";
import { LetterOrder } from "./letter-order.js";
import { SegmentIndex, type SegmentTable } from "./segment-index.js";

type WordTable = TableOf<(typeof TABLES)["filmWords"]>;

/** Words of a question that are looked up; the rest only count when a key is compared. */
const MOST_WORDS = 8;
/** Shorter words mean another one after an edit. */
const SHORTEST_MISSPELT = 3;
/** From so many letters on a word may hold two slips. */
const LONG_WORD = 6;
/** Readings of one word that nobody spelt so. */
const MOST_READINGS = 4;
/** Keys with two of the words, compared for one question. */
const MOST_PAIRED = 80;
/** Keys of a rare word that are taken without asking for a second one: the best known. */
const KEYS_OF_ONE_WORD = 32;
/** How many of the rarest words are trusted alone. */
const RAREST_WORDS = 3;
/** Keys of a word that are paired: the best known; who means another types a rarer word too. */
const MOST_WALKED = 1000;

export class WordIndex {
  readonly #order: LetterOrder;
  readonly #segments: SegmentIndex;
  readonly #texts: Texts;
  /** Keys that contain word w: `keys[offsets[w]…offsets[w + 1]]`, ascending: better known things first. */
  readonly #offsets: Int32Array;
  readonly #keys: Int32Array;

  constructor(words: WordTable, segments: SegmentTable) {
    this.#texts = words.text.raw;
    this.#order = new LetterOrder(this.#texts, words.rowCount, undefined);
    this.#segments = new SegmentIndex(segments, words.letterMask);
    const { offsets, values } = words.keys;
    this.#offsets = offsets;
    this.#keys = values;
  }

  /**
   * Keys that have most of these words, nearly so spelt.
   * @param before keys from this one on are of no interest
   */
  keysWith(words: readonly string[], before = Number.POSITIVE_INFINITY): Iterable<number> {
    const keys = new Set<number>();
    if (before === 0) return keys;
    const readings = words
      .slice(0, MOST_WORDS)
      .map((word) => this.#readingsOf(Buffer.from(word)))
      .filter((rows) => rows.length > 0)
      .map((rows) => ({ rows, size: rows.reduce((sum, row) => sum + this.#size(row), 0) }))
      .sort((a, b) => a.size - b.size);
    const [rarest, ...others] = readings;
    if (rarest === undefined) return keys;
    for (const second of others.slice(0, RAREST_WORDS)) {
      for (const a of rarest.rows) for (const b of second.rows) this.#intersect(a, b, before, keys);
      if (keys.size >= MOST_PAIRED) break;
    }
    for (const { rows } of readings.slice(0, RAREST_WORDS)) {
      for (const row of rows) {
        const end = Math.min(this.#offsets[row + 1], this.#offsets[row] + KEYS_OF_ONE_WORD);
        for (let i = this.#offsets[row]; i < end && this.#keys[i] < before; i++) keys.add(this.#keys[i]);
      }
    }
    return keys;
  }

  /** How many keys have a word, spelt just so. */
  keyCount(word: string): number {
    let count = 0;
    this.#order.exact(Buffer.from(word), (row) => {
      count += this.#size(row);
    });
    return count;
  }

  /** The best known key that has a word, spelt just so. */
  bestKey(word: string): number | undefined {
    let best: number | undefined;
    this.#order.exact(Buffer.from(word), (row) => {
      best = this.#keys[this.#offsets[row]];
    });
    return best;
  }

  /**
   * Words of the vocabulary that a typed one may be but for so many slips, itself not among them: the nearest first, of
   * those the most used.
   */
  spellings(word: string, edits: number): string[] {
    const { bytes, offsets } = this.#texts;
    return this.#near(Buffer.from(word), edits).map((row) =>
      Buffer.from(bytes.buffer, bytes.byteOffset + offsets[row], offsets[row + 1] - offsets[row]).toString(),
    );
  }

  #size(row: number): number {
    return this.#offsets[row + 1] - this.#offsets[row];
  }

  /**
   * Rows of the vocabulary that a typed word may be: itself, else the nearest, and of those the most used.
   */
  #readingsOf(word: Uint8Array): number[] {
    const same: number[] = [];
    this.#order.exact(word, (row) => same.push(row));
    if (same.length > 0) return same;
    return this.#near(word, word.length < LONG_WORD ? 1 : 2);
  }

  #near(word: Uint8Array, limit: number): number[] {
    if (word.length < SHORTEST_MISSPELT || word.length > LONGEST_PATTERN) return [];
    const { bytes, offsets } = this.#texts;
    const pattern = new BitPattern(word);
    const near = new Map<number, number>();
    const count = this.#segments.near(word, limit, Number.POSITIVE_INFINITY);
    for (let i = 0; i < count; i++) {
      const row = this.#segments.found(i);
      const distance = pattern.distance(bytes, offsets[row], offsets[row + 1]);
      if (distance <= limit) near.set(row, distance);
    }
    return [...near]
      .sort(([a, first], [b, second]) => first - second || this.#size(b) - this.#size(a) || a - b)
      .slice(0, MOST_READINGS)
      .map(([row]) => row);
  }

  /**
   * Adds keys that stand in the lists of both words: from the shorter list, each is looked for further on in
   * the longer.
   */
  #intersect(a: number, b: number, before: number, found: Set<number>): void {
    const keys = this.#keys;
    const offsets = this.#offsets;
    const [short, long] = this.#size(a) <= this.#size(b) ? [a, b] : [b, a];
    const end = Math.min(offsets[short + 1], offsets[short] + MOST_WALKED);
    const longEnd = offsets[long + 1];
    let at = offsets[long];
    for (let i = offsets[short]; i < end && found.size < MOST_PAIRED; i++) {
      const key = keys[i];
      if (key >= before) return;
      let stride = 1;
      while (at + stride < longEnd && keys[at + stride] < key) stride *= 2;
      let low = at + (stride >> 1);
      let high = Math.min(longEnd, at + stride + 1);
      while (low < high) {
        const middle = (low + high) >> 1;
        if (keys[middle] < key) low = middle + 1;
        else high = middle;
      }
      at = low;
      if (at === longEnd) return;
      if (keys[at] === key) found.add(key);
    }
  }
}
