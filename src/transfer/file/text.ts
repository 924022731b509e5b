/** From bytes to rows of cells, a block at a time, so that others are answered meanwhile. */
import { isUtf8 } from "node:buffer";
import { setImmediate } from "node:timers/promises";
import Papa from "papaparse";
import { LONGEST_ROW } from "../limits.js";
import { ImportRefused } from "../refusal.js";

/** Others are answered after each: four times as much, made of quotes, keeps them waiting for four times as long. */
const BLOCK_BYTES = 4 * 1024;
/** The first one is larger: it is to hold the end of a line. */
const FIRST_BYTES = 16 * 1024;
const LOOKED_AT = 4 * 1024;

/** The rows of a CSV, the header first, without blank lines. The last one of a file that is cut short may have too few cells. */
export async function* rowsOf(bytes: Uint8Array): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder(encodingOf(bytes));
  let shape: Shape | undefined;
  let pending = "";
  let upTo = 0;
  while (upTo < bytes.length) {
    const from = upTo;
    upTo += from === 0 ? FIRST_BYTES : BLOCK_BYTES;
    const isLast = upTo >= bytes.length;
    pending += decoder.decode(bytes.subarray(from, upTo), { stream: !isLast });
    // Half of a line's end may be in the next block.
    const held = !isLast && pending.endsWith("\r") ? "\r" : "";
    const text = pending.slice(0, pending.length - held.length).replaceAll("\r\n", "\n");
    shape ??= shapeOf(text);
    const { data, meta } = parse(text, shape, !isLast);
    for (const row of data) if (!isBlank(row)) yield row;
    pending = text.slice(meta.cursor) + held;
    // A quote that is not closed takes all that follows: a row that nobody can read.
    if (pending.length > LONGEST_ROW) {
      yield [];
      return;
    }
    await setImmediate();
  }
}

function isBlank(row: readonly string[]): boolean {
  return row.length === 1 && row[0]?.trim() === "";
}

interface Shape {
  readonly delimiter: string;
  readonly newline: "\n" | "\r";
}

interface Parsed {
  readonly data: string[][];
  /** `cursor`: where the last complete row ends. */
  readonly meta: { readonly cursor: number };
}

function parse(text: string, shape: Shape, isUnfinished: boolean): Parsed {
  return new Papa.Parser({ ...shape, quoteChar: '"' }).parse(text, 0, isUnfinished) as Parsed;
}

/**
 * Spreadsheets of Spanish readers write ";" where the file had ",".
 * @throws ImportRefused where it is no table
 */
function shapeOf(text: string): Shape {
  const start = text.trimStart();
  if (start === "") throw new ImportRefused("empty");
  if (start.startsWith("<")) throw new ImportRefused("web-page");
  if (text.slice(0, LOOKED_AT).includes("\0")) throw new ImportRefused("not-text");
  const newline = text.includes("\n") ? "\n" : "\r";
  const header = start.slice(0, start.indexOf(newline) + 1) || start;
  const count = (mark: string) => header.split(mark).length;
  const [delimiter = ","] = [",", ";", "\t"].sort((a, b) => count(b) - count(a));
  return { delimiter, newline };
}

/** UTF-8, or what older exports and spreadsheets write. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // A file that is cut short may end within a letter.
  const isText = [0, 1, 2, 3].some((cut) => isUtf8(bytes.subarray(0, Math.max(0, bytes.length - cut))));
  return isText ? "utf-8" : "windows-1252";
}
