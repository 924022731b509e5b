/** Keys → their table, and the segments that lead to them. */
import { TABLES } from "../../../src/catalog/schema.js";
import { consonantsOf } from "../../../src/find/encode/consonants.js";
import type { Key } from "../../../src/find/encode/keys/keys.js";
import { eachPrefix, prefixBits } from "../../../src/find/encode/prefixes.js";
import { letterMask, soundOf } from "../../../src/find/encode/sound.js";
import { encodeTable } from "../arrow.js";
import { segmentSteps, wholeSteps } from "./segments.js";

export interface TargetKey extends Key {
  readonly target: number;
}

export interface EncodedKeys {
  readonly keys: Uint8Array;
  readonly prefixes: Uint8Array;
  readonly letterSegments: Uint8Array;
  readonly soundSegments: Uint8Array;
  readonly consonants: Uint8Array;
}

/**
 * @param keys by target, ascending
 * @param heardOf what is heard of a key, for those that know it by ear
 */
export function encodeKeys(
  keys: readonly TargetKey[],
  heardOf: (text: string) => string = consonantsOf,
): EncodedKeys {
  const letters = keys.map(({ text }) => text.replaceAll(" ", ""));
  const sounds = keys.map(({ text }) => soundOf(text));
  const letterBytes = letters.map((text) => Buffer.from(text));
  const soundBytes = sounds.map((text) => Buffer.from(text));
  return {
    keys: encodeTable(TABLES.filmKeys, {
      text: keys.map(({ text }) => text),
      sound: sounds,
      kind: keys.map(({ kind }) => kind),
      target: keys.map(({ target }) => target),
      byLetters: orderOf(letters),
      letterMask: letterBytes.map(letterMask),
      soundMask: soundBytes.map(letterMask),
    }),
    prefixes: encodeTable(TABLES.filmPrefixes, { bits: prefixesOf(letterBytes) }),
    letterSegments: encodeTable(TABLES.filmLetterSegments, { steps: segmentSteps(letterBytes) }),
    soundSegments: encodeTable(TABLES.filmSoundSegments, { steps: segmentSteps(soundBytes) }),
    consonants: encodeTable(TABLES.filmConsonants, {
      steps: wholeSteps(keys.map(({ text }) => Buffer.from(heardOf(text)))),
    }),
  };
}

/** The filter of how the keys begin, eight bits a byte. */
function prefixesOf(keys: readonly Uint8Array[]): Uint8Array {
  const bits = prefixBits(keys.length);
  const bytes = new Uint8Array(bits / 8);
  for (const key of keys) {
    eachPrefix(key, bits, (bit) => {
      const at = bit >>> 3;
      bytes[at] = (bytes[at] ?? 0) | (1 << (bit & 7));
    });
  }
  return bytes;
}

/**
 * Places of texts in their order, equal ones as they came. Sorting strings that hold everything, without a comparison
 * of our own, takes a third of the time.
 */
function orderOf(texts: readonly string[]): number[] {
  return texts
    .map((text, place) => `${text}\0${String(place).padStart(9, "0")}`)
    .sort()
    .map((line) => Number(line.slice(line.lastIndexOf("\0") + 1)));
}
