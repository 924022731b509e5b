/**
 * The files in a tar archive, one after the other as they stand in it. Written here, for it is a header of 512 bytes
 * before each file, and what was read before a cut must not be lost.
 */
import { InputCut } from "../broken-input.js";

export interface TarEntry {
  readonly name: string;
  /** To be asked for before the next entry. */
  bytes(): AsyncGenerator<Buffer>;
}

const BLOCK = 512;
const TYPE_FILE = new Set(["0", "\0", "7"]);
/** Headers whose contents are facts on the entry that follows. */
const TYPE_PAX = "x";
const TYPE_LONG_NAME = "L";
/** What such facts may take. */
const FACTS_BYTES = 1024 * 1024;

/** By its checksum: the word "ustar" is missing in old archives. */
export function isTarHeader(head: Buffer): boolean {
  if (head.length < BLOCK || head[0] === 0) return false;
  const told = numberIn(head, 148, 8);
  let sum = 8 * 32;
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += head[at] ?? 0;
  return told === sum;
}

/** @throws InputCut where the archive ends early or is damaged */
export async function* tarEntries(bytes: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const reader = new ExactReader(bytes);
  let longName: string | undefined;
  try {
    for (;;) {
      const header = await reader.take(BLOCK);
      if (header === undefined || header.every((byte) => byte === 0)) return;
      if (header.length < BLOCK) throw new InputCut("truncated");
      if (!isTarHeader(header)) throw new InputCut("corrupt");
      const size = numberIn(header, 124, 12);
      const type = String.fromCharCode(header[156] ?? 0);
      const padded = Math.ceil(size / BLOCK) * BLOCK;
      if ((type === TYPE_PAX || type === TYPE_LONG_NAME) && size <= FACTS_BYTES) {
        const facts = ((await reader.take(padded)) ?? Buffer.alloc(0)).subarray(0, size);
        longName = (type === TYPE_PAX ? paxPath(facts) : textIn(facts, 0, size)) ?? longName;
        continue;
      }
      const body = reader.body(size);
      if (TYPE_FILE.has(type)) yield { name: longName ?? nameIn(header), bytes: () => body };
      longName = undefined;
      // What nobody asked for is read over; of what somebody stopped reading, the rest is left.
      while ((await body.next()).done !== true);
      const padding = padded - size;
      await reader.skip(reader.left + padding);
    }
  } finally {
    await reader.close();
  }
}

/** Gives as many bytes as are asked for, whatever the pieces. */
class ExactReader {
  /** Bytes of the present body that were not read yet. */
  left = 0;
  readonly #pieces: AsyncIterator<Buffer>;
  #piece: Buffer = Buffer.alloc(0);

  constructor(bytes: AsyncIterable<Buffer>) {
    this.#pieces = bytes[Symbol.asyncIterator]();
  }

  /** Fewer at the end; undefined where there are none. */
  async take(length: number): Promise<Buffer | undefined> {
    const taken: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      const piece = await this.#next(missing);
      if (piece === undefined) break;
      taken.push(piece);
      missing -= piece.length;
    }
    return missing === length && length > 0 ? undefined : Buffer.concat(taken);
  }

  async *body(size: number): AsyncGenerator<Buffer> {
    this.left = size;
    while (this.left > 0) {
      const piece = await this.#next(this.left);
      if (piece === undefined) throw new InputCut("truncated");
      this.left -= piece.length;
      yield piece;
    }
  }

  async skip(length: number): Promise<void> {
    for (let missing = length; missing > 0; ) {
      const piece = await this.#next(missing);
      if (piece === undefined) return;
      missing -= piece.length;
    }
    this.left = 0;
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #next(most: number): Promise<Buffer | undefined> {
    while (this.#piece.length === 0) {
      const { done, value } = await this.#pieces.next();
      if (done === true) return undefined;
      this.#piece = value;
    }
    const piece = this.#piece.subarray(0, most);
    this.#piece = this.#piece.subarray(piece.length);
    return piece;
  }
}

function nameIn(header: Buffer): string {
  const name = textIn(header, 0, 100);
  const prefix = header.toString("latin1", 257, 262) === "ustar" ? textIn(header, 345, 155) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

function textIn(bytes: Buffer, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end === -1 ? field.length : end);
}

/** Octal digits; numbers too large for them are in binary, which the first bit tells. */
function numberIn(header: Buffer, start: number, length: number): number {
  const field = header.subarray(start, start + length);
  if (((field[0] ?? 0) & 0x80) !== 0) return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  const digits = textIn(field, 0, length).trim();
  return /^[0-7]*$/u.test(digits) ? Number.parseInt(digits || "0", 8) : Number.NaN;
}

/** `path` of records such as "20 path=a/b.csv\n". */
function paxPath(facts: Buffer): string | undefined {
  return /^\d+ path=(.*)$/mu.exec(facts.toString("utf8"))?.[1];
}
