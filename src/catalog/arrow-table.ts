/** Reads an Arrow IPC file as a table of a known schema. */
import { type Data, DataType, tableFromIPC } from "apache-arrow";
import {
  type Column,
  Lists,
  OptionalNumbers,
  OptionalStrings,
  StringLists,
  Strings,
  type TableOf,
  type Validity,
} from "./columns.js";
import type { ColumnKind, TableSchema } from "./schema.js";

/** The Arrow type that a column kind must have in the file. */
const ARROW_TYPES: Record<ColumnKind, string> = {
  int32: "Int32",
  "int32?": "Int32",
  uint8: "Uint8",
  "float64?": "Float64",
  "date?": "Date32<DAY>",
  utf8: "Utf8",
  "utf8?": "Utf8",
  "int32[]": "List<Int32>",
  "uint8[]": "List<Uint8>",
  "float32[]": "List<Float32>",
  "utf8[]": "List<Utf8>",
};

/**
 * @param bytes a whole file, 8-byte aligned (a fresh Uint8Array is), which the columns keep referring to
 * @throws Error that names the column, where the file is not of this schema
 */
export function readTable<Schema extends TableSchema>(bytes: Uint8Array, schema: Schema): TableOf<Schema> {
  const table = tableFromIPC(bytes);
  if (table.batches.length > 1) throw new Error(`${table.batches.length} record batches, expected one`);
  const batch = table.batches[0];
  const columns: Record<string, Column | number> = { rowCount: table.numRows };
  for (const [name, kind] of Object.entries(schema)) {
    const position = table.schema.fields.findIndex((field) => field.name === name);
    if (position < 0) throw new Error(`column ${name} is missing`);
    const type = table.schema.fields[position].type.toString();
    if (type !== ARROW_TYPES[kind])
      throw new Error(`column ${name} is ${type}, expected ${ARROW_TYPES[kind]}`);
    columns[name] = readColumn(kind, batch.data.children[position]);
  }
  return columns as TableOf<Schema>;
}

function readColumn(kind: ColumnKind, data: Data): Column {
  switch (kind) {
    case "int32":
    case "uint8":
      return data.values;
    case "int32?":
    case "float64?":
    case "date?":
      return new OptionalNumbers(data.values, validity(data));
    case "utf8":
      return strings(data);
    case "utf8?":
      return new OptionalStrings(data.valueOffsets, data.values, validity(data));
    case "int32[]":
    case "uint8[]":
    case "float32[]":
      return new Lists(data.valueOffsets, data.children[0].values);
    case "utf8[]":
      return new StringLists(data.valueOffsets, strings(data.children[0]));
  }
}

function strings(data: Data): Strings {
  if (!DataType.isUtf8(data.type)) throw new Error(`${data.type} is no text`);
  return new Strings(data.valueOffsets, data.values);
}

function validity(data: Data): Validity {
  return data.nullCount > 0 ? data.nullBitmap : undefined;
}
