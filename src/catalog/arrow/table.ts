/** Reads an Arrow IPC file as a table of a known schema. */

import { type StoredKind, staysOnDisk, storedAs, type TableSchema } from "../column-kinds.js";
import {
  Lists,
  type NumbersOf,
  OptionalNumbers,
  OptionalStrings,
  type RowNumbers,
  type StoredColumn,
  StoredLists,
  StoredTexts,
  StringLists,
  Strings,
  type TableOf,
  type Validity,
} from "../columns.js";
import type { Span } from "../reading/read-file.js";
import { inMemory, type StoredBytes, type TableBytes } from "../reading/stored-bytes.js";
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

/** A whole file in memory as a table. @throws Error that names the column, where the file is not of this schema */
export function readTable<Schema extends TableSchema>(bytes: Uint8Array, schema: Schema): TableOf<Schema> {
  return tableOf(inMemory(bytes), schema);
}

/**
 * @param bytes a file, to whose bytes the columns keep referring
 * @throws Error that names the column, where the file is not of this schema
 */
export function tableOf<Schema extends TableSchema>(bytes: TableBytes, schema: Schema): TableOf<Schema> {
  const file = readArrow(bytes.size, (from, to) => bytes.view(from, to));
  const columns: Record<string, StoredColumn | number> = { rowCount: file.rowCount };
  for (const [name, kind] of Object.entries(schema)) {
    const column = file.columns.get(name);
    if (column === undefined) throw new Error(`column ${name} is missing`);
    const stored = storedAs(kind);
    const isNarrow = stored === "row[]" && column.type === NARROW_ROWS;
    if (column.type !== ARROW_TYPES[stored] && !isNarrow)
      throw new Error(`column ${name} is ${column.type}, expected ${ARROW_TYPES[stored]}`);
    columns[name] = new ColumnReader(bytes, column).read(stored, staysOnDisk(kind));
  }
  return columns as TableOf<Schema>;
}

/**
 * Bytes of all lists of a column from which on they stay on disk: a recommendation asks for some hundred lists, which takes
 * milliseconds from there, and those of fifty thousand films are small.
 */
const LARGE_LISTS = 16 << 20;

/**
 * What of a file need not be in memory, ascending: the texts and numbers of the columns that stay on disk.
 * @param view gives bytes of a file that nobody has verified yet
 * @param largeLists bytes of a column's lists from which on they are not in memory
 * @throws Error where it is no such file
 */
export function spansOnDisk(
  size: number,
  view: (from: number, to: number) => Uint8Array,
  schema: TableSchema,
  largeLists = LARGE_LISTS,
): Span[] {
  const { columns } = readArrow(size, view);
  return Object.entries(schema)
    .flatMap(([name, kind]) => (staysOnDisk(kind) ? (columns.get(name) ?? []) : []))
    .flatMap(({ values, items }) => {
      if (items === undefined) return values;
      return items.values.to - items.values.from < largeLists ? [] : items.values;
    })
    .filter(({ from, to }) => 0 <= from && from < to && to <= size)
    .sort((a, b) => a.from - b.from);
}

/** One column of a file. */
class ColumnReader {
  readonly #bytes: TableBytes;
  readonly #column: ArrowColumn;

  constructor(bytes: TableBytes, column: ArrowColumn) {
    this.#bytes = bytes;
    this.#column = column;
  }

  read(kind: StoredKind, isOnDisk: boolean): StoredColumn {
    switch (kind) {
      case "int32":
        return this.#numbers(Int32Array);
      case "uint8":
        return this.#numbers(Uint8Array);
      case "int32?":
      case "date?":
        return new OptionalNumbers(this.#numbers(Int32Array), this.#validity());
      case "float64?":
        return new OptionalNumbers(this.#numbers(Float64Array), this.#validity());
      case "utf8":
        return this.#strings();
      case "utf8?":
        return isOnDisk
          ? new StoredTexts(this.#offsets(), this.#stored(), this.#validity())
          : new OptionalStrings(this.#offsets(), this.#values(), this.#validity());
      case "int32[]":
        return this.#lists(Int32Array, false);
      case "row[]":
        return this.#column.type === NARROW_ROWS
          ? this.#lists(Uint16Array, isOnDisk)
          : this.#lists(Int32Array, isOnDisk);
      case "uint8[]":
        return this.#lists(Uint8Array, isOnDisk);
      case "float32[]":
        return new Lists<Float32Array>(this.#offsets(), this.#items().#numbers(Float32Array));
      case "utf8[]":
        return new StringLists(this.#offsets(), this.#items().#strings());
    }
  }

  #lists<Values extends RowNumbers | Uint8Array>(
    Numbers: NumbersOf<Values>,
    isOnDisk: boolean,
  ): Lists<Values> | StoredLists<Values> {
    const items = this.#items();
    return isOnDisk
      ? new StoredLists(this.#offsets(), items.#stored(), Numbers)
      : new Lists(this.#offsets(), items.#numbers(Numbers));
  }

  /** The numbers themselves: a file pads them to a multiple of eight bytes. */
  #numbers<Numbers>(TypedArray: NumbersOf<Numbers>): Numbers {
    const { buffer, byteOffset } = this.#values();
    return new TypedArray(buffer, byteOffset, this.#column.length);
  }

  #strings(): Strings {
    return new Strings(this.#offsets(), this.#values());
  }

  #values(): Uint8Array {
    const { from, to } = this.#column.values;
    return this.#bytes.view(from, to);
  }

  #stored(): StoredBytes {
    const { from, to } = this.#column.values;
    return this.#bytes.stored(from, to);
  }

  /** A column without rows may have no offsets at all. */
  #offsets(): Int32Array {
    const { from, to } = this.#column.offsets;
    if (from === to) return new Int32Array(1);
    const { buffer, byteOffset } = this.#bytes.view(from, to);
    return new Int32Array(buffer, byteOffset, this.#column.length + 1);
  }

  #validity(): Validity {
    const { nullCount, validity } = this.#column;
    return nullCount > 0 ? this.#bytes.view(validity.from, validity.to) : undefined;
  }

  /** What stands in all lists of a column, one after the other. */
  #items(): ColumnReader {
    const { items } = this.#column;
    if (items === undefined) throw new Error("lists without items");
    return new ColumnReader(this.#bytes, items);
  }
}
