/** papaparse on one block of text, and what can be asked of its rows. Comma, double quote, "\n". */
import Papa from "papaparse";

export interface ParsedBlock {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  /** `cursor`: index after the last complete row. */
  readonly meta: { readonly cursor: number };
}

const SHAPE = { delimiter: ",", newline: "\n", quoteChar: '"' } as const;

/** Rows of `text`; an unfinished last row is left out where `complete` is false. */
export function parseBlock(text: string, complete: boolean): ParsedBlock {
  return new Papa.Parser(SHAPE).parse(text, 0, !complete) as ParsedBlock;
}

/** The lines each row of `text` is made of, in the order of `parseBlock`. */
export function linesOfRows(text: string, complete: boolean): string[][] {
  const ends: number[] = [];
  const step = ({ meta }: { meta: { cursor: number } }): void => {
    ends.push(meta.cursor);
  };
  new Papa.Parser({ ...SHAPE, step }).parse(text, 0, !complete);
  return ends.map((end, index) => {
    const row = text.slice(ends[index - 1] ?? 0, end);
    return (row.endsWith("\n") ? row.slice(0, -1) : row).split("\n");
  });
}

/** Cells of a line that stands for itself. */
export function cellsOfLine(line: string): string[] {
  return parseBlock(line, true).data[0] ?? [""];
}

/** Lines looked at to tell a quote that is never closed from a cell that goes over several lines. */
const LINES_LOOKED_AT = 50;

/** Whether the lines after the first, or most of the nearest of them, are rows of `width` cells by themselves. */
export function followingLinesAreRows(lines: readonly string[], width: number): boolean {
  const following = lines.slice(1, LINES_LOOKED_AT + 1);
  const rows = following.filter((line) => cellsOfLine(line).length === width);
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
