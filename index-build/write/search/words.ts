/** The vocabulary of keys: which keys a word stands in. */
import { TABLES } from "../../../src/catalog/schema.js";
import { letterMask } from "../../../src/find/encode/sound.js";
import { encodeTable } from "../encode/arrow.js";
import { inOrder } from "../encode/text-order.js";
import { PackedTexts } from "./packed-texts.js";
import { segmentSteps } from "./segments.js";

export interface EncodedWords {
  readonly words: Uint8Array;
  readonly segments: Uint8Array;
}

/** @param keys in the order of their rows: better known things first, where that says something */
export function encodeWords(keys: readonly { readonly text: string }[]): EncodedWords {
  const keysOf = new Map<string, number[]>();
  keys.forEach(({ text }, key) => {
    for (const word of new Set(text.split(" "))) {
      const known = keysOf.get(word);
      if (known === undefined) keysOf.set(word, [key]);
      else known.push(key);
    }
  });
  const words = inOrder([...keysOf.keys()]);
  const bytes = new PackedTexts(words);
  return {
    words: encodeTable(TABLES.filmWords, {
      text: words,
      letterMask: bytes.numbers(letterMask),
      keys: words.map((word) => keysOf.get(word) as number[]),
    }),
    segments: encodeTable(TABLES.filmWordSegments, { steps: segmentSteps(bytes) }),
  };
}
