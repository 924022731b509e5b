/** Arrow's files and streams, a batch of records at a time: what pandas calls Feather, and Polars and R write too. */
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { CompressionType, compressionRegistry, type RecordBatch, RecordBatchReader } from "apache-arrow";
import { Decompress } from "fzstd";
import { InputRefused } from "../../files/broken-input.js";
import { bytesAt } from "../../files/bytes-at.js";
import type { ReadLimits } from "../../files/limits.js";
import { Lz4Unpacker } from "../../files/packing/lz4.js";
import type { TableHandlers } from "../../table.js";
import { RecordTable } from "../json/records.js";
import { valuesOf } from "./arrow-values.js";

const FILE = "ARROW1";

/**
 * @returns rows met
 * @throws InputRefused where the file is damaged or goes beyond the limits
 */
export async function readArrowTable(
  path: string,
  limits: ReadLimits,
  handlers: TableHandlers,
): Promise<number> {
  const table = new RecordTable(limits, handlers);
  unpackWithin(limits);
  try {
    let isFirst = true;
    for await (const batch of batchesOf(path, limits)) {
      if (isFirst) tellHeader(batch, table);
      isFirst = false;
      pushRows(batch, table);
      if (table.stopped) break;
    }
  } catch (cause) {
    if (cause instanceof InputRefused) throw cause;
    throw new InputRefused("damaged-file", cause instanceof Error ? cause.message : String(cause), { cause });
  }
  return table.rows;
}

async function* batchesOf(path: string, limits: ReadLimits): AsyncGenerator<RecordBatch> {
  const file = await open(path);
  try {
    if (await isFile(file)) yield* batchesOfFile(file, limits);
    else yield* await RecordBatchReader.from(createReadStream(path));
  } finally {
    await file.close();
  }
}

/** Bytes of a file by themselves: its name at the beginning, then at the end, after how long what stands before it is. */
const FRAME = FILE.length + 2 + 4 + FILE.length;

/** @throws InputRefused where a file has no end, of which Arrow would believe whatever stands there */
async function isFile(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  const start = await bytesAt(file, 0, FILE.length);
  if (start.toString("latin1") !== FILE) return false;
  const end = await bytesAt(file, Math.max(0, size - FILE.length - 4), FILE.length + 4);
  const footer = end.length < FILE.length + 4 ? -1 : end.readInt32LE(0);
  if (end.toString("latin1", 4) !== FILE || footer <= 0 || footer > size - FRAME)
    throw new InputRefused("damaged-file", "truncated");
  return true;
}

/** The end of a file says where its batches lie, and how large they are. */
async function* batchesOfFile(file: FileHandle, limits: ReadLimits): AsyncGenerator<RecordBatch> {
  const reader = await RecordBatchReader.from(file);
  await reader.open({ autoDestroy: false });
  const { size } = await file.stat();
  for (const { bodyLength, offset } of reader.footer?.recordBatches() ?? []) {
    checkSize(bodyLength, limits);
    if (offset < 0 || offset + bodyLength > size) throw new InputRefused("damaged-file", `${offset}/${size}`);
  }
  // One by one: Arrow's own loop never ends at a batch that is none.
  for (let index = 0; index < reader.numRecordBatches; index++) {
    const batch = await reader.readRecordBatch(index);
    if (batch === null) throw new InputRefused("damaged-file", `${index + 1}/${reader.numRecordBatches}`);
    yield batch;
  }
}

function tellHeader({ schema }: RecordBatch, table: RecordTable): void {
  table.push(
    schema.fields.map(({ name }) => name),
    0,
  );
  table.end();
}

function pushRows(batch: RecordBatch, table: RecordTable): void {
  const columns = batch.schema.fields.map(({ type }, place) => {
    const cells: { get(row: number): unknown } | null = batch.getChildAt(place);
    const value = valuesOf(type);
    return (row: number): unknown => value(cells?.get(row));
  });
  const start = table.rows;
  for (let row = 0; row < batch.numRows && !table.stopped; row++)
    table.push(
      columns.map((cell) => cell(row)),
      start + row + 1,
    );
}

/** Buffers of a batch come packed one by one; none of them says before how large it gets. */
function unpackWithin(limits: ReadLimits): void {
  compressionRegistry.set(CompressionType.LZ4_FRAME, {
    decode: (packed) =>
      unpacked(packed, limits, (onPiece) => {
        const unpacker = new Lz4Unpacker(onPiece);
        unpacker.push(packed);
        unpacker.end();
      }),
  });
  compressionRegistry.set(CompressionType.ZSTD, {
    decode: (packed) => unpacked(packed, limits, (onPiece) => new Decompress(onPiece).push(packed, true)),
  });
}

function unpacked(
  packed: Uint8Array,
  limits: ReadLimits,
  unpack: (onPiece: (piece: Uint8Array) => void) => void,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  unpack((piece) => {
    length += piece.length;
    checkSize(length, limits);
    if (length > limits.expansionGrace && length > limits.expansionRatio * packed.length)
      throw new InputRefused("expands-too-far", `1:${Math.round(length / packed.length)}`);
    pieces.push(piece);
  });
  // Numbers of eight bytes have to begin where a multiple of eight does, which a piece of a pool may not.
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function checkSize(bytes: number, { rowGroupBytes }: ReadLimits): void {
  if (bytes <= rowGroupBytes) return;
  throw new InputRefused(
    "too-large",
    `record batch > ${rowGroupBytes} bytes (pandas: to_feather(chunksize=65536))`,
  );
}
