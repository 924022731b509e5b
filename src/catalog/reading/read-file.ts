/**
 * Reads a table's file once, from beginning to end: all of it goes into its hash, and what is to stay on disk is not kept.
 * What happens between two pieces is the caller's: at once, or while others are answered.
 */
import { createHash } from "node:crypto";
import { fstatSync, read, readSync } from "node:fs";
import { promisify } from "node:util";
import { BLOCK, BytesOnDisk, sumOf } from "./bytes-on-disk.js";
import type { OpenFile } from "./open-file.js";
import { bytesInMemory, type StoredBytes, type TableBytes } from "./stored-bytes.js";

/** From where to where in a file. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What was read of a file. Plain data: another thread may have read it. */
export interface FileRead {
  readonly sha256: string;
  readonly size: number;
  readonly kept: readonly { readonly from: number; readonly bytes: Uint8Array<ArrayBuffer> }[];
  /** What stayed on disk, with the sums of its blocks. */
  readonly left: readonly (Span & { readonly sums: Uint32Array<ArrayBuffer> })[];
}

/** Bytes read at once: hashing them takes about a millisecond. A whole number of blocks. */
const PIECE = 1 << 20;

/** What is to be read next; answered with how many bytes were. */
interface Wanted {
  readonly into: Uint8Array;
  readonly at: number;
}

/** @param onDisk what is not kept in memory, ascending: columns of it can be read all the same */
export function readAtOnce(descriptor: number, onDisk: readonly Span[]): FileRead {
  const reading = readSteps(descriptor, onDisk);
  let step = reading.next();
  while (!step.done) {
    const { into, at } = step.value;
    step = reading.next(readSync(descriptor, into, 0, into.length, at));
  }
  return step.value;
}

const readSoon = promisify(read);

/** Like `readAtOnce`, piece by piece. */
export async function readInPieces(descriptor: number, onDisk: readonly Span[]): Promise<FileRead> {
  const reading = readSteps(descriptor, onDisk);
  let step = reading.next();
  while (!step.done) {
    const { into, at } = step.value;
    const { bytesRead } = await readSoon(descriptor, into, 0, into.length, at);
    step = reading.next(bytesRead);
  }
  return step.value;
}

function* readSteps(descriptor: number, onDisk: readonly Span[]): Generator<Wanted, FileRead, number> {
  const { size } = fstatSync(descriptor);
  const hash = createHash("sha256");
  const kept: FileRead["kept"][number][] = [];
  const left: FileRead["left"][number][] = [];
  const piece = onDisk.length > 0 ? new Uint8Array(PIECE) : NO_BYTES;
  for (const { from, to, isKept } of partsOf(size, onDisk)) {
    const bytes = isKept ? new Uint8Array(to - from) : NO_BYTES;
    const sums = new Uint32Array(isKept ? 0 : Math.ceil((to - from) / BLOCK));
    for (let at = from; at < to; ) {
      const length = Math.min(PIECE, to - at);
      const into = isKept ? bytes.subarray(at - from, at - from + length) : piece.subarray(0, length);
      // A file that ends before its size has another hash than is expected.
      if (!(yield* filled(into, at))) break;
      hash.update(into);
      for (let block = 0; block < length && !isKept; block += BLOCK)
        sums[(at - from + block) / BLOCK] = sumOf(into.subarray(block, block + BLOCK));
      at += length;
    }
    if (isKept) kept.push({ from, bytes });
    else left.push({ from, to, sums });
  }
  return { sha256: hash.digest("hex"), size, kept, left };
}

/** Reads until a piece is full; false where the file ends before. */
function* filled(into: Uint8Array, at: number): Generator<Wanted, boolean, number> {
  for (let count = 0; count < into.length; ) {
    const read = yield { into: into.subarray(count), at: at + count };
    if (read === 0) return false;
    count += read;
  }
  return true;
}

/** A file's parts in turn. Each begins at a multiple of eight bytes, as numbers in it do. */
function partsOf(size: number, onDisk: readonly Span[]): (Span & { readonly isKept: boolean })[] {
  const parts: (Span & { readonly isKept: boolean })[] = [];
  let at = 0;
  for (const { from, to } of onDisk) {
    const end = Math.min(size, Math.ceil(to / 8) * 8);
    if (from > at) parts.push({ from: at, to: from, isKept: true });
    parts.push({ from, to: end, isKept: false });
    at = end;
  }
  if (at < size) parts.push({ from: at, to: size, isKept: true });
  return parts;
}

/** @param file which stays open for what was left on disk */
export function bytesOf(file: OpenFile, { size, kept, left }: FileRead): TableBytes {
  const view = (from: number, to: number) => {
    const part = kept.find(({ from: begin, bytes }) => begin <= from && to <= begin + bytes.length);
    if (part === undefined) throw new RangeError(`bytes ${from} to ${to} are not in memory`);
    return part.bytes.subarray(from - part.from, to - part.from);
  };
  const stored = (from: number, to: number): StoredBytes => {
    const part = left.find((part) => part.from === from);
    return part === undefined
      ? bytesInMemory(view(from, to))
      : new BytesOnDisk(file, part.from, part.to, part.sums);
  };
  return { size, view, stored };
}

const NO_BYTES = new Uint8Array(0);
