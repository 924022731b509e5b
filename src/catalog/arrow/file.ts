/**
 * Where the columns of an Arrow IPC file stand
 * (https://arrow.apache.org/docs/format/Columnar.html#ipc-file-format). Only what an index holds is read: one
 * record batch of numbers, texts and lists, not compressed. Arrow's own library reads everything else too;
 * loading it takes more memory than the largest table of names (docs/decisions.md).
 */
import type { Span } from "../reading/read-file.js";
import { FlatTable, type FlatVector, int64At } from "./flat-buffer.js";

/** A column, or the items of a column of lists. Where its bytes stand counts from the beginning of the file. */
export interface ArrowColumn {
  /** As Arrow calls it: "Int32", "List<Utf8>". */
  readonly type: string;
  readonly length: number;
  readonly nullCount: number;
  /** Which rows hold a value, a bit each; empty where all do. */
  readonly validity: Span;
  /** Where each row's text or list begins, and the last one ends; only of those. */
  readonly offsets: Span;
  /** The bytes of the numbers or texts, padded. */
  readonly values: Span;
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
 * @param view gives bytes of the file: of its footer, and of what stands before its columns
 * @throws Error where it is no such file
 */
export function readArrow(size: number, view: (from: number, to: number) => Uint8Array): ArrowFile {
  const footer = footerOf(size, view);
  const blocks = footer.table.vector(FOOTER.recordBatches);
  if (blocks.length !== 1) throw new Error(`${blocks.length} record batches, expected one`);
  const offset = int64At(footer.view, blocks.at);
  const body = offset + footer.view.getInt32(blocks.at + INT64, true);
  const header = dataView(view(offset, body));
  if (header.getInt32(0, true) !== CONTINUATION) throw new Error("a record batch of an older format");
  const batch = FlatTable.root(header, 8).table(MESSAGE.header);
  if (batch === undefined) throw new Error("a record batch without a header");
  if (batch.table(RECORD_BATCH.compression) !== undefined) throw new Error("a compressed record batch");
  const reader = new BatchReader(header, body, batch);
  const fields = footer.table.table(FOOTER.schema)?.tables(SCHEMA.fields) ?? [];
  return {
    rowCount: batch.int64(RECORD_BATCH.length),
    columns: new Map(fields.map((field) => [field.text(FIELD.name), reader.next(field)])),
  };
}

/** At the end of a file stand its footer, the footer's size, and the file's kind again. */
function footerOf(
  size: number,
  view: (from: number, to: number) => Uint8Array,
): { readonly table: FlatTable; readonly view: DataView } {
  const end = size - MAGIC.length;
  const kind = end < 4 ? NO_BYTES : view(end - 4, size);
  if (Buffer.from(kind).toString("latin1", 4) !== MAGIC) throw new Error("not an Arrow file");
  const footer = dataView(view(end - 4 - dataView(kind).getInt32(0, true), end - 4));
  return { table: FlatTable.root(footer, 0), view: footer };
}

function dataView({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Gives out the nodes and buffers of a record batch: they stand in the order of the fields, depth first. */
class BatchReader {
  readonly #view: DataView;
  readonly #body: number;
  readonly #nodes: FlatVector;
  readonly #buffers: FlatVector;
  #node = 0;
  #buffer = 0;

  /** @param body where the columns begin */
  constructor(view: DataView, body: number, batch: FlatTable) {
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
    const offsets = hasOffsets ? this.#nextBuffer() : NOWHERE;
    const values = kind === TYPE.list ? NOWHERE : this.#nextBuffer();
    const [child] = kind === TYPE.list ? field.tables(FIELD.children) : [];
    const items = child === undefined ? undefined : this.next(child);
    const type = items === undefined ? own : `${own}<${items.type}>`;
    return { type, length, nullCount, validity, offsets, values, items };
  }

  #nextBuffer(): Span {
    if (this.#buffer >= this.#buffers.length) throw new Error("fewer buffers than the columns need");
    const at = this.#buffers.at + BUFFER * this.#buffer++;
    const from = this.#body + int64At(this.#view, at);
    return { from, to: from + int64At(this.#view, at + INT64) };
  }
}

const NO_BYTES = new Uint8Array(0);
const NOWHERE: Span = { from: 0, to: 0 };

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
