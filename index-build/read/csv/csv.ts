/**
 * CSV as a stream of rows with their line numbers.
 *
 * papaparse splits blocks of text into rows; this module feeds it blocks, so that memory stays bounded, knows the
 * line on which each row begins, and loses no more than a broken row where a file is broken. papaparse's own
 * streaming keeps an unfinished row without bound and parses it anew with every chunk.
 */
import { InputCut } from "../files/broken-input.js";
import type { ReadLimits } from "../files/limits.js";
import { REPLACEMENT, textChunks } from "../files/text-chunks.js";
import {
  cellsOfLine,
  followingLinesAreRows,
  linesOfRows,
  longestCell,
  newlinesIn,
  type ParsedBlock,
  parseBlock,
} from "./parse.js";
import { RowSkipper } from "./skip.js";

export type CsvProblemCode =
  | "truncated"
  | "corrupt"
  | "unterminated-quote"
  | "stray-quotes"
  | "short-row"
  | "wrong-field-count"
  | "cell-too-large"
  | "too-many-rows"
  | "not-utf8";

export interface CsvProblem {
  readonly code: CsvProblemCode;
  /** 1-based line of the file on which the row begins. */
  readonly line: number;
  /** Index of the cell in the row. */
  readonly column?: number;
  readonly detail?: string;
}

/** Takes the cells of a row, as many as the header has, and the 1-based line on which it begins. */
export type OnRow = (cells: string[], line: number) => void;

export interface CsvHandlers {
  /** Called once, with the first row. What it returns takes the rows; undefined stops reading. */
  onHeader(cells: string[]): OnRow | undefined;
  onProblem(problem: CsvProblem): void;
}

/** Text is parsed in blocks of at least this size, or what there is at the end. */
const BLOCK_CHARS = 256 * 1024;

/**
 * Reads a whole file. A file that is cut short gives its complete rows and a problem.
 * @returns rows met after the header, refused ones included; blank lines are no rows
 * @throws InputRefused where the bytes may not be read on
 */
export async function readCsv(
  bytes: AsyncIterable<Buffer>,
  limits: ReadLimits,
  handlers: CsvHandlers,
): Promise<number> {
  const reader = new BlockReader(limits, handlers);
  try {
    for await (const text of textChunks(bytes)) {
      reader.push(text);
      if (reader.stopped) return reader.rows;
    }
    reader.end();
  } catch (error) {
    if (!(error instanceof InputCut)) throw error;
    reader.cut(error.reason);
  }
  return reader.rows;
}

class BlockReader {
  rows = 0;
  stopped = false;
  #onRow: OnRow | undefined;
  #width = 0;
  /** Text that is not yet parsed; it begins with a row, on line `line`. */
  #pending = "";
  #line = 1;
  /** Length at which `pending` is parsed: doubled while a row goes on, so that it is not parsed at every chunk. */
  #threshold = BLOCK_CHARS;
  #skipper: RowSkipper | undefined;
  readonly #limits: ReadLimits;
  readonly #handlers: CsvHandlers;

  constructor(limits: ReadLimits, handlers: CsvHandlers) {
    this.#limits = limits;
    this.#handlers = handlers;
  }

  push(text: string): void {
    this.#pending += text;
    if (this.#skipper !== undefined && !this.#skipOn(this.#skipper)) return;
    if (this.#pending.length >= Math.min(this.#threshold, this.#limits.rowChars)) this.#takeBlock();
  }

  /** After the last chunk of a whole file. */
  end(): void {
    this.#takeBlock();
    if (this.#pending === "" || this.stopped) return;
    const last = parseBlock(this.#pending, true);
    if (last.errors.some(({ code }) => code === "MissingQuotes")) this.#takeLines(this.#pending.split("\n"));
    else this.#takeRows(last, this.#pending, true);
  }

  /** After the last chunk of a file that ended too early: the row it ended in is not whole, and is left out. */
  cut(reason: InputCut["reason"]): void {
    this.#takeBlock();
    if (!this.stopped) this.#handlers.onProblem({ code: reason, line: this.#line });
  }

  #takeBlock(): void {
    if (this.#skipper !== undefined || this.stopped) return;
    const block = parseBlock(this.#pending, false);
    this.#takeRows(block, this.#pending, false);
    this.#pending = this.#pending.slice(block.meta.cursor);
    this.#threshold = block.data.length > 0 ? BLOCK_CHARS : this.#threshold * 2;
    if (this.#pending.length >= this.#limits.rowChars && !this.stopped) this.#leaveGiantRow();
  }

  #takeRows(block: ParsedBlock, text: string, complete: boolean): void {
    const malformed = new Set(block.errors.map(({ row }) => row));
    const rowLines = malformed.size > 0 ? linesOfRows(text, complete) : [];
    const mayHoldNewlines = text.includes('"');
    const mayBeDamaged = text.includes(REPLACEMENT);
    for (const [index, cells] of block.data.entries()) {
      if (this.stopped) return;
      const lines = malformed.has(index) ? (rowLines[index] ?? []) : [];
      if (lines.length > 1 && this.#onRow !== undefined && followingLinesAreRows(lines, this.#width)) {
        this.#takeLines(lines);
        continue;
      }
      const line = this.#line;
      this.#line += 1 + (mayHoldNewlines ? newlinesIn(cells) : 0);
      if (lines.length > 0) this.#handlers.onProblem({ code: "stray-quotes", line });
      if (mayBeDamaged) this.#reportDamage(cells, line);
      this.#takeRow(cells, line);
    }
  }

  #takeRow(cells: string[], line: number): void {
    if (cells.length === 1 && cells[0] === "") return;
    if (this.#onRow === undefined) {
      this.#onRow = cells.length > this.#limits.fieldsPerRow ? undefined : this.#handlers.onHeader(cells);
      this.#width = cells.length;
      this.stopped = this.#onRow === undefined;
      return;
    }
    if (this.rows >= this.#limits.rows) {
      this.#handlers.onProblem({ code: "too-many-rows", line, detail: String(this.#limits.rows) });
      this.stopped = true;
      return;
    }
    this.rows += 1;
    const large = cells.findIndex((cell) => cell.length > this.#limits.cellChars);
    if (large !== -1) this.#handlers.onProblem({ code: "cell-too-large", line, column: large });
    else if (cells.length === this.#width || this.#mendWidth(cells, line)) this.#onRow(cells, line);
  }

  /** Fills up a row that ends early, and takes empty cells off one too long; false where that will not do. */
  #mendWidth(cells: string[], line: number): boolean {
    const detail = `${cells.length}/${this.#width}`;
    if (cells.length < this.#width) {
      this.#handlers.onProblem({ code: "short-row", line, detail });
      while (cells.length < this.#width) cells.push("");
      return true;
    }
    if (cells.splice(this.#width).every((cell) => cell === "")) return true;
    this.#handlers.onProblem({ code: "wrong-field-count", line, detail });
    return false;
  }

  #reportDamage(cells: readonly string[], line: number): void {
    const column = cells.findIndex((cell) => cell.includes(REPLACEMENT));
    if (column !== -1) this.#handlers.onProblem({ code: "not-utf8", line, column });
  }

  /** `pending` holds no complete row and may not grow: a cell that is too large, or a quote that is not closed. */
  #leaveGiantRow(): void {
    if (this.#onRow === undefined) {
      this.stopped = true;
      return;
    }
    const lines = this.#pending.split("\n");
    if (followingLinesAreRows(lines.slice(0, -1), this.#width)) {
      this.#pending = lines.pop() ?? "";
      this.#takeLines(lines);
      return;
    }
    const [cells = []] = parseBlock(this.#pending, true).data;
    this.rows += 1;
    this.#handlers.onProblem({ code: "cell-too-large", line: this.#line, column: longestCell(cells) });
    this.#skipper = new RowSkipper();
    this.#skipOn(this.#skipper);
  }

  /** Reads over the row being skipped; true once its end has been found. */
  #skipOn(skipper: RowSkipper): boolean {
    const end = skipper.skip(this.#pending);
    this.#pending = end === undefined ? "" : this.#pending.slice(end);
    if (end === undefined) return false;
    this.#line += skipper.newlines;
    this.#skipper = undefined;
    this.#threshold = BLOCK_CHARS;
    return true;
  }

  /**
   * Takes lines that each are a row, but for the first, in which a quote is never closed: read as the format
   * wants it, that quote would swallow them. Lines that are no rows by themselves are refused.
   */
  #takeLines(lines: readonly string[]): void {
    this.#handlers.onProblem({ code: "unterminated-quote", line: this.#line });
    this.rows += 1;
    this.#line += 1;
    for (const text of lines.slice(1)) {
      const line = this.#line;
      this.#line += 1;
      const cells = cellsOfLine(text);
      if (cells.length === this.#width) this.#takeRow(cells, line);
      else if (text !== "") this.#refuseLine(cells, line);
      if (this.stopped) return;
    }
  }

  #refuseLine(cells: readonly string[], line: number): void {
    this.rows += 1;
    this.#handlers.onProblem({ code: "wrong-field-count", line, detail: `${cells.length}/${this.#width}` });
  }
}
