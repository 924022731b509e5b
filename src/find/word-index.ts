/** Keys by their words: for subtitles, words left out, words in another order. */
import type { TableOf } from "../catalog/columns.js";
import type { TABLES } from "../catalog/schema.js";
import { BitPattern, LONGEST_PATTERN } from "./bit-distance.js";
import { bytesOf, type GramTable, KeyIndex, type KeyTable } from "./key-index.js";

type WordKeyTable = TableOf<(typeof TABLES)["filmWordKeys"]>;

/** Words of a question that are looked up; the rest only count when a key is compared. */
const MOST_WORDS = 8;
/** Readings of one word that nobody spelt so. */
const MOST_READINGS = 4;
/** Keys compared for one question. */
const MOST_KEYS = 160;
/** Keys of the rarest word that are taken without asking for a second one: the best known. */
const KEYS_OF_ONE_WORD = 48;

export class WordIndex {
  private readonly words: KeyIndex;

  constructor(
    words: KeyTable,
    grams: GramTable,
    private readonly keysOf: WordKeyTable,
    private readonly targetOf: (key: number) => number,
  ) {
    this.words = new KeyIndex(words, grams);
  }

  /** Keys that have most of these words, nearly so spelt, those of better known things first. */
  keysWith(words: readonly string[]): number[] {
    const readings = words
      .slice(0, MOST_WORDS)
      .map((word) => this.readingsOf(word))
      .filter((rows) => rows.length > 0)
      .map((rows) => ({ rows, size: rows.reduce((sum, row) => sum + this.keysOf.keys.size(row), 0) }))
      .sort((a, b) => a.size - b.size);
    const keys = new Set<number>();
    const [rarest, ...others] = readings;
    if (rarest === undefined) return [];
    for (const second of others) {
      if (keys.size >= MOST_KEYS / 2) break;
      this.intersect(rarest.rows, second.rows, keys, MOST_KEYS / 2);
    }
    for (const { rows } of readings.slice(0, 3)) {
      for (const row of rows)
        for (const key of this.keysOf.keys.get(row).subarray(0, KEYS_OF_ONE_WORD)) keys.add(key);
    }
    return [...keys].slice(0, MOST_KEYS);
  }

  /** Rows of the vocabulary that a typed word may be: itself, else the nearest by spelling. */
  private readingsOf(word: string): number[] {
    const { letters, sound } = bytesOf(word);
    const [from, to] = this.words.exact(letters);
    if (to > from) return [this.words.target(this.words.keyAt(from))];
    if (letters.length < 3 || letters.length > LONGEST_PATTERN || sound.length === 0) return [];
    const pattern = new BitPattern(letters);
    const { bytes, offsets } = this.words.texts;
    const limit = letters.length < 6 ? 1 : 2;
    const near: { row: number; distance: number }[] = [];
    this.words.near(sound, limit, (key) => {
      const distance = pattern.distance(bytes, offsets[key], offsets[key + 1]);
      if (distance <= limit) near.push({ row: this.words.target(key), distance });
    });
    // Rows come most used first.
    near.sort((a, b) => a.distance - b.distance || a.row - b.row);
    return [...new Set(near.map(({ row }) => row))].slice(0, MOST_READINGS);
  }

  /** Keys that stand in a list of either side, by target. */
  private intersect(
    first: readonly number[],
    second: readonly number[],
    keys: Set<number>,
    most: number,
  ): void {
    for (const a of first) {
      const short = this.keysOf.keys.get(a);
      for (const b of second) {
        const long = this.keysOf.keys.get(b);
        let j = 0;
        for (let i = 0; i < short.length && keys.size < most; i++) {
          const key = short[i];
          const target = this.targetOf(key);
          while (j < long.length && this.targetOf(long[j]) < target) j++;
          // Several keys may be of one target: they stand side by side.
          for (let k = j; k < long.length && this.targetOf(long[k]) === target; k++) {
            if (long[k] === key) keys.add(key);
          }
        }
      }
    }
  }
}
