/**
 * The keys of one kind of thing in memory: exact and prefix look-up, and keys that sound nearly so.
 * Everything is a loop over the file's own typed arrays; nothing is decoded or allocated for a key that does not fit.
 */
import type { TableOf } from "../catalog/columns.js";
import type { TABLES } from "../catalog/schema.js";
import { gramBucket, gramCount, LENGTHS, LONGEST_SOUND, lengthClass } from "./encode/grams.js";
import { letterMask, soundOf } from "./encode/sound.js";

export type KeyTable = TableOf<(typeof TABLES)["filmKeys"]>;
export type GramTable = TableOf<(typeof TABLES)["filmGrams"]>;

const SPACE = 0x20;
/** Shorter sounds have too few trigrams to survive an edit: all keys of about their length are looked at. */
const SHORTEST_WITH_GRAMS = 5;
/** Keys looked at for one question, whatever it is: the worst cases are all common letters. */
const MOST_KEYS = 30_000;

export class KeyIndex {
  private readonly buckets: number;
  /** First key of each length class, and at the end the number of keys. */
  private readonly firstOfLength: Int32Array;
  readonly texts: { readonly bytes: Uint8Array; readonly offsets: Int32Array };
  readonly sounds: { readonly bytes: Uint8Array; readonly offsets: Int32Array };

  constructor(
    private readonly keys: KeyTable,
    private readonly grams: GramTable,
  ) {
    this.buckets = grams.rowCount / LENGTHS;
    this.texts = keys.text.raw;
    this.sounds = keys.sound.raw;
    this.firstOfLength = new Int32Array(LENGTHS + 1).fill(keys.rowCount);
    for (let key = keys.rowCount - 1; key >= 0; key--)
      this.firstOfLength[lengthClass(keys.sound.size(key))] = key;
    for (let length = LENGTHS - 1; length >= 0; length--) {
      this.firstOfLength[length] = Math.min(this.firstOfLength[length], this.firstOfLength[length + 1]);
    }
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

  /** Key at a place in the order of letters. */
  keyAt(place: number): number {
    return this.keys.byLetters[place];
  }

  /** Places of the keys of just these letters, spaces apart: from the first up to (not including) the second. */
  exact(letters: Uint8Array): [from: number, to: number] {
    return [this.lowerBound(letters, false), this.lowerBound(letters, true, true)];
  }

  /** Places of the keys that begin with these letters. */
  prefix(letters: Uint8Array): [from: number, to: number] {
    return [this.lowerBound(letters, false), this.lowerBound(letters, true)];
  }

  /** First place whose key is not before the letters; `past`: not before or beginning with them (or just them). */
  private lowerBound(letters: Uint8Array, past: boolean, whole = false): number {
    let low = 0;
    let high = this.keys.rowCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = this.compare(this.keys.byLetters[middle], letters, whole);
      if (order < 0 || (past && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Order of a key's letters and others: 0 where it begins with them (`whole`: is just them). */
  private compare(key: number, letters: Uint8Array, whole: boolean): number {
    const { bytes, offsets } = this.texts;
    let i = offsets[key];
    const end = offsets[key + 1];
    for (let j = 0; j < letters.length; j++) {
      while (i < end && bytes[i] === SPACE) i++;
      if (i === end) return -1;
      if (bytes[i] !== letters[j]) return bytes[i] - letters[j];
      i++;
    }
    return whole && i < end ? 1 : 0;
  }

  /**
   * Calls back with every key that may sound like this but for `edits` edits, and with some that do not.
   * With d edits at least one of d + 1 trigrams that do not touch each other is left whole.
   */
  near(sound: Uint8Array, edits: number, found: (key: number) => void): void {
    const mask = letterMask(sound);
    const shortest = lengthClass(Math.max(1, sound.length - edits));
    const longest = lengthClass(sound.length + edits);
    const { letters } = this.keys;
    let left = MOST_KEYS;
    const offer = (key: number) => {
      if (bitCount(letters[key] ^ mask) <= 2 * edits) found(key);
    };
    if (sound.length < SHORTEST_WITH_GRAMS) {
      const end = Math.min(this.firstOfLength[longest + 1], this.firstOfLength[shortest] + left);
      for (let key = this.firstOfLength[shortest]; key < end; key++) offer(key);
      return;
    }
    for (const bucket of this.rarestApart(sound, edits + 1, shortest, longest)) {
      for (let length = shortest; length <= longest; length++) {
        left -= this.readList(bucket * LENGTHS + length, this.firstOfLength[length], offer);
        if (left < 0) return;
      }
    }
  }

  /** Calls back with keys at least as long as this that share one of its rarest trigrams: what it may be the beginning of. */
  beginningNear(sound: Uint8Array, edits: number, found: (key: number) => void): void {
    const mask = letterMask(sound);
    const { letters } = this.keys;
    const shortest = lengthClass(Math.max(1, sound.length - edits));
    let left = MOST_KEYS;
    for (const bucket of this.rarestApart(sound, edits + 1, shortest, LONGEST_SOUND)) {
      for (let length = shortest; length < LENGTHS && left > 0; length++) {
        left -= this.readList(bucket * LENGTHS + length, this.firstOfLength[length], (key) => {
          if (bitCount(mask & ~letters[key]) <= edits) found(key);
        });
      }
    }
  }

  /** Walks a list of steps; returns how many keys it held. */
  private readList(row: number, first: number, found: (key: number) => void): number {
    const { offsets, values } = this.grams.steps;
    const end = offsets[row + 1];
    let key = first;
    let count = 0;
    for (let i = offsets[row]; i < end; count++) {
      let byte = values[i++];
      let step = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = values[i++];
        step |= (byte & 127) << shift;
      }
      key += step;
      found(key);
    }
    return count;
  }

  /** Buckets of the trigrams with the shortest lists, no two of which an edit could break together. */
  private rarestApart(sound: Uint8Array, count: number, shortest: number, longest: number): number[] {
    const { offsets } = this.grams.steps;
    const candidates: { at: number; bucket: number; size: number }[] = [];
    for (let at = 0; at < gramCount(sound); at++) {
      const bucket = gramBucket(sound, at, this.buckets);
      const size = offsets[bucket * LENGTHS + longest + 1] - offsets[bucket * LENGTHS + shortest];
      candidates.push({ at, bucket, size });
    }
    candidates.sort((a, b) => a.size - b.size);
    // A swap breaks trigrams up to three places apart; where there is no room for that, three have to do, then any.
    for (const apart of [4, 3, 1]) {
      const chosen: typeof candidates = [];
      for (const candidate of candidates) {
        if (chosen.length === count) break;
        if (chosen.every(({ at }) => Math.abs(at - candidate.at) >= apart)) chosen.push(candidate);
      }
      if (chosen.length === count || apart === 1) return chosen.map(({ bucket }) => bucket);
    }
    return [];
  }
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** A folded text as the index compares it: its letters without spaces, and its sound. */
export function bytesOf(folded: string): { letters: Uint8Array; sound: Uint8Array } {
  return { letters: Buffer.from(folded.replaceAll(" ", "")), sound: Buffer.from(soundOf(folded)) };
}
