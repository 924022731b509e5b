/** Keys → their table, and the segments that lead to them. */
import { TABLES } from "../../../src/catalog/schema.js";
import { consonantsOf } from "../../../src/find/encode/consonants.js";
import type { Key } from "../../../src/find/encode/keys/keys.js";
import { eachPrefix, prefixBits } from "../../../src/find/encode/prefixes.js";
import { letterMask, soundOf } from "../../../src/find/encode/sound.js";
import { encodeTable } from "../encode/arrow.js";
import { orderOf } from "../encode/text-order.js";
import { PackedTexts } from "./packed-texts.js";
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
  const letters = lettersOf(keys);
  const sounds = keys.map(({ text }) => soundOf(text));
  const soundBytes = new PackedTexts(sounds);
  return {
    keys: encodeTable(TABLES.filmKeys, {
      text: () => keys.map(({ text }) => text),
      sound: sounds,
      kind: () => keys.map(({ kind }) => kind),
      target: () => keys.map(({ target }) => target),
      byLetters: letters.order,
      letterMask: letters.bytes.numbers(letterMask),
      soundMask: soundBytes.numbers(letterMask),
    }),
    prefixes: encodeTable(TABLES.filmPrefixes, { bits: prefixesOf(letters.bytes) }),
    letterSegments: encodeTable(TABLES.filmLetterSegments, { steps: segmentSteps(letters.bytes) }),
    soundSegments: encodeTable(TABLES.filmSoundSegments, { steps: segmentSteps(soundBytes) }),
    consonants: encodeTable(TABLES.filmConsonants, {
      steps: wholeSteps(new PackedTexts(keys.map(({ text }) => heardOf(text)))),
    }),
  };
}

/** The texts without their spaces, and their order. */
function lettersOf(keys: readonly TargetKey[]): { bytes: PackedTexts; order: Int32Array } {
  const letters = keys.map(({ text }) => text.replaceAll(" ", ""));
  return { bytes: new PackedTexts(letters), order: orderOf(letters) };
}

/** The filter of how the keys begin, eight bits a byte. */
function prefixesOf(keys: PackedTexts): Uint8Array {
  const bits = prefixBits(keys.length);
  const bytes = new Uint8Array(bits / 8);
  for (let key = 0; key < keys.length; key++) {
    eachPrefix(keys.at(key), bits, (bit) => {
      const at = bit >>> 3;
      bytes[at] = (bytes[at] ?? 0) | (1 << (bit & 7));
    });
  }
  return bytes;
}
