/** Words that say little in a name: found by their bytes, packed into one number. */

const LONGEST = 6;

const STOP_WORDS = new Set(
  "the a an of and in to on for part el la los las un una de del y en al lo le les des du parte"
    .split(" ")
    .map((word) => packed(Buffer.from(word), 0, word.length)),
);

/** Whether the bytes `from` to (not including) `to` are such a word. */
export function isStopWordAt(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from <= LONGEST && STOP_WORDS.has(packed(bytes, from, to));
}

function packed(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = number * 256 + bytes[i];
  return number;
}
