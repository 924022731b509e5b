/** Reads an Arrow IPC file as a table of a known schema. */
import { type Data, DataType, tableFromIPC } from "apache-arrow";
import {
  Lists,
  OptionalNumbers,
  OptionalStrings,
  type StoredColumn,
  StringLists,
  Strings,
  type TableOf,
  type Validity,
} from "./columns.js";
import { type StoredKind, storedAs, type TableSchema } from "./schema.js";

/** The Arrow type that a kind of column must have in the file. */
const ARROW_TYPES: Record<StoredKind, string> = {
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
  const [batch, ...others] = table.batches;
  if (batch === undefined || others.length > 0)
    throw new Error(`${table.batches.length} record batches, expected one`);
  const columns: Record<string, StoredColumn | number> = { rowCount: table.numRows };
  for (const [name, kind] of Object.entries(schema)) {
    const position = table.schema.fields.findIndex((field) => field.name === name);
    const data = batch.data.children[position];
    if (data === undefined) throw new Error(`column ${name} is missing`);
    const stored = storedAs(kind);
    const type = data.type.toString();
    if (type !== ARROW_TYPES[stored])
      throw new Error(`column ${name} is ${type}, expected ${ARROW_TYPES[stored]}`);
    columns[name] = readColumn(stored, data);
  }
  return columns as TableOf<Schema>;
}

function readColumn(kind: StoredKind, data: Data): StoredColumn {
  switch (kind) {
    case "int32":
    case "uint8":
      return numbers(data);
    case "int32?":
    case "float64?":
    case "date?":
      return new OptionalNumbers(data.values, validity(data));
    case "utf8":
      return strings(data);
    case "utf8?":
      return new OptionalStrings(data.valueOffsets, data.values, validity(data));
    case "int32[]":
      return new Lists<Int32Array>(data.valueOffsets, numbers(itemsOf(data)));
    case "uint8[]":
      return new Lists<Uint8Array>(data.valueOffsets, numbers(itemsOf(data)));
    case "float32[]":
      return new Lists<Float32Array>(data.valueOffsets, numbers(itemsOf(data)));
    case "utf8[]":
      return new StringLists(data.valueOffsets, strings(itemsOf(data)));
  }
}

/** The numbers themselves: a file pads them to a multiple of eight bytes. */
function numbers(data: Data) {
  return data.values.subarray(0, data.length);
}

/** What stands in all lists of a column, one after the other. */
function itemsOf(data: Data): Data {
  const [items] = data.children;
  if (items === undefined) throw new Error("lists without items");
  return items;
}

function strings(data: Data): Strings {
  if (!DataType.isUtf8(data.type)) throw new Error(`${data.type} is no text`);
  return new Strings(data.valueOffsets, data.values);
}

function validity(data: Data): Validity {
  return data.nullCount > 0 ? data.nullBitmap : undefined;
}
