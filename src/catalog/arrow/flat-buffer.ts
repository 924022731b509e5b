/**
 * Reads FlatBuffers, the encoding of an Arrow file's metadata: a table is a list of fields by number, each
 * of which may be absent and then has its default (https://flatbuffers.dev/internals).
 */

/** Bytes of a reference, and of the length that stands before a vector or a text. */
const UINT32 = 4;
const UINT16 = 2;

/** Where a vector's elements begin, and how many there are. */
export interface FlatVector {
  readonly at: number;
  readonly length: number;
}

export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;

  /** @param at where the table begins */
  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  /** The table that a buffer holds, beginning at `at`. */
  static root(view: DataView, at: number): FlatTable {
    return new FlatTable(view, at + view.getUint32(at, true));
  }

  uint8(field: number, absent = 0): number {
    const at = this.#place(field);
    return at === undefined ? absent : this.#view.getUint8(at);
  }

  int16(field: number, absent = 0): number {
    const at = this.#place(field);
    return at === undefined ? absent : this.#view.getInt16(at, true);
  }

  int32(field: number, absent = 0): number {
    const at = this.#place(field);
    return at === undefined ? absent : this.#view.getInt32(at, true);
  }

  /** @throws RangeError where the number is too large to be held exactly */
  int64(field: number): number {
    const at = this.#place(field);
    return at === undefined ? 0 : int64At(this.#view, at);
  }

  table(field: number): FlatTable | undefined {
    const at = this.#target(field);
    return at === undefined ? undefined : new FlatTable(this.#view, at);
  }

  text(field: number): string {
    const { at, length } = this.vector(field);
    const { buffer, byteOffset } = this.#view;
    return Buffer.from(buffer, byteOffset + at, length).toString("utf8");
  }

  /** Elements of a fixed size, which the caller knows; none where the field is absent. */
  vector(field: number): FlatVector {
    const at = this.#target(field);
    return at === undefined
      ? { at: 0, length: 0 }
      : { at: at + UINT32, length: this.#view.getUint32(at, true) };
  }

  tables(field: number): FlatTable[] {
    const { at, length } = this.vector(field);
    return Array.from({ length }, (_, i) => FlatTable.root(this.#view, at + i * UINT32));
  }

  /** Where a field's value stands; undefined where it is absent. */
  #place(field: number): number | undefined {
    const fields = this.#at - this.#view.getInt32(this.#at, true);
    // Before the fields' places: the bytes of their list and of the table.
    const entry = (2 + field) * UINT16;
    if (entry >= this.#view.getUint16(fields, true)) return undefined;
    const offset = this.#view.getUint16(fields + entry, true);
    return offset === 0 ? undefined : this.#at + offset;
  }

  /** Where what a field refers to begins. */
  #target(field: number): number | undefined {
    const at = this.#place(field);
    return at === undefined ? undefined : at + this.#view.getUint32(at, true);
  }
}

/** @throws RangeError where the number is too large to be held exactly */
export function int64At(view: DataView, at: number): number {
  const high = view.getInt32(at + UINT32, true);
  const number = high * 2 ** 32 + view.getUint32(at, true);
  if (!Number.isSafeInteger(number)) throw new RangeError(`the number at byte ${at} is too large`);
  return number;
}
