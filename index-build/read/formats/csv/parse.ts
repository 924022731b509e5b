/** One block of text → rows, in any dialect, and what can be asked of its rows. */
import Papa from "papaparse";
import type { Dialect, ParsedBlock } from "./block.js";
import { parseEscaped } from "./parse-escaped.js";

/** What no text has: where quotes mean nothing. */
const NO_QUOTE = "\u0000";

function shapeOf({ delimiter, quote }: Dialect): { delimiter: string; newline: "\n"; quoteChar: string } {
  return { delimiter, newline: "\n", quoteChar: quote === "" ? NO_QUOTE : quote };
}

/** papaparse knows one kind of quote, which is doubled inside quotes. */
function isPlain(dialect: Dialect): boolean {
  return dialect.escape === "doubled" && dialect.also === undefined && dialect.padded !== true;
}

/** Rows of `text`; an unfinished last row is left out where `complete` is false. */
export function parseBlock(text: string, complete: boolean, dialect: Dialect): ParsedBlock {
  if (!isPlain(dialect)) return parseEscaped(text, complete, dialect);
  return new Papa.Parser(shapeOf(dialect)).parse(text, 0, !complete) as ParsedBlock;
}

/** The lines each row of `text` is made of, in the order of `parseBlock`. */
export function linesOfRows(text: string, complete: boolean, dialect: Dialect): string[][] {
  const ends: number[] = [];
  const step = ({ meta }: { meta: { cursor: number } }): void => {
    ends.push(meta.cursor);
  };
  if (!isPlain(dialect)) parseEscaped(text, complete, dialect, (end) => ends.push(end));
  else new Papa.Parser({ ...shapeOf(dialect), step }).parse(text, 0, !complete);
  return ends.map((end, index) => {
    const row = text.slice(ends[index - 1] ?? 0, end);
    return (row.endsWith("\n") ? row.slice(0, -1) : row).split("\n");
  });
}

/** Cells of a line that stands for itself. */
export function cellsOfLine(line: string, dialect: Dialect): string[] {
  return parseBlock(line, true, dialect).data[0] ?? [""];
}

/** Lines looked at to tell a quote that is never closed from a cell that goes over several lines. */
const LINES_LOOKED_AT = 50;

/** Whether the lines after the first, or most of the nearest of them, are rows of `width` cells by themselves. */
export function followingLinesAreRows(lines: readonly string[], width: number, dialect: Dialect): boolean {
  const following = lines.slice(1, LINES_LOOKED_AT + 1);
  const rows = following.filter((line) => cellsOfLine(line, dialect).length === width);
  return following.length > 0 && rows.length * 2 > following.length;
}

export function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) count += 1;
  }
  return count;
}

/** Index of the longest cell. */
export function longestCell(cells: readonly string[]): number {
  return cells.reduce((best, cell, index) => (cell.length > (cells[best]?.length ?? 0) ? index : best), 0);
}

/** Rows that are looked at. */
const ROWS_WITH_NUMBERS = 5;

/** R numbers rows, and gives the header no cell for that: the first rows have one more, and count up. */
export function haveRowNumbers(rows: readonly (readonly string[])[], width: number): boolean {
  const first = rows.filter((cells) => cells.length > 1).slice(0, ROWS_WITH_NUMBERS);
  const start = Number(first[0]?.[0]);
  if (first.length === 0 || (start !== 0 && start !== 1)) return false;
  return first.every((cells, at) => cells.length === width + 1 && Number(cells[0]) === start + at);
}
