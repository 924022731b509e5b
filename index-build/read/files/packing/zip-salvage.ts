/**
 * Entries of a zip archive that was cut short. Its directory, which stands at the end, is missing; but before each
 * entry there is a header of its own, so that what is there can be read from the front.
 */
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { InputCut } from "../broken-input.js";
import { bytesAt } from "../bytes-at.js";
import type { ReadLimits } from "../limits.js";
import { unpack } from "./unpack.js";

export interface SalvagedEntry {
  readonly name: string;
  bytes(): AsyncIterable<Buffer>;
}

interface LocalHeader {
  readonly name: string;
  readonly deflated: boolean;
  /** Offset of the entry's bytes. */
  readonly start: number;
  /** Packed bytes; undefined where the header does not tell, for they were written before they were counted. */
  readonly size: number | undefined;
}

const SIGNATURE = 0x04034b50;
const HEADER_BYTES = 30;
const ENCRYPTED = 1;
const SIZES_FOLLOW = 8;
const SIZE_IN_EXTRA = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
/** Sizes that follow an entry take at most this much. */
const TRAILER_BYTES = 24;

/** Entries in the order of the file, up to the first that cannot be read over. */
export async function* salvageEntries(path: string, limits: ReadLimits): AsyncGenerator<SalvagedEntry> {
  const file = await open(path);
  try {
    let offset: number | undefined = 0;
    while (offset !== undefined) {
      const header: LocalHeader | undefined = await readHeader(file, offset);
      if (header === undefined) return;
      yield { name: header.name, bytes: () => entryBytes(path, header, limits) };
      offset = await nextHeader(file, await endOf(path, header, limits));
    }
  } finally {
    await file.close();
  }
}

async function readHeader(file: FileHandle, offset: number): Promise<LocalHeader | undefined> {
  const fixed = await bytesAt(file, offset, HEADER_BYTES);
  if (fixed.length < HEADER_BYTES || fixed.readUInt32LE(0) !== SIGNATURE) return undefined;
  const flags = fixed.readUInt16LE(6);
  const method = fixed.readUInt16LE(8);
  const size = fixed.readUInt32LE(18);
  const nameBytes = fixed.readUInt16LE(26);
  const name = await bytesAt(file, offset + HEADER_BYTES, nameBytes);
  const sizeTold = (flags & SIZES_FOLLOW) === 0 && size !== SIZE_IN_EXTRA;
  if ((flags & ENCRYPTED) !== 0 || (method !== DEFLATED && !(method === STORED && sizeTold)))
    return undefined;
  return {
    name: name.toString("utf8"),
    deflated: method === DEFLATED,
    start: offset + HEADER_BYTES + nameBytes + fixed.readUInt16LE(28),
    size: sizeTold ? size : undefined,
  };
}

async function* entryBytes(path: string, header: LocalHeader, limits: ReadLimits): AsyncGenerator<Buffer> {
  const { start, size, deflated } = header;
  if (size === 0) return;
  const end = size === undefined ? undefined : start + size - 1;
  const packed = createReadStream(path, { start, end });
  if (deflated) {
    yield* unpack(packed, "deflate", limits);
    return;
  }
  let read = 0;
  for await (const piece of packed as AsyncIterable<Buffer>) {
    read += piece.length;
    yield piece;
  }
  if (read < (size ?? 0)) throw new InputCut("truncated");
}

/** Offset after the entry's packed bytes; undefined where it is the one that was cut. */
async function endOf(path: string, header: LocalHeader, limits: ReadLimits): Promise<number | undefined> {
  if (header.size !== undefined) return header.start + header.size;
  let packedBytes: number | undefined;
  const onEnd = (bytes: number): void => {
    packedBytes = bytes;
  };
  try {
    const pieces = unpack(createReadStream(path, { start: header.start }), "deflate", limits, { onEnd });
    while ((await pieces.next()).done !== true);
  } catch {
    return undefined;
  }
  return packedBytes === undefined ? undefined : header.start + packedBytes;
}

async function nextHeader(file: FileHandle, offset: number | undefined): Promise<number | undefined> {
  if (offset === undefined) return undefined;
  const near = await bytesAt(file, offset, TRAILER_BYTES + 4);
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(SIGNATURE);
  const at = near.indexOf(signature);
  return at === -1 ? undefined : offset + at;
}
