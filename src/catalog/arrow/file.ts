/**
 * The columns of an Arrow IPC file as views of its bytes
 * (https://arrow.apache.org/docs/format/Columnar.html#ipc-file-format). Only what an index holds is read: one
 * record batch of numbers, texts and lists, not compressed. Arrow's own library reads everything else too;
 * loading it takes more memory than the largest table of names (docs/decisions.md).
 */
import { FlatTable, type FlatVector, int64At } from "./flat-buffer.js";

/** A column, or the items of a column of lists. */
export interface ArrowColumn {
  /** As Arrow calls it: "Int32", "List<Utf8>". */
  readonly type: string;
  readonly length: number;
  readonly nullCount: number;
  /** Which rows hold a value, a bit each; empty where all do. */
  readonly validity: Uint8Array;
  /** Where each row's text or list begins, and the last one ends; only of those. */
  readonly offsets: Int32Array;
  /** The bytes of the numbers or texts, padded. */
  readonly values: Uint8Array;
  /** What stands in all lists, one after the other. */
  readonly items: ArrowColumn | undefined;
}

export interface ArrowFile {
  readonly rowCount: number;
  readonly columns: ReadonlyMap<string, ArrowColumn>;
}

const MAGIC = "ARROW1";
/** Before the metadata of a message, which its size follows. */
const CONTINUATION = -1;
/** Bytes of the structures that stand in vectors. */
const FIELD_NODE = 16;
const BUFFER = 16;
const INT64 = 8;

/** The fields' numbers in Arrow's schemas (`File.fbs`, `Message.fbs`, `Schema.fbs`). */
const FOOTER = { schema: 1, recordBatches: 3 } as const;
const MESSAGE = { header: 2 } as const;
const RECORD_BATCH = { length: 0, nodes: 1, buffers: 2, compression: 3 } as const;
const SCHEMA = { fields: 1 } as const;
const FIELD = { name: 0, typeKind: 2, type: 3, children: 5 } as const;
const INT = { bitWidth: 0, isSigned: 1 } as const;
const FLOAT = { precision: 0 } as const;
const DATE = { unit: 0 } as const;

/** The members of the union of types that an index holds. */
const TYPE = { int: 2, float: 3, utf8: 5, date: 8, list: 12 } as const;
const PRECISIONS: readonly string[] = ["Float16", "Float32", "Float64"];
const DATE_UNITS: readonly string[] = ["Date32<DAY>", "Date64<MILLISECOND>"];
const MILLISECOND = 1;

/**
 * @param bytes a whole file, 8-byte aligned, which the columns keep referring to
 * @throws Error where it is no such file
 */
export function readArrow(bytes: Uint8Array): ArrowFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const footer = footerOf(bytes, view);
  const blocks = footer.vector(FOOTER.recordBatches);
  if (blocks.length !== 1) throw new Error(`${blocks.length} record batches, expected one`);
  const offset = int64At(view, blocks.at);
  const body = offset + view.getInt32(blocks.at + INT64, true);
  if (view.getInt32(offset, true) !== CONTINUATION) throw new Error("a record batch of an older format");
  const batch = FlatTable.root(view, offset + 8).table(MESSAGE.header);
  if (batch === undefined) throw new Error("a record batch without a header");
  if (batch.table(RECORD_BATCH.compression) !== undefined) throw new Error("a compressed record batch");
  const reader = new BatchReader(bytes, view, body, batch);
  const fields = footer.table(FOOTER.schema)?.tables(SCHEMA.fields) ?? [];
  return {
    rowCount: batch.int64(RECORD_BATCH.length),
    columns: new Map(fields.map((field) => [field.text(FIELD.name), reader.next(field)])),
  };
}

/** At the end of a file stand its footer, the footer's size, and the file's kind again. */
function footerOf(bytes: Uint8Array, view: DataView): FlatTable {
  const end = bytes.length - MAGIC.length;
  const kind = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + Math.max(0, end),
    bytes.length - Math.max(0, end),
  );
  if (kind.toString("latin1") !== MAGIC) throw new Error("not an Arrow file");
  const size = view.getInt32(end - 4, true);
  return FlatTable.root(view, end - 4 - size);
}

/** Gives out the nodes and buffers of a record batch: they stand in the order of the fields, depth first. */
class BatchReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #body: number;
  readonly #nodes: FlatVector;
  readonly #buffers: FlatVector;
  #node = 0;
  #buffer = 0;

  constructor(bytes: Uint8Array, view: DataView, body: number, batch: FlatTable) {
    this.#bytes = bytes;
    this.#view = view;
    this.#body = body;
    this.#nodes = batch.vector(RECORD_BATCH.nodes);
    this.#buffers = batch.vector(RECORD_BATCH.buffers);
  }

  /** The column of the next field. */
  next(field: FlatTable): ArrowColumn {
    const kind = field.uint8(FIELD.typeKind);
    const own = typeOf(kind, field.table(FIELD.type));
    if (this.#node >= this.#nodes.length) throw new Error("fewer columns than fields");
    const node = this.#nodes.at + FIELD_NODE * this.#node++;
    const length = int64At(this.#view, node);
    const nullCount = int64At(this.#view, node + INT64);
    const validity = this.#nextBuffer();
    const hasOffsets = kind === TYPE.utf8 || kind === TYPE.list;
    const offsets = hasOffsets ? offsetsOf(this.#nextBuffer(), length) : NO_OFFSETS;
    const values = kind === TYPE.list ? NO_BYTES : this.#nextBuffer();
    const [child] = kind === TYPE.list ? field.tables(FIELD.children) : [];
    const items = child === undefined ? undefined : this.next(child);
    const type = items === undefined ? own : `${own}<${items.type}>`;
    return { type, length, nullCount, validity, offsets, values, items };
  }

  #nextBuffer(): Uint8Array {
    if (this.#buffer >= this.#buffers.length) throw new Error("fewer buffers than the columns need");
    const at = this.#buffers.at + BUFFER * this.#buffer++;
    const from = this.#body + int64At(this.#view, at);
    return this.#bytes.subarray(from, from + int64At(this.#view, at + INT64));
  }
}

const NO_BYTES = new Uint8Array(0);
const NO_OFFSETS = new Int32Array(0);

/** A column without rows may have no offsets at all. */
function offsetsOf({ buffer, byteOffset, byteLength }: Uint8Array, length: number): Int32Array {
  return byteLength === 0 ? new Int32Array(1) : new Int32Array(buffer, byteOffset, length + 1);
}

function typeOf(kind: number, type: FlatTable | undefined): string {
  switch (kind) {
    case TYPE.int:
      return `${type?.uint8(INT.isSigned) ? "Int" : "Uint"}${type?.int32(INT.bitWidth)}`;
    case TYPE.float:
      return PRECISIONS[type?.int16(FLOAT.precision) ?? 0] ?? "Float";
    case TYPE.date:
      return DATE_UNITS[type?.int16(DATE.unit, MILLISECOND) ?? MILLISECOND] ?? "Date";
    case TYPE.utf8:
      return "Utf8";
    case TYPE.list:
      return "List";
    default:
      throw new Error(`a column of Arrow's type ${kind}, which no index holds`);
  }
}
