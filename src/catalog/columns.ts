/**
 * Typed access to the columns of a table: typed arrays over the file's own bytes, strings decoded when asked
 * for. There is no object per row.
 *
 * `Own` is the type of the table's rows: a column of people takes no row of a film.
 */

import type { ColumnKind, ON_DISK, StoredKind, TableSchema } from "./column-kinds.js";
import type { StoredBytes } from "./reading/stored-bytes.js";
import type { HasRows, RowOf, Rows, RowTable } from "./rows.js";

/** Which rows of a column hold a value: Arrow's validity bitmap, or nothing where all do. */
export type Validity = Uint8Array | undefined;

function isValid(validity: Validity, row: number): boolean {
  return validity === undefined || (validity[row >> 3] & (1 << (row & 7))) !== 0;
}

/** Numbers of which some may be unknown. */
export class OptionalNumbers<Own extends number = number, Value extends number = number> {
  readonly #values: Int32Array | Float64Array;
  readonly #validity: Validity;

  constructor(values: Int32Array | Float64Array, validity: Validity) {
    this.#values = values;
    this.#validity = validity;
  }

  get(row: Own): Value | undefined {
    return isValid(this.#validity, row) ? (this.#values[row] as Value) : undefined;
  }

  /** All of them, NaN where they are unknown, for loops over many rows: the column itself where it holds such numbers. */
  orNaN(): Float64Array {
    const values = this.#values instanceof Float64Array ? this.#values : Float64Array.from(this.#values);
    if (this.#validity !== undefined)
      for (let row = 0; row < values.length; row++)
        if (!isValid(this.#validity, row)) values[row] = Number.NaN;
    return values;
  }
}

/** UTF-8 text, one string a row. */
export class Strings<Own extends number = number> {
  readonly #offsets: Int32Array;
  readonly #bytes: Buffer;

  constructor(offsets: Int32Array, bytes: Uint8Array) {
    this.#offsets = offsets;
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get(row: Own): string {
    return this.#bytes.toString("utf8", this.#offsets[row], this.#offsets[row + 1]);
  }

  /**
   * All texts' bytes, one after the other, and where each begins: for loops that cannot afford a view a row.
   */
  get raw(): { readonly bytes: Uint8Array; readonly offsets: Int32Array } {
    return { bytes: this.#bytes, offsets: this.#offsets };
  }
}

/** UTF-8 text of which some may be unknown. */
export class OptionalStrings<Own extends number = number> {
  readonly #strings: Strings<Own>;
  readonly #validity: Validity;

  constructor(offsets: Int32Array, bytes: Uint8Array, validity: Validity) {
    this.#strings = new Strings(offsets, bytes);
    this.#validity = validity;
  }

  get(row: Own): string | undefined {
    return isValid(this.#validity, row) ? this.#strings.get(row) : undefined;
  }

  /** Whether it is known: nothing is decoded. */
  has(row: Own): boolean {
    return isValid(this.#validity, row);
  }
}

/** Texts on disk, of which some may be unknown. */
export class StoredTexts<Own extends number = number> {
  readonly #offsets: Int32Array;
  readonly #bytes: StoredBytes;
  readonly #validity: Validity;

  constructor(offsets: Int32Array, bytes: StoredBytes, validity: Validity) {
    this.#offsets = offsets;
    this.#bytes = bytes;
    this.#validity = validity;
  }

  /** @throws OperatorError where the file is no longer what it was */
  get(row: Own): string | undefined {
    if (!isValid(this.#validity, row)) return undefined;
    const { buffer, byteOffset, byteLength } = this.#bytes.read(this.#offsets[row], this.#offsets[row + 1]);
    return Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
  }

  /** Whether it is known: nothing is read. */
  has(row: Own): boolean {
    return isValid(this.#validity, row);
  }
}

/** Rows in lists: in two bytes each where none needs more. */
export type RowNumbers = Int32Array | Uint16Array;

/**
 * Lists of numbers: row r is `values[offsets[r]]` up to `values[offsets[r + 1]]`.
 * `View` is what a list is seen as: the typed array it is, or the rows of a table it refers to.
 */
export class Lists<
  Values extends RowNumbers | Uint8Array | Float32Array,
  Own extends number = number,
  View = Values,
> {
  readonly offsets: Int32Array;
  readonly values: Values;

  constructor(offsets: Int32Array, values: Values) {
    this.offsets = offsets;
    this.values = values;
  }

  /** How many values stand in a row. */
  size(row: Own): number {
    return this.offsets[row + 1] - this.offsets[row];
  }

  /** A view of a row's values; nothing is copied. */
  get(row: Own): View {
    return this.values.subarray(this.offsets[row], this.offsets[row + 1]) as View;
  }
}

/** A kind of typed array. */
export type NumbersOf<Values> = {
  new (buffer: ArrayBufferLike, from: number, length: number): Values;
  readonly BYTES_PER_ELEMENT: number;
};

/** Lists of numbers on disk. */
export class StoredLists<View, Own extends number = number> {
  readonly #offsets: Int32Array;
  readonly #bytes: StoredBytes;
  readonly #Numbers: NumbersOf<View>;

  constructor(offsets: Int32Array, bytes: StoredBytes, Numbers: NumbersOf<View>) {
    this.#offsets = offsets;
    this.#bytes = bytes;
    this.#Numbers = Numbers;
  }

  /** How many values stand in a row; nothing is read for it. */
  size(row: Own): number {
    return this.#offsets[row + 1] - this.#offsets[row];
  }

  /** @throws OperatorError where the file is no longer what it was */
  get(row: Own): View {
    const width = this.#Numbers.BYTES_PER_ELEMENT;
    const [from, to] = [this.#offsets[row] * width, this.#offsets[row + 1] * width];
    const { buffer, byteOffset } = this.#bytes.read(from, to);
    return new this.#Numbers(buffer, byteOffset, this.size(row));
  }
}

/** Lists of texts. */
export class StringLists<Own extends number = number> {
  readonly #offsets: Int32Array;
  readonly #strings: Strings;

  constructor(offsets: Int32Array, strings: Strings) {
    this.#offsets = offsets;
    this.#strings = strings;
  }

  /** How many texts stand in a row; none is read for it. */
  size(row: Own): number {
    return this.#offsets[row + 1] - this.#offsets[row];
  }

  get(row: Own): string[] {
    const texts: string[] = [];
    for (let i = this.#offsets[row]; i < this.#offsets[row + 1]; i++) texts.push(this.#strings.get(i));
    return texts;
  }
}

/** What each kind of stored column is read as. */
export interface StoredColumnOf<Own extends number> {
  int32: Int32Array;
  "int32?": OptionalNumbers<Own>;
  uint8: Uint8Array;
  "float64?": OptionalNumbers<Own>;
  "date?": OptionalNumbers<Own>;
  utf8: Strings<Own>;
  "utf8?": OptionalStrings<Own>;
  "int32[]": Lists<Int32Array, Own>;
  "row[]": Lists<RowNumbers, Own>;
  "uint8[]": Lists<Uint8Array, Own>;
  "float32[]": Lists<Float32Array, Own>;
  "utf8[]": StringLists<Own>;
}

/** What a large column is read as. */
interface LargeColumnOf<Own extends number> {
  "utf8?": StoredTexts<Own>;
  "uint8[]": StoredLists<Uint8Array, Own>;
}

/** A column of a table: of references, one that gives rows of the table they refer to. */
export type ColumnOf<
  Kind extends ColumnKind,
  Own extends number,
> = Kind extends `${infer Large}${typeof ON_DISK}`
  ? Large extends keyof LargeColumnOf<Own>
    ? LargeColumnOf<Own>[Large]
    : Large extends `${infer Target extends RowTable}[]`
      ? StoredLists<Rows<RowOf<Target>>, Own>
      : never
  : Kind extends StoredKind
    ? StoredColumnOf<Own>[Kind]
    : Kind extends RowTable
      ? Rows<RowOf<Kind>>
      : Kind extends `${infer Target extends RowTable}?`
        ? OptionalNumbers<Own, RowOf<Target>>
        : Kind extends `${infer Target extends RowTable}[]`
          ? Lists<RowNumbers, Own, Rows<RowOf<Target>>>
          : never;

export type StoredColumn =
  | StoredColumnOf<number>[StoredKind]
  | StoredTexts
  | StoredLists<Uint8Array>
  | StoredLists<RowNumbers>;

/** A table as it is read: a column for each entry of its schema, and how many rows it has. */
export type TableOf<Schema extends TableSchema, Own extends number = number> = {
  readonly [Name in keyof Schema]: ColumnOf<Schema[Name], Own>;
} & HasRows<Own>;
