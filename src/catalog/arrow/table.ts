/** Reads an Arrow IPC file as a table of a known schema. */
import {
  Lists,
  OptionalNumbers,
  OptionalStrings,
  type RowNumbers,
  type StoredColumn,
  StringLists,
  Strings,
  type TableOf,
  type Validity,
} from "../columns.js";
import { type StoredKind, storedAs, type TableSchema } from "../schema.js";
import { type ArrowColumn, readArrow } from "./file.js";

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
  "row[]": "List<Int32>",
  "uint8[]": "List<Uint8>",
  "float32[]": "List<Float32>",
  "utf8[]": "List<Utf8>",
};

/** Or this, where no row needs more. */
const NARROW_ROWS = "List<Uint16>";

/**
 * @param bytes a whole file, 8-byte aligned (a fresh Uint8Array is), which the columns keep referring to
 * @throws Error that names the column, where the file is not of this schema
 */
export function readTable<Schema extends TableSchema>(bytes: Uint8Array, schema: Schema): TableOf<Schema> {
  const file = readArrow(bytes);
  const columns: Record<string, StoredColumn | number> = { rowCount: file.rowCount };
  for (const [name, kind] of Object.entries(schema)) {
    const column = file.columns.get(name);
    if (column === undefined) throw new Error(`column ${name} is missing`);
    const stored = storedAs(kind);
    const isNarrow = stored === "row[]" && column.type === NARROW_ROWS;
    if (column.type !== ARROW_TYPES[stored] && !isNarrow)
      throw new Error(`column ${name} is ${column.type}, expected ${ARROW_TYPES[stored]}`);
    columns[name] = readColumn(stored, column);
  }
  return columns as TableOf<Schema>;
}

function readColumn(kind: StoredKind, column: ArrowColumn): StoredColumn {
  const { offsets } = column;
  switch (kind) {
    case "int32":
      return numbers(Int32Array, column);
    case "uint8":
      return numbers(Uint8Array, column);
    case "int32?":
    case "date?":
      return new OptionalNumbers(numbers(Int32Array, column), validity(column));
    case "float64?":
      return new OptionalNumbers(numbers(Float64Array, column), validity(column));
    case "utf8":
      return new Strings(offsets, column.values);
    case "utf8?":
      return new OptionalStrings(offsets, column.values, validity(column));
    case "int32[]":
      return new Lists<Int32Array>(offsets, numbers(Int32Array, itemsOf(column)));
    case "row[]":
      return new Lists<RowNumbers>(offsets, rowNumbers(column));
    case "uint8[]":
      return new Lists<Uint8Array>(offsets, numbers(Uint8Array, itemsOf(column)));
    case "float32[]":
      return new Lists<Float32Array>(offsets, numbers(Float32Array, itemsOf(column)));
    case "utf8[]": {
      const items = itemsOf(column);
      return new StringLists(offsets, new Strings(items.offsets, items.values));
    }
  }
}

/** The numbers themselves: a file pads them to a multiple of eight bytes. */
function numbers<Numbers>(
  TypedArray: { new (buffer: ArrayBufferLike, from: number, length: number): Numbers },
  { values, length }: ArrowColumn,
): Numbers {
  return new TypedArray(values.buffer, values.byteOffset, length);
}

function rowNumbers(column: ArrowColumn): RowNumbers {
  const items = itemsOf(column);
  return column.type === NARROW_ROWS ? numbers(Uint16Array, items) : numbers(Int32Array, items);
}

/** What stands in all lists of a column, one after the other. */
function itemsOf({ items }: ArrowColumn): ArrowColumn {
  if (items === undefined) throw new Error("lists without items");
  return items;
}

function validity({ nullCount, validity }: ArrowColumn): Validity {
  return nullCount > 0 ? validity : undefined;
}
