/** Excel 97-2003 workbooks (.xls): the cells of their sheets, and of formulas what they came to. */
import { readFile, stat } from "node:fs/promises";
import { InputRefused } from "../../../files/broken-input.js";
import type { ReadLimits } from "../../../files/limits.js";
import type { TableHandlers } from "../../../table.js";
import { isDateFormat, serialDate } from "../dates.js";
import { SheetRows } from "../rows.js";
import type { Sheet } from "../xlsx.js";
import { CompoundFile } from "./compound.js";
import { RecordBytes } from "./texts.js";

/** Records by their numbers. */
const FORMULA = 0x06;
const END = 0x0a;
const DATE_MODE = 0x22;
const PASSWORD = 0x2f;
const CONTINUE = 0x3c;
const BOUND_SHEET = 0x85;
const NUMBERS = 0xbd;
const RICH_LABEL = 0xd6;
const CELL_FORMAT = 0xe0;
const SHARED_TEXTS = 0xfc;
const SHARED_LABEL = 0xfd;
const NUMBER = 0x203;
const LABEL = 0x204;
const TRUTH = 0x205;
const FORMULA_TEXT = 0x207;
const SHORT_NUMBER = 0x27e;
const FORMAT = 0x41e;
const BEGIN = 0x809;

/** Bytes before the shared texts: how often they are used, and how many there are. */
const SHARED_TEXTS_COUNTS = 8;

const BIFF8 = 0x600;
const WORKSHEET = 0;

/**
 * @returns sheets in their order, hidden ones last
 * @throws InputRefused where it is damaged, encrypted, older or no workbook
 */
export async function xlsSheets(path: string, limits: ReadLimits): Promise<Sheet[]> {
  const { size } = await stat(path);
  if (size > limits.jsonBytes) throw new InputRefused("too-large", `> ${limits.jsonBytes} bytes`);
  const whole = await readFile(path);
  const file = asDamaged(() => new CompoundFile(whole));
  if (file.has("EncryptedPackage")) throw new InputRefused("encrypted");
  const bytes = asDamaged(() => file.read("Workbook"));
  if (bytes === undefined)
    throw new InputRefused("foreign-format", file.has("Book") ? "Excel 5 (.xls)" : "OLE (.doc, .msg, …)");
  const book = asDamaged(() => bookOf(bytes));
  const shown = book.sheets.filter(({ hidden }) => !hidden);
  return [...shown, ...book.sheets.filter(({ hidden }) => hidden)].map(({ name, start }) => ({
    name,
    read: async (handlers) => asDamaged(() => readSheet(book, start, limits, handlers)),
  }));
}

/** @throws InputRefused where it reads beyond the end of a record: what its length says is not true */
function asDamaged<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new InputRefused("damaged-file", "xls", { cause });
  }
}

interface Book {
  readonly bytes: Buffer;
  readonly sheets: { readonly name: string; readonly start: number; readonly hidden: boolean }[];
  readonly texts: string[];
  /** Number formats by their numbers, and those of cells in their order. */
  readonly formats: Map<number, string>;
  readonly cellFormats: number[];
  from1904: boolean;
}

interface BiffRecord {
  readonly type: number;
  readonly body: Buffer;
  /** Those that continue it. */
  readonly more: readonly Buffer[];
}

function* recordsFrom(bytes: Buffer, start: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = start; at + 4 <= bytes.length; ) {
    const type = bytes.readUInt16LE(at);
    const bodyAt = (from: number): Buffer =>
      bytes.subarray(from + 4, from + 4 + bytes.readUInt16LE(from + 2));
    const body = bodyAt(at);
    at += 4 + body.length;
    const more: Buffer[] = [];
    while (at + 4 <= bytes.length && bytes.readUInt16LE(at) === CONTINUE) {
      const part = bodyAt(at);
      more.push(part);
      at += 4 + part.length;
    }
    if (type === BEGIN) depth += 1;
    if (depth === 1 || type === BEGIN) yield { type, body, more };
    if (type === END) depth -= 1;
    if (depth <= 0) return;
  }
}

function bookOf(bytes: Buffer): Book {
  const book: Book = { bytes, sheets: [], texts: [], formats: new Map(), cellFormats: [], from1904: false };
  for (const { type, body, more } of recordsFrom(bytes, 0)) {
    if (type === BEGIN && u16(body, 0) !== BIFF8) throw new InputRefused("foreign-format", "Excel 5 (.xls)");
    if (type === PASSWORD) throw new InputRefused("encrypted");
    if (type === DATE_MODE) book.from1904 = u16(body, 0) === 1;
    else if (type === FORMAT) book.formats.set(u16(body, 0), new RecordBytes([body.subarray(2)]).text());
    else if (type === CELL_FORMAT) book.cellFormats.push(u16(body, 2));
    else if (type === SHARED_TEXTS) {
      const all = new RecordBytes([body, ...more]);
      all.skip(SHARED_TEXTS_COUNTS);
      while (!all.isAtEnd) book.texts.push(all.text());
    } else if (type === BOUND_SHEET && body[5] === WORKSHEET) {
      const name = new RecordBytes([body.subarray(7)]).text(body[6]);
      book.sheets.push({ name, start: body.readUInt32LE(0), hidden: (body[4] ?? 0) !== 0 });
    }
  }
  return book;
}

function readSheet(book: Book, start: number, limits: ReadLimits, handlers: TableHandlers): number {
  const table = new Map<number, string[]>();
  for (const { row, column, text } of cellsFrom(book, start)) {
    if (column >= limits.fieldsPerRow || text === "") continue;
    const cells = table.get(row) ?? [];
    table.set(row, cells);
    while (cells.length < column) cells.push("");
    cells[column] = text;
  }
  const rows = new SheetRows(limits, handlers);
  for (const [row, cells] of [...table].sort(([a], [b]) => a - b)) rows.take(cells, row + 1);
  return rows.rows;
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function* cellsFrom(book: Book, start: number): Generator<Cell> {
  /** Where the text stands that a formula came to, which follows it. */
  let awaited: Omit<Cell, "text"> | undefined;
  for (const { type, body, more } of recordsFrom(book.bytes, start)) {
    if (type === FORMULA_TEXT && awaited !== undefined) {
      yield { ...awaited, text: new RecordBytes([body, ...more]).text() };
      awaited = undefined;
    }
    if (!HAVE_CELLS.has(type) || body.length < 6) continue;
    const place = { row: u16(body, 0), column: u16(body, 2) };
    if (type === NUMBERS) {
      for (let at = 4; at + 8 <= body.length; at += 6) {
        const text = numberText(book, u16(body, at), shortNumber(body.readUInt32LE(at + 2)));
        yield { ...place, column: place.column + (at - 4) / 6, text };
      }
    } else if (type === FORMULA && u16(body, 12) === 0xffff && body[6] === 0) awaited = place;
    else yield { ...place, text: textOf(book, type, body, more) };
  }
}

const HAVE_CELLS: ReadonlySet<number> = new Set([
  FORMULA,
  NUMBERS,
  RICH_LABEL,
  SHARED_LABEL,
  NUMBER,
  LABEL,
  TRUTH,
  SHORT_NUMBER,
]);

function textOf(book: Book, type: number, body: Buffer, more: readonly Buffer[]): string {
  switch (type) {
    case SHARED_LABEL:
      return book.texts[body.readUInt32LE(6)] ?? "";
    case LABEL:
    case RICH_LABEL:
      return new RecordBytes([body.subarray(6), ...more]).text();
    case TRUTH:
      return body[7] === 0 ? truth(body[6]) : "";
    case SHORT_NUMBER:
      return numberText(book, u16(body, 4), shortNumber(body.readUInt32LE(6)));
    case NUMBER:
      return numberText(book, u16(body, 4), body.readDoubleLE(6));
    default:
      // What a formula came to: a number, or where its last bytes say so a truth, an error or nothing.
      if (u16(body, 12) !== 0xffff) return numberText(book, u16(body, 4), body.readDoubleLE(6));
      return body[6] === 1 ? truth(body[8]) : "";
  }
}

function truth(value: number | undefined): string {
  return value === 1 ? "True" : "False";
}

function numberText({ formats, cellFormats, from1904 }: Book, cellFormat: number, value: number): string {
  const format = cellFormats[cellFormat] ?? 0;
  const day = isDateFormat(format, formats.get(format)) ? serialDate(value, from1904) : undefined;
  return day ?? String(value);
}

/** Thirty bits: a whole number, or the first bits of one of eight bytes; and either may count hundredths. */
function shortNumber(bits: number): number {
  const high = Buffer.alloc(8);
  high.writeUInt32LE((bits & 0xfffffffc) >>> 0, 4);
  const value = (bits & 2) === 0 ? high.readDoubleLE(0) : bits >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}

function u16(body: Buffer, at: number): number {
  return at + 2 <= body.length ? body.readUInt16LE(at) : 0;
}
