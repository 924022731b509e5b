/** Tables → files, a row or a group of rows at a time. */
import { closeSync, openSync, writeSync } from "node:fs";
import { fileWriter, parquetWriteRows, type SchemaElement } from "hyparquet-writer";
import type { ColumnType, ExportedRow, ExportedTable, ThingFields } from "./table.js";

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
      ...columns.flatMap(([name, type]) => parquetSchema(name, type)),
    ],
    rowGroupSize: ROWS_PER_GROUP,
    createdBy: "claqueta",
  });
  return count;
}

const PARQUET = {
  int: { type: "INT32" },
  real: { type: "DOUBLE" },
  flag: { type: "BOOLEAN" },
  day: { type: "INT32", converted_type: "DATE" },
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
} as const satisfies Record<string, Pick<SchemaElement, "type" | "converted_type">>;

/** A column with what is in it: lists as pandas, Spark and DuckDB have them. */
function parquetSchema(name: string, type: ColumnType): SchemaElement[] {
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  if (type === "names") return listSchema(name, parquetSchema("element", "text"));
  if (typeof type === "string") return [{ ...optional, ...PARQUET[type] }];
  if ("list" in type) return listSchema(name, thingSchema("element", type.list));
  return thingSchema(name, type.one);
}

function listSchema(name: string, element: readonly SchemaElement[]): SchemaElement[] {
  return [
    { name, repetition_type: "OPTIONAL", converted_type: "LIST", num_children: 1 },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    ...element,
  ];
}

function thingSchema(name: string, fields: ThingFields): SchemaElement[] {
  const children = Object.entries(fields).flatMap(([field, type]) => parquetSchema(field, type));
  return [{ name, repetition_type: "OPTIONAL", num_children: children.length }, ...children];
}

function parquetValue(value: unknown, type: ColumnType): unknown {
  if (value === undefined) return null;
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
  if (type === "names" || typeof type === "object") return JSON.stringify(value);
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
