/**
 * UTF-8, and what was meant for it: where a text turns out to be of one byte a letter, it is read as that; single bytes
 * of Windows-1252 amid UTF-8 are put right one by one.
 */
import { isAscii, isUtf8 } from "node:buffer";
import { type TextDecoding, windows1252 } from "./encoding.js";
import { type LegacyEncoding, legacyEncodingOf } from "./legacy-encoding.js";

/** Follows each letter that was put right; no text has this character by itself. */
export const REPAIRED = "\uFFFF";

export interface Utf8Options {
  /** Told once, where the text is none: what it is. */
  readonly onOtherEncoding?: (name: string) => void;
  /** Put `REPAIRED` after each letter that was put right, for whoever tells its place. */
  readonly marks?: boolean;
}

const LF = 0x0a;
/** Bytes by which another encoding is told. */
const SAMPLE = 256 * 1024;

export class Utf8 implements TextDecoding {
  readonly #options: Utf8Options;
  #held: Buffer = Buffer.alloc(0);
  /** Lines with letters beyond ASCII that are UTF-8, and lines that are not. */
  #good = 0;
  #bad = 0;
  /** Lines with letters beyond ASCII, by which it is told what the text is after all. */
  #sample: Buffer = Buffer.alloc(0);
  #other: LegacyEncoding | undefined;

  constructor(options: Utf8Options) {
    this.#options = options;
  }

  write(piece: Buffer): string {
    const bytes = this.#held.length === 0 ? piece : Buffer.concat([this.#held, piece]);
    const end = endOfWholeLetters(bytes);
    this.#held = bytes.subarray(end);
    return this.#decode(bytes.subarray(0, end));
  }

  end(): string {
    const last = this.#decode(this.#held);
    if (this.#other !== undefined) this.#options.onOtherEncoding?.(this.#other.name);
    return last;
  }

  /** By all letters so far, for the first ones may tell little. */
  #otherFor(bytes: Buffer): LegacyEncoding {
    if (this.#other === undefined || this.#sample.length < SAMPLE) {
      const lines = [...linesOf(bytes)].filter((line) => !isAscii(line));
      this.#sample = Buffer.concat([this.#sample, ...lines]).subarray(0, SAMPLE);
      this.#other = legacyEncodingOf(this.#sample);
    }
    return this.#other;
  }

  #decode(bytes: Buffer): string {
    if (isAscii(bytes)) return bytes.toString("latin1");
    if (isUtf8(bytes)) {
      this.#good += 1;
      return bytes.toString("utf8");
    }
    for (const line of linesOf(bytes)) {
      if (!isUtf8(line)) this.#bad += 1;
      else if (!isAscii(line)) this.#good += 1;
    }
    if (this.#bad <= this.#good) return this.#repaired(bytes);
    return this.#otherFor(bytes).decode(bytes);
  }

  #repaired(bytes: Buffer): string {
    const mark = this.#options.marks === true ? REPAIRED : "";
    let text = "";
    for (const line of linesOf(bytes)) {
      if (isUtf8(line)) text += line.toString("utf8");
      else
        for (const letter of lettersOf(line))
          text += isUtf8(letter) ? letter.toString("utf8") : windows1252(letter) + mark;
    }
    return text;
  }
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LF, start) + 1 || bytes.length;
    yield bytes.subarray(start, end);
    start = end;
  }
}

/** Letters of UTF-8, and bytes that are none. */
function* lettersOf(line: Buffer): Generator<Buffer> {
  for (let at = 0; at < line.length; ) {
    const letter = line.subarray(at, at + lengthOfLetter(line[at] ?? 0));
    const whole = isUtf8(letter) ? letter : line.subarray(at, at + 1);
    yield whole;
    at += whole.length;
  }
}

function lengthOfLetter(first: number): number {
  if (first < 0xc0) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

/** Up to where no letter is cut by the end of the bytes. */
function endOfWholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return lengthOfLetter(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
