/** Keys → their table in the order of their sounds, and the trigram postings over it. */
import { TABLES } from "../../src/catalog/schema.js";
import {
  bucketCount,
  gramBucket,
  gramCount,
  LENGTHS,
  lengthClass,
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
  readonly bytes: Uint8Array;
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
  const sorted = keys
    .map((key): SoundKey => {
      const sound = soundOf(key.text);
      return { ...key, sound, bytes: Buffer.from(sound), letters: key.text.replaceAll(" ", "") };
    })
    .sort(
      (a, b) =>
        a.bytes.length - b.bytes.length ||
        (a.sound < b.sound ? -1 : a.sound > b.sound ? 1 : 0) ||
        a.target - b.target ||
        (a.text < b.text ? -1 : 1),
    );
  const byLetters = sorted
    .map((_, key) => key)
    .sort((a, b) => {
      const [first, second] = [sorted[a], sorted[b]];
      if (first.letters !== second.letters) return first.letters < second.letters ? -1 : 1;
      return first.target - second.target || a - b;
    });
  const table = encodeTable(TABLES.filmKeys, {
    text: sorted.map(({ text }) => text),
    sound: sorted.map(({ sound }) => sound),
    letters: sorted.map(({ bytes }) => letterMask(bytes)),
    kind: sorted.map(({ kind }) => kind),
    target: sorted.map(({ target }) => target),
    byLetters,
  });
  return { keys: table, grams: encodeTable(TABLES.filmGrams, { steps: gramSteps(sorted) }), sorted };
}

/** The lists of (bucket, length), each a run of steps from the first key of that length. */
function gramSteps(sorted: readonly SoundKey[]): { offsets: Int32Array; values: Uint8Array } {
  const buckets = bucketCount(sorted.length);
  const lists: (number[] | undefined)[] = new Array(buckets * LENGTHS);
  const last = new Map<number, number>();
  const firstOfLength = new Int32Array(LENGTHS).fill(-1);
  sorted.forEach(({ bytes }, key) => {
    const length = lengthClass(bytes.length);
    if (firstOfLength[length] < 0) firstOfLength[length] = key;
    const seen = new Set<number>();
    for (let at = 0; at < gramCount(bytes); at++) seen.add(gramBucket(bytes, at, buckets) * LENGTHS + length);
    for (const row of seen) {
      lists[row] ??= [];
      writeStep(lists[row], key - (last.get(row) ?? firstOfLength[length]));
      last.set(row, key);
    }
  });
  const offsets = new Int32Array(lists.length + 1);
  for (let row = 0; row < lists.length; row++) offsets[row + 1] = offsets[row] + (lists[row]?.length ?? 0);
  const values = new Uint8Array(offsets[lists.length]);
  for (let row = 0; row < lists.length; row++) {
    const list = lists[row];
    if (list !== undefined) values.set(list, offsets[row]);
  }
  return { offsets, values };
}
