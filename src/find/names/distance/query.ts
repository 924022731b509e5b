/** A question, prepared once for all the keys it is compared with. */
import { soundOf } from "../../encode/sound.js";
import { BitPattern, LONGEST_PATTERN } from "./bit-distance.js";
import { editDistance } from "./edit-distance.js";
import { isStopWordAt } from "./stop-words.js";

const SPACE = 0x20;

/** Distance of the question to the bytes `from` to (not including) `to`. */
export type Distance = (bytes: Uint8Array, from: number, to: number) => number;

export interface QueryWord {
  readonly text: string;
  readonly length: number;
  readonly isNumber: boolean;
  /** Whether it says little in a name. */
  readonly isStopWord: boolean;
  readonly distance: Distance;
}

/** What is needed to compare is made when first asked for: most questions are answered before. */
export class Query {
  /** Folded. */
  readonly text: string;
  readonly bytes: Uint8Array;
  /** What it costs that this is not what was typed but another form of it, in edits. */
  readonly otherForm: number;
  /** Without spaces. */
  readonly letters: Uint8Array;
  #sound: Uint8Array | undefined;
  #digits: Uint8Array | undefined;
  #words: readonly QueryWord[] | undefined;
  #lettersDistance: Distance | undefined;
  #soundDistance: Distance | undefined;

  /** @param text folded, not empty */
  constructor(text: string, otherForm = 0) {
    this.text = text;
    this.otherForm = otherForm;
    this.bytes = Buffer.from(text);
    this.letters = text.includes(" ") ? Buffer.from(text.replaceAll(" ", "")) : this.bytes;
  }

  get sound(): Uint8Array {
    this.#sound ??= Buffer.from(soundOf(this.text));
    return this.#sound;
  }

  /** The digits of the text, in order. */
  get digits(): Uint8Array {
    this.#digits ??= this.letters.filter(isDigit);
    return this.#digits;
  }

  get words(): readonly QueryWord[] {
    this.#words ??= this.text.split(" ").map(prepareWord);
    return this.#words;
  }

  /** Of the letters, to a key's text: its spaces do not count. */
  get lettersDistance(): Distance {
    this.#lettersDistance ??= distanceTo(this.letters, SPACE);
    return this.#lettersDistance;
  }

  /** Of the sound, to a key's sound. */
  get soundDistance(): Distance {
    this.#soundDistance ??= distanceTo(this.sound, -1);
    return this.#soundDistance;
  }
}

function prepareWord(text: string): QueryWord {
  const bytes = Buffer.from(text);
  return {
    text,
    length: bytes.length,
    isNumber: bytes.every(isDigit),
    isStopWord: isStopWordAt(bytes, 0, bytes.length),
    distance: distanceTo(bytes, -1),
  };
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/**
 * A text longer than a bit pattern is compared the slow way, and not further than this: beyond lies infinity.
 */
const FURTHEST = 10;

function distanceTo(bytes: Uint8Array, skip: number): Distance {
  if (bytes.length === 0) return () => Number.POSITIVE_INFINITY;
  if (bytes.length <= LONGEST_PATTERN) {
    const pattern = new BitPattern(bytes);
    return (text, from, to) => pattern.distance(text, from, to, skip);
  }
  const own = Buffer.from(bytes).toString("latin1");
  return (text, from, to) => {
    const other = Buffer.from(text.buffer, text.byteOffset + from, to - from).toString("latin1");
    const distance = editDistance(own, skip < 0 ? other : other.replaceAll(" ", ""), FURTHEST);
    return distance > FURTHEST ? Number.POSITIVE_INFINITY : distance;
  };
}
