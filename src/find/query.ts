/** A question, prepared once for all the keys it is compared with. */
import { BitPattern, LONGEST_PATTERN } from "./bit-distance.js";
import { editDistance } from "./distance.js";
import { bytesOf } from "./key-index.js";

/** Distance of the question to the bytes `from` to (not including) `to`. */
export type Distance = (bytes: Uint8Array, from: number, to: number) => number;

export interface QueryWord {
  readonly text: string;
  readonly length: number;
  readonly isNumber: boolean;
  readonly distance: Distance;
}

export interface Query {
  /** Folded. */
  readonly text: string;
  readonly words: readonly QueryWord[];
  readonly letters: Uint8Array;
  readonly sound: Uint8Array;
  /** The digits of the text, in order. */
  readonly digits: Uint8Array;
  /** Of the letters, to a key's text: its spaces do not count. */
  readonly lettersDistance: Distance;
  /** Of the sound, to a key's sound. */
  readonly soundDistance: Distance;
}

/** @param text folded, not empty */
export function prepare(text: string): Query {
  const { letters, sound } = bytesOf(text);
  return {
    text,
    words: text.split(" ").map(prepareWord),
    letters,
    sound,
    digits: letters.filter(isDigit),
    lettersDistance: distanceTo(letters, SPACE),
    soundDistance: distanceTo(sound, -1),
  };
}

function prepareWord(text: string): QueryWord {
  const bytes = Buffer.from(text);
  return { text, length: bytes.length, isNumber: bytes.every(isDigit), distance: distanceTo(bytes, -1) };
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

const SPACE = 0x20;
/** A text longer than a bit pattern is compared the slow way, and not further than this. */
const FURTHEST = 4;

function distanceTo(bytes: Uint8Array, skip: number): Distance {
  if (bytes.length === 0) return () => Number.POSITIVE_INFINITY;
  if (bytes.length <= LONGEST_PATTERN) {
    const pattern = new BitPattern(bytes);
    return (text, from, to) => pattern.distance(text, from, to, skip);
  }
  const own = Buffer.from(bytes).toString("latin1");
  return (text, from, to) => {
    const other = Buffer.from(text.buffer, text.byteOffset + from, to - from).toString("latin1");
    return editDistance(own, skip < 0 ? other : other.replaceAll(" ", ""), FURTHEST);
  };
}
