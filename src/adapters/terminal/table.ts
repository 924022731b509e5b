/** Tables in columns that fit a terminal. */
import type { Table } from "../../chat/answer/schema.js";
import { harmlessLine } from "../../chat/text.js";
import { columns, wrap } from "./wrap.js";

/** Blanks between two columns. */
const GAP = "  ";
/** A column narrower than this cannot be read. */
const NARROWEST = 6;

export interface TableLines {
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

/**
 * A table as lines of at most `width` columns; cells too long for that are broken. Where there is no room for
 * all columns side by side, each row is told cell by cell.
 */
export function tableLines({ head, rows }: Table, width: number): TableLines {
  const names = head.map(harmlessLine);
  const cells = rows.map((row) => names.map((_, at) => harmlessLine(row[at] ?? "")));
  const room = width - GAP.length * (names.length - 1);
  if (room < NARROWEST * names.length) return { head: [], rows: cellByCell(names, cells, width) };
  const widths = fitting(
    names.map((name, at) => Math.max(columns(name), ...cells.map((row) => columns(row[at] ?? "")))),
    room,
  );
  return { head: rowLines(names, widths), rows: cells.flatMap((row) => rowLines(row, widths)) };
}

/** The widths, the widest of them cut down until their sum is no more than `room`. */
function fitting(widths: readonly number[], room: number): readonly number[] {
  let left = room;
  let others = widths.length;
  const fitted = [...widths];
  for (const at of [...widths.keys()].sort((a, b) => (widths[a] ?? 0) - (widths[b] ?? 0))) {
    const given = Math.min(widths[at] ?? 0, Math.floor(left / others));
    fitted[at] = given;
    left -= given;
    others--;
  }
  return fitted;
}

function rowLines(row: readonly string[], widths: readonly number[]): readonly string[] {
  const broken = row.map((cell, at) => wrap(cell, widths[at] ?? 0));
  const height = Math.max(0, ...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    broken
      .map((lines, at) => padded(lines[line] ?? "", widths[at] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

function cellByCell(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const told = rows.map((row) => row.flatMap((cell, at) => wrap(`${names[at]}: ${cell}`, width, 2)));
  return told.flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
}
