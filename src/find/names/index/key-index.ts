/**
 * The keys of one kind of thing in memory. They stand in the order of what they name, best known first, so
 * that every list of them does too. Everything is a loop over the file's own typed arrays.
 */
import type { TableOf } from "../../../catalog/columns.js";
import type { Rows } from "../../../catalog/rows.js";
import type { TABLES } from "../../../catalog/schema.js";
import type { KeyKind } from "../../encode/keys/keys.js";
import { soundOf } from "../../encode/sound.js";
import type { Texts } from "../distance/cost.js";
import { LetterOrder } from "./letter-order.js";
import { PrefixSet } from "./prefix-set.js";
import { SegmentIndex, type SegmentTable } from "./segment-index.js";

/** A table of keys, of whatever they name. */
export type KeyTable<Row extends number> = Omit<TableOf<(typeof TABLES)["filmKeys"]>, "target"> & {
  readonly target: Rows<Row>;
};
export type PrefixTable = TableOf<(typeof TABLES)["filmPrefixes"]>;

/** Places that share one entry of `bestOfBlock`. */
const BLOCK = 64;

export class KeyIndex<Row extends number> {
  readonly texts: Texts;
  readonly sounds: Texts;
  readonly order: LetterOrder;
  readonly prefixes: PrefixSet;
  /** Slips of the finger. */
  readonly byLetters: SegmentIndex;
  /** Slips of the ear. */
  readonly bySound: SegmentIndex;
  /** What has the same consonants. */
  readonly byConsonants: SegmentIndex;
  /** Made when first wanted: a start has no time for all of them. */
  #bestOfBlock: Int32Array | undefined;
  readonly #keys: KeyTable<Row>;

  constructor(
    keys: KeyTable<Row>,
    prefixes: PrefixTable,
    letterSegments: SegmentTable,
    soundSegments: SegmentTable,
    consonants: SegmentTable,
  ) {
    this.#keys = keys;
    this.texts = keys.text.raw;
    this.sounds = keys.sound.raw;
    this.order = new LetterOrder(this.texts, keys.rowCount, keys.byLetters);
    this.prefixes = new PrefixSet(prefixes.bits);
    this.byLetters = new SegmentIndex(letterSegments, keys.letterMask);
    this.bySound = new SegmentIndex(soundSegments, keys.soundMask);
    this.byConsonants = new SegmentIndex(consonants, keys.soundMask);
  }

  text(key: number): string {
    return this.#keys.text.get(key);
  }

  target(key: number): Row {
    return this.#keys.target[key];
  }

  /** The first key of a row or of one behind it. */
  firstKeyOf(row: number): number {
    const { target } = this.#keys;
    let low = 0;
    let high = this.#keys.rowCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (target[middle] < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  kind(key: number): KeyKind {
    return this.#keys.kind[key] as KeyKind;
  }

  /**
   * The best known keys among a run of places in the order of letters, at most `most`. A block of places is
   * read only where it holds a key that enters.
   * @param before keys from this one on are of no interest
   */
  bestOf(
    from: number,
    to: number,
    most: number,
    accepts: (row: Row) => boolean,
    before = Number.POSITIVE_INFINITY,
  ): number[] {
    const { byLetters, target } = this.#keys;
    this.#bestOfBlock ??= bestOfBlocks(byLetters);
    const best: number[] = [];
    // Whatever is not before this key does not enter.
    let limit = before;
    for (let place = from; place < to; ) {
      const block = Math.floor(place / BLOCK);
      const end = Math.min(to, (block + 1) * BLOCK);
      if (this.#bestOfBlock[block] < limit) {
        for (let i = place; i < end; i++) {
          const key = byLetters[i];
          if (key >= limit || !accepts(target[key])) continue;
          insert(best, key, most);
          if (best.length === most) limit = best[most - 1];
        }
      }
      place = end;
    }
    return best;
  }
}

/** The least key, which is the best known, of each run of BLOCK places in the order of letters. */
function bestOfBlocks(byLetters: Int32Array): Int32Array {
  const best = new Int32Array(Math.ceil(byLetters.length / BLOCK)).fill(byLetters.length);
  for (let place = 0; place < byLetters.length; place++) {
    const block = Math.floor(place / BLOCK);
    if (byLetters[place] < best[block]) best[block] = byLetters[place];
  }
  return best;
}

/** Keeps the `most` least of what is inserted, ascending. */
function insert(best: number[], key: number, most: number): void {
  if (best.length === most) best.pop();
  let at = best.length;
  while (at > 0 && best[at - 1] > key) at--;
  best.splice(at, 0, key);
}

/** A folded text as the index compares it: its letters without spaces, and its sound. */
export function bytesOf(folded: string): { letters: Uint8Array; sound: Uint8Array } {
  return { letters: Buffer.from(folded.replaceAll(" ", "")), sound: Buffer.from(soundOf(folded)) };
}
