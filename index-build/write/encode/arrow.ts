/** Encodes columns of plain values as an Arrow IPC file of a known schema. The same values give the same bytes. */
import {
  type Data,
  type DataType,
  DateDay,
  Field,
  Float32,
  Float64,
  Int32,
  List,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Uint8,
  Uint16,
  Utf8,
} from "apache-arrow";
import {
  type StoredAs,
  type StoredKind,
  storedAs,
  type TableSchema,
} from "../../../src/catalog/column-kinds.js";
import type { RowNumbers } from "../../../src/catalog/columns.js";

/** Lists of numbers, flattened: row r is `values[offsets[r]]` up to `values[offsets[r + 1]]`. */
export interface FlatLists {
  readonly offsets: Int32Array;
  readonly values: RowNumbers | Uint8Array | Float32Array;
}

type Lists = readonly ArrayLike<number>[] | FlatLists;

/** What a column is written from. */
export interface CellsOf {
  int32: ArrayLike<number>;
  "int32?": ArrayLike<number | undefined>;
  uint8: ArrayLike<number>;
  "float64?": ArrayLike<number | undefined>;
  "date?": ArrayLike<number | undefined>;
  utf8: ArrayLike<string>;
  "utf8?": ArrayLike<string | undefined>;
  "int32[]": Lists;
  "row[]": Lists;
  "uint8[]": Lists;
  "float32[]": Lists;
  "utf8[]": readonly (readonly string[])[];
}

/** The cells of each column; or what makes them, once they are needed, so that not all are held at once. */
export type CellsOfTable<Shape extends TableSchema> = {
  readonly [Name in keyof Shape]: CellsOf[StoredAs<Shape[Name]>] | (() => CellsOf[StoredAs<Shape[Name]>]);
};

/** @returns the bytes of one Arrow file with one record batch */
export function encodeTable<Shape extends TableSchema>(shape: Shape, cells: CellsOfTable<Shape>): Uint8Array {
  const columns = Object.entries(shape).map(([name, kind]) => {
    const own = cells[name];
    const stored = storedAs(kind);
    const data = encodeColumn(stored, (typeof own === "function" ? own() : own) as never);
    return { field: new Field(name, data.type, stored.endsWith("?")), data };
  });
  const length = columns[0].data.length;
  const uneven = columns.find(({ data }) => data.length !== length);
  if (uneven)
    throw new RangeError(`column ${uneven.field.name} has ${uneven.data.length} rows, expected ${length}`);
  const schema = new Schema(columns.map(({ field }) => field));
  const children = columns.map(({ data }) => data);
  const batch = new RecordBatch(
    schema,
    makeData({ type: new Struct(schema.fields), length, children, nullCount: 0 }),
  );
  return tableToIPC(new Table([batch]), "file");
}

function encodeColumn<Kind extends StoredKind>(kind: Kind, cells: CellsOf[Kind]): Data {
  const encoders: { [K in StoredKind]: (cells: CellsOf[K]) => Data } = {
    int32: (values) => makeData({ type: new Int32(), data: Int32Array.from(values), nullCount: 0 }),
    uint8: (values) => makeData({ type: new Uint8(), data: Uint8Array.from(values), nullCount: 0 }),
    "int32?": (values) => optional(new Int32(), new Int32Array(values.length), values),
    "float64?": (values) => optional(new Float64(), new Float64Array(values.length), values),
    "date?": (values) => optional(new DateDay(), new Int32Array(values.length), values),
    utf8: (texts) => utf8(texts),
    "utf8?": (texts) => utf8(texts),
    "int32[]": (lists) => list(new Int32(), flatten(lists, Int32Array)),
    "row[]": (lists) => rows(flatten(lists, Int32Array)),
    "uint8[]": (lists) => list(new Uint8(), flatten(lists, Uint8Array)),
    "float32[]": (lists) => list(new Float32(), flatten(lists, Float32Array)),
    "utf8[]": (lists) => listOf(utf8(lists.flat()), offsetsOf(lists)),
  };
  return encoders[kind](cells as never);
}

function optional(
  type: Int32 | Float64 | DateDay,
  data: Int32Array | Float64Array,
  values: ArrayLike<number | undefined>,
): Data {
  const { nullBitmap, nullCount } = validityOf(values);
  for (let i = 0; i < values.length; i++) data[i] = values[i] ?? 0;
  return makeData({ type: type as Int32, data: data as Int32Array, nullBitmap, nullCount });
}

function validityOf(values: ArrayLike<unknown>): { nullBitmap: Uint8Array | undefined; nullCount: number } {
  const nullBitmap = new Uint8Array((values.length + 7) >> 3);
  let nullCount = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === undefined) nullCount++;
    else nullBitmap[i >> 3] |= 1 << (i & 7);
  }
  return { nullBitmap: nullCount > 0 ? nullBitmap : undefined, nullCount };
}

function utf8(texts: ArrayLike<string | undefined>): Data<Utf8> {
  const valueOffsets = new Int32Array(texts.length + 1);
  let size = 0;
  for (let i = 0; i < texts.length; i++) {
    size += Buffer.byteLength(texts[i] ?? "");
    valueOffsets[i + 1] = size;
  }
  const data = Buffer.alloc(size);
  for (let i = 0; i < texts.length; i++) data.write(texts[i] ?? "", valueOffsets[i]);
  return makeData({ type: new Utf8(), valueOffsets, data, ...validityOf(texts) });
}

function flatten<Values extends RowNumbers | Uint8Array | Float32Array>(
  lists: Lists,
  TypedArray: { new (length: number): Values },
): FlatLists {
  if ("offsets" in lists) return lists;
  const offsets = offsetsOf(lists);
  const values = new TypedArray(offsets[lists.length]);
  for (let row = 0; row < lists.length; row++) values.set(lists[row], offsets[row]);
  return { offsets, values };
}

function offsetsOf(lists: readonly ArrayLike<unknown>[]): Int32Array {
  const offsets = new Int32Array(lists.length + 1);
  for (let row = 0; row < lists.length; row++) offsets[row + 1] = offsets[row] + lists[row].length;
  return offsets;
}

/** In two bytes each where none needs more. */
function rows({ offsets, values }: FlatLists): Data {
  const isNarrow = values.every((row) => row >= 0 && row < 2 ** 16);
  return isNarrow
    ? list(new Uint16(), { offsets, values: Uint16Array.from(values) })
    : list(new Int32(), { offsets, values });
}

function list(type: Int32 | Uint16 | Uint8 | Float32, { offsets, values }: FlatLists): Data {
  return listOf(makeData({ type: type as Int32, data: values as Int32Array, nullCount: 0 }), offsets);
}

function listOf(child: Data, valueOffsets: Int32Array): Data {
  const type = new List<DataType>(new Field("item", child.type, false));
  return makeData({ type, valueOffsets, child, nullCount: 0 });
}
