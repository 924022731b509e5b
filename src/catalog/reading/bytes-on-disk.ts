/**
 * A part of a file that is not kept in memory. When the file was verified, a sum of each block was kept: what is read
 * later is what was verified, or an error that names the file.
 */
import { readSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { broken } from "./faults.js";
import type { OpenFile } from "./open-file.js";
import type { StoredBytes } from "./stored-bytes.js";

/** Bytes of a block: to read one from the system's cache and add it up takes less than ten microseconds. */
export const BLOCK = 1 << 12;

/** Blocks that are kept: one answer asks for the same row several times, and for rows that lie beside it. */
const KEPT = 32;

export function sumOf(block: Uint8Array): number {
  return crc32(block);
}

interface KeptBlock {
  readonly number: number;
  readonly bytes: Uint8Array;
}

export class BytesOnDisk implements StoredBytes {
  readonly #file: OpenFile;
  readonly #from: number;
  readonly #to: number;
  readonly #sums: Uint32Array;
  /** The last one asked for of those that share a place. */
  readonly #kept: (KeptBlock | undefined)[] = new Array(KEPT).fill(undefined);

  /** @param sums of the blocks from `from` up to `to`, of which the last may be shorter */
  constructor(file: OpenFile, from: number, to: number, sums: Uint32Array) {
    this.#file = file;
    this.#from = from;
    this.#to = to;
    this.#sums = sums;
  }

  /** @throws OperatorError where the file is no longer what it was */
  read(from: number, to: number): Uint8Array {
    if (from >= to) return NO_BYTES;
    const first = Math.floor(from / BLOCK);
    const behind = Math.ceil(to / BLOCK);
    const bytes = behind - first === 1 ? this.#block(first) : this.#blocks(first, behind);
    return bytes.subarray(from - first * BLOCK, to - first * BLOCK);
  }

  #block(number: number): Uint8Array {
    const known = this.#kept[number % KEPT];
    if (known?.number === number) return known.bytes;
    const bytes = this.#blocks(number, number + 1);
    this.#kept[number % KEPT] = { number, bytes };
    return bytes;
  }

  /** Those from `first` up to `behind`, as they were verified. */
  #blocks(first: number, behind: number): Uint8Array {
    const begin = first * BLOCK;
    const end = Math.min(behind * BLOCK, this.#to - this.#from);
    const bytes = new Uint8Array(end - begin);
    const count = readSync(this.#file.descriptor, bytes, 0, bytes.length, this.#from + begin);
    for (let at = 0; at < bytes.length; at += BLOCK) {
      const isWhole = count === bytes.length;
      if (!isWhole || sumOf(bytes.subarray(at, at + BLOCK)) !== this.#sums[first + at / BLOCK])
        throw this.#changed();
    }
    return bytes;
  }

  #changed(): Error {
    const { path } = this.#file;
    return broken(
      dirname(dirname(path)),
      path,
      "cambió desde que se comprobó",
      "it has changed since it was verified",
    );
  }
}

const NO_BYTES = new Uint8Array(0);
