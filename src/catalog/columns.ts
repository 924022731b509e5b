/**
 * Typed access to the columns of a table: typed arrays over the file's own bytes, strings decoded when asked for.
 * There is no object per row.
 */
import type { ColumnKind, TableSchema } from "./schema.js";

/** Which rows of a column hold a value: Arrow's validity bitmap, or nothing where all do. */
export type Validity = Uint8Array | undefined;

function isValid(validity: Validity, row: number): boolean {
  return validity === undefined || (validity[row >> 3] & (1 << (row & 7))) !== 0;
}

/** Numbers of which some may be unknown. */
export class OptionalNumbers {
  constructor(
    private readonly values: Int32Array | Float64Array,
    private readonly validity: Validity,
  ) {}

  get(row: number): number | undefined {
    return isValid(this.validity, row) ? this.values[row] : undefined;
  }
}

/** UTF-8 text, one string a row. */
export class Strings {
  private readonly bytes: Buffer;

  constructor(
    private readonly offsets: Int32Array,
    bytes: Uint8Array,
  ) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.offsets.length - 1;
  }

  get(row: number): string {
    return this.bytes.toString("utf8", this.offsets[row], this.offsets[row + 1]);
  }

  /** A view of a text's bytes; nothing is copied. */
  bytesOf(row: number): Uint8Array {
    return this.bytes.subarray(this.offsets[row], this.offsets[row + 1]);
  }

  /** All texts' bytes, one after the other, and where each begins: for loops that cannot afford a view a row. */
  get raw(): { readonly bytes: Uint8Array; readonly offsets: Int32Array } {
    return { bytes: this.bytes, offsets: this.offsets };
  }

  /** Length of a text in bytes, without decoding it. */
  size(row: number): number {
    return this.offsets[row + 1] - this.offsets[row];
  }
}

/** UTF-8 text of which some may be unknown. */
export class OptionalStrings {
  private readonly strings: Strings;

  constructor(
    offsets: Int32Array,
    bytes: Uint8Array,
    private readonly validity: Validity,
  ) {
    this.strings = new Strings(offsets, bytes);
  }

  get(row: number): string | undefined {
    return isValid(this.validity, row) ? this.strings.get(row) : undefined;
  }
}

/** Lists of numbers: row r is `values[offsets[r]]` up to `values[offsets[r + 1]]`. */
export class Lists<Values extends Int32Array | Uint8Array | Float32Array> {
  constructor(
    readonly offsets: Int32Array,
    readonly values: Values,
  ) {}

  /** How many values stand in a row. */
  size(row: number): number {
    return this.offsets[row + 1] - this.offsets[row];
  }

  /** A view of a row's values; nothing is copied. */
  get(row: number): Values {
    return this.values.subarray(this.offsets[row], this.offsets[row + 1]) as Values;
  }
}

/** Lists of texts. */
export class StringLists {
  constructor(
    private readonly offsets: Int32Array,
    private readonly strings: Strings,
  ) {}

  get(row: number): string[] {
    const texts: string[] = [];
    for (let i = this.offsets[row]; i < this.offsets[row + 1]; i++) texts.push(this.strings.get(i));
    return texts;
  }
}

/** What each kind of column is read as. */
export interface ColumnOf {
  int32: Int32Array;
  "int32?": OptionalNumbers;
  uint8: Uint8Array;
  "float64?": OptionalNumbers;
  "date?": OptionalNumbers;
  utf8: Strings;
  "utf8?": OptionalStrings;
  "int32[]": Lists<Int32Array>;
  "uint8[]": Lists<Uint8Array>;
  "float32[]": Lists<Float32Array>;
  "utf8[]": StringLists;
}

export type Column = ColumnOf[ColumnKind];

/** A table as it is read: a column for each entry of its schema, and how many rows it has. */
export type TableOf<Schema extends TableSchema> = {
  readonly [Name in keyof Schema]: ColumnOf[Schema[Name]];
} & { readonly rowCount: number };
