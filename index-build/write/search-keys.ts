/** Keys → their table in the order of their sounds, and the trigram postings over it. */
import { TABLES } from "../../src/catalog/schema.js";
import {
  bucketCount,
  gramBucket,
  gramCount,
  LENGTHS,
  lengthClass,
  stepBytes,
  writeStep,
} from "../../src/find/encode/grams.js";
import type { Key } from "../../src/find/encode/keys.js";
import { letterMask, soundOf } from "../../src/find/encode/sound.js";
import { encodeTable } from "./arrow.js";

export interface TargetKey extends Key {
  readonly target: number;
}

interface SoundKey extends TargetKey {
  readonly sound: string;
  /** Length of the sound in bytes. */
  readonly length: number;
  readonly letters: string;
}

export interface EncodedKeys {
  readonly keys: Uint8Array;
  readonly grams: Uint8Array;
  /** In the order of the table. */
  readonly sorted: readonly TargetKey[];
}

/** @param keys in any order */
export function encodeKeys(keys: readonly TargetKey[]): EncodedKeys {
  const sounding = keys.map((key): SoundKey => {
    const sound = soundOf(key.text);
    const letters = key.text.replaceAll(" ", "");
    return { ...key, sound, length: Buffer.byteLength(sound), letters };
  });
  const sorted = orderOf(
    sounding,
    ({ length, sound, target, text }) => `${digits(length)}${sound}\0${digits(target)}${text}`,
  ).map((key) => sounding[key]);
  const byLetters = orderOf(sorted, ({ letters, target }) => `${letters}\0${digits(target)}`);
  const table = encodeTable(TABLES.filmKeys, {
    text: sorted.map(({ text }) => text),
    sound: sorted.map(({ sound }) => sound),
    letters: sorted.map(({ sound }) => letterMask(Buffer.from(sound))),
    kind: sorted.map(({ kind }) => kind),
    target: sorted.map(({ target }) => target),
    byLetters,
  });
  return { keys: table, grams: encodeTable(TABLES.filmGrams, { steps: gramSteps(sorted) }), sorted };
}

/**
 * Places of the keys in the order of what is written for them, equal ones as they came. Sorting strings that hold
 * everything, without a comparison of our own, takes a third of the time.
 */
function orderOf(keys: readonly SoundKey[], written: (key: SoundKey) => string): number[] {
  return keys
    .map((key, place) => `${written(key)}\0${digits(place)}`)
    .sort()
    .map((line) => Number(line.slice(line.lastIndexOf("\0") + 1)));
}

/** A whole number so that texts compare as numbers do. */
function digits(value: number): string {
  return String(value).padStart(9, "0");
}

/**
 * The lists of (bucket, length), each a run of steps from the first key of that length. Two passes (sizes, then
 * bytes), so that no list is ever held as an object.
 */
function gramSteps(sorted: readonly SoundKey[]): { offsets: Int32Array; values: Uint8Array } {
  const buckets = bucketCount(sorted.length);
  const offsets = new Int32Array(buckets * LENGTHS + 1);
  eachStep(sorted, buckets, (row, step) => {
    offsets[row + 1] += stepBytes(step);
  });
  for (let row = 0; row + 1 < offsets.length; row++) offsets[row + 1] += offsets[row];
  const values = new Uint8Array(offsets[buckets * LENGTHS]);
  const next = offsets.slice(0, -1);
  eachStep(sorted, buckets, (row, step) => {
    next[row] = writeStep(values, next[row], step);
  });
  return { offsets, values };
}

/** Calls back with each list that a key stands in, and how far it is from the one before it in that list. */
function eachStep(
  sorted: readonly SoundKey[],
  buckets: number,
  step: (row: number, distance: number) => void,
): void {
  const last = new Int32Array(buckets * LENGTHS).fill(-1);
  const firstOfLength = new Int32Array(LENGTHS).fill(-1);
  sorted.forEach(({ sound }, key) => {
    const bytes = Buffer.from(sound);
    const length = lengthClass(bytes.length);
    if (firstOfLength[length] < 0) firstOfLength[length] = key;
    for (let at = 0; at < gramCount(bytes); at++) {
      const row = gramBucket(bytes, at, buckets) * LENGTHS + length;
      // A trigram that occurs twice in a key counts once.
      if (last[row] === key) continue;
      step(row, key - (last[row] < 0 ? firstOfLength[length] : last[row]));
      last[row] = key;
    }
  });
}
