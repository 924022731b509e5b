/**
 * Tables as programs show them: cells that stand below one another with blanks between (pandas, `sqlite3 -column`, SQL
 * Server, files of fixed widths), or in frames. What a program left out to show the rest is told, and never read.
 */
import type { ReadLimits } from "../../files/limits.js";
import { wholeText } from "../../files/text/whole-text.js";
import { encodingProblem, type TableHandlers } from "../../table.js";
import { SheetRows } from "../spreadsheet/rows.js";
import { boxedRows, isBoxed } from "./boxes.js";
import { cellsOf, columnsOf, isRule, lineOf } from "./columns.js";

/** Delimiters of other tables, none of which stands in a header of this one. */
const DELIMITED = /[,;|\t^~]|::/u;
const LINES_LOOKED_AT = 30;
/** pandas' line below a table that it cut. */
const SHAPE = /^\[\d+ rows x \d+ columns\]$/u;
/** What stands for rows that are left out. */
const LEFT_OUT = /^(?:\.{2,3}|…)$/u;
const CUT_SHORT = /(?:\.\.\.|…)$/u;
/** Cells shorter than this end with dots of their own. */
const FEWEST_SIGNS = 20;

/** Whether a text is such a table, by its beginning. */
export function isAligned(start: string): boolean {
  if (isBoxed(start)) return true;
  const whole =
    start.endsWith("\n") || !start.includes("\n") ? start : start.slice(0, start.lastIndexOf("\n"));
  const lines = whole.split("\n").filter(isFilled).slice(0, LINES_LOOKED_AT);
  const [header = "", second] = lines;
  if (second === undefined || DELIMITED.test(header) || /^\s*["'[{<#]/u.test(header)) return false;
  if (isRule(second)) return true;
  const isSpaced = lines.some((line) => /\S {2,}\S/u.test(line));
  return isSpaced && columnsOf(lines.map(lineOf)).length > 1;
}

/**
 * @returns rows met after the header
 * @throws InputRefused where the text is too large to be held
 */
export async function readAligned(
  bytes: AsyncIterable<Buffer>,
  limits: ReadLimits,
  handlers: TableHandlers,
): Promise<number> {
  const onOtherEncoding = (name: string): void => handlers.onProblem(encodingProblem(name));
  const text = await wholeText(bytes, limits, { onOtherEncoding });
  const rows = isBoxed(text) ? boxedRows(text) : beside(blocksOf(text).map(cellsOf));
  const [header = [], ...others] = rows;
  const sheet = new SheetRows(limits, handlers);
  sheet.take(header, 1);
  const cuts = header.map((_, place) => cutLength(others.map((cells) => cells[place] ?? "")));
  for (const [at, cells] of others.entries()) {
    if (sheet.stopped) break;
    const line = at + 2;
    if (cells.every((cell) => cell === "" || LEFT_OUT.test(cell))) {
      handlers.onProblem({ code: "left-out", line });
      continue;
    }
    for (const [place, cell] of cells.entries()) {
      if (cell.length !== cuts[place] || !CUT_SHORT.test(cell)) continue;
      handlers.onProblem({ code: "cut-cell", line, column: place, detail: cell });
      cells[place] = "";
    }
    sheet.take(cells, line);
  }
  return sheet.rows;
}

/** A table too wide for its lines goes on below in blocks, as pandas prints it; the last line of a header says so. */
function blocksOf(text: string): string[][] {
  const lines = text.split("\n").filter((line) => !SHAPE.test(line.trim()));
  const isInBlocks = lines.find(isFilled)?.trimEnd().endsWith("\\") === true;
  const blocks: string[][] = [[]];
  for (const line of lines) {
    const block = blocks.at(-1) ?? [];
    if (isFilled(line)) block.push(block.length === 0 ? line.replace(/\\\s*$/u, "") : line);
    else if (isInBlocks && block.length > 0) blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0);
}

/** The rows of blocks side by side; the numbers of the rows stand in each block. */
function beside([first = [], ...others]: readonly string[][][]): string[][] {
  return first.map((cells, at) => [...cells, ...others.flatMap((rows) => (rows[at] ?? []).slice(1))]);
}

/**
 * The length at which a program cut the cells of a column; undefined where it cut none. Several cells of the greatest
 * length end in dots then, or one that is as long as pandas shows: any other ends in dots of its own.
 */
function cutLength(cells: readonly string[]): number | undefined {
  const longest = cells.reduce((most, { length }) => Math.max(most, length), 0);
  if (longest < FEWEST_SIGNS) return undefined;
  const cut = cells.filter((cell) => cell.length === longest && CUT_SHORT.test(cell)).length;
  return cut > 1 || (cut === 1 && (longest === PANDAS_SIGNS - 1 || longest === PANDAS_SIGNS))
    ? longest
    : undefined;
}

/** Signs of a cell that pandas shows unless told otherwise. */
const PANDAS_SIGNS = 50;

function isFilled(line: string): boolean {
  return line.trim() !== "";
}
