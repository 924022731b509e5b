/** Parquet files, a part of a row group at a time: what pandas, Spark, Polars and DuckDB write. */
import { type FileHandle, open } from "node:fs/promises";
import {
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { InputRefused } from "../../files/broken-input.js";
import type { ReadLimits } from "../../files/limits.js";
import type { TableHandlers } from "../../table.js";
import { RecordTable } from "../json/records.js";
import { shortNumber } from "./short-number.js";

/**
 * @returns rows met
 * @throws InputRefused where the file is damaged or goes beyond the limits
 */
export async function readParquetTable(
  path: string,
  limits: ReadLimits,
  handlers: TableHandlers,
): Promise<number> {
  const file = await open(path);
  try {
    return await readRowGroups(await bufferOf(file), limits, handlers);
  } finally {
    await file.close();
  }
}

async function readRowGroups(
  file: AsyncBuffer,
  limits: ReadLimits,
  handlers: TableHandlers,
): Promise<number> {
  const metadata = await parquetMetadataAsync(file).catch(damaged);
  const { children } = parquetSchema(metadata);
  const columns = children.map(({ element }) => element.name);
  const short = children.flatMap(({ element }, place) => (element.type === "FLOAT" ? [place] : []));
  const table = new RecordTable(limits, handlers);
  table.push(columns, 0);
  table.end();
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    if (table.stopped) break;
    const bytes = Number(group.total_byte_size);
    checkSize(bytes, limits);
    const groupEnd = rowStart + Number(group.num_rows);
    const parts = Math.max(1, Math.ceil(bytes / BYTES_AT_ONCE));
    const step = Math.min(ROWS_AT_ONCE, Math.ceil(Number(group.num_rows) / parts));
    while (rowStart < groupEnd && !table.stopped) {
      const rowEnd = Math.min(groupEnd, rowStart + step);
      const rows = await readRows(file, metadata, { rowStart, rowEnd, columns }, limits);
      for (const [index, row] of rows.entries()) {
        for (const place of short) row[place] = shortNumber(row[place]);
        table.push(row, rowStart + index + 1);
      }
      rowStart = rowEnd;
    }
    rowStart = groupEnd;
  }
  return table.rows;
}

/**
 * A group of rows may be a whole file, as pandas writes it, and a text that stands in it once may be told a thousand
 * times. Pages that come before the rows asked for are not unpacked.
 */
const BYTES_AT_ONCE = 32 * 1024 * 1024;
const ROWS_AT_ONCE = 25_000;

interface Part {
  readonly rowStart: number;
  readonly rowEnd: number;
  readonly columns: string[];
}

async function readRows(
  file: AsyncBuffer,
  metadata: FileMetaData,
  part: Part,
  limits: ReadLimits,
): Promise<unknown[][]> {
  let read: unknown[][] = [];
  await parquetRead({
    file,
    metadata,
    ...part,
    compressors: within(limits),
    rowFormat: "array",
    onComplete(rows) {
      read = rows;
    },
  }).catch(damaged);
  return read;
}

/** Pages say themselves how large they get. */
function within(limits: ReadLimits): Compressors {
  return Object.fromEntries(
    Object.entries(compressors).map(([name, unpack]) => [
      name,
      (input: Uint8Array, length: number): Uint8Array => {
        checkSize(length, limits);
        if (length > limits.expansionGrace && length > limits.expansionRatio * input.length) {
          throw new InputRefused("expands-too-far", `1:${Math.round(length / input.length)}`);
        }
        return unpack(input, length);
      },
    ]),
  );
}

function checkSize(bytes: number, { rowGroupBytes }: ReadLimits): void {
  if (bytes <= rowGroupBytes) return;
  throw new InputRefused("too-large", `row group > ${rowGroupBytes} bytes (pandas: row_group_size=100000)`);
}

async function bufferOf(file: FileHandle): Promise<AsyncBuffer> {
  const { size } = await file.stat();
  return {
    byteLength: size,
    async slice(start, end = size) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      await file.read(bytes, 0, bytes.length, start);
      return bytes.buffer;
    },
  };
}

function damaged(cause: unknown): never {
  if (cause instanceof InputRefused) throw cause;
  throw new InputRefused("damaged-file", cause instanceof Error ? cause.message : String(cause), { cause });
}
