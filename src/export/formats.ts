/** Tables → files, a row or a group of rows at a time. */
import { closeSync, openSync, writeSync } from "node:fs";
import { fileWriter, parquetWriteRows, type SchemaElement } from "hyparquet-writer";
import type { ColumnType, ExportedRow, ExportedTable } from "./table.js";

export const EXPORT_FORMATS = ["parquet", "csv", "jsonl"] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Writes a table; gives the number of its rows. */
export function writeTable(table: ExportedTable, format: ExportFormat, path: string): number {
  switch (format) {
    case "parquet":
      return writeParquet(table, path);
    case "csv":
      return writeLines(path, csvLines(table)) - 1;
    case "jsonl":
      return writeLines(path, jsonLines(table));
  }
}

const ROWS_PER_GROUP = 50_000;

function writeParquet(table: ExportedTable, path: string): number {
  const columns = Object.entries(table.columns);
  let count = 0;
  function* rows(): Generator<Record<string, unknown>> {
    for (const row of table.rows()) {
      count += 1;
      yield Object.fromEntries(columns.map(([name, type]) => [name, parquetValue(row[name], type)]));
    }
  }
  parquetWriteRows({
    writer: fileWriter(path),
    rows: rows(),
    columns: columns.map(([name]) => ({ name })),
    schema: [
      { name: "schema", num_children: columns.length },
      ...columns.map(
        ([name, type]): SchemaElement => ({ name, repetition_type: "OPTIONAL", ...PARQUET[type] }),
      ),
    ],
    rowGroupSize: ROWS_PER_GROUP,
    createdBy: "claqueta",
  });
  return count;
}

const TEXT: Pick<SchemaElement, "type" | "converted_type"> = { type: "BYTE_ARRAY", converted_type: "UTF8" };

const PARQUET: Readonly<Record<ColumnType, Pick<SchemaElement, "type" | "converted_type">>> = {
  int: { type: "INT32" },
  real: { type: "DOUBLE" },
  flag: { type: "BOOLEAN" },
  day: { type: "INT32", converted_type: "DATE" },
  text: TEXT,
  nested: TEXT,
};

function parquetValue(value: unknown, type: ColumnType): unknown {
  if (value === undefined) return null;
  if (type === "nested") return JSON.stringify(value);
  return type === "day" ? new Date(String(value)) : value;
}

function* csvLines({ columns, rows }: ExportedTable): Generator<string> {
  const types = Object.entries(columns);
  yield types.map(([name]) => quoted(name)).join(",");
  for (const row of rows()) yield types.map(([name, type]) => quoted(csvCell(row[name], type))).join(",");
}

/** As pandas reads and writes them. */
function csvCell(value: unknown, type: ColumnType): string {
  if (value === undefined) return "";
  if (type === "nested") return JSON.stringify(value);
  if (type === "flag") return value === true ? "True" : "False";
  return String(value);
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function* jsonLines({ columns, rows }: ExportedTable): Generator<string> {
  const names = Object.keys(columns);
  const whole = (row: ExportedRow): ExportedRow =>
    Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
  for (const row of rows()) yield JSON.stringify(whole(row));
}

/** Text is written in pieces of about this many characters. */
const PIECE_CHARS = 1024 * 1024;

function writeLines(path: string, lines: Iterable<string>): number {
  const file = openSync(path, "w");
  let count = 0;
  let piece = "";
  const flush = (): void => {
    for (let rest = Buffer.from(piece); rest.length > 0; ) rest = rest.subarray(writeSync(file, rest));
    piece = "";
  };
  try {
    for (const line of lines) {
      count += 1;
      piece += `${line}\n`;
      if (piece.length >= PIECE_CHARS) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return count;
}
