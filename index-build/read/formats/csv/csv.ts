/**
 * Delimited text as a stream of rows with their line numbers.
 *
 * papaparse splits blocks of text into rows; this module feeds it blocks, so that memory stays bounded, knows the
 * line on which each row begins, and loses no more than a broken row where a file is broken. papaparse's own
 * streaming keeps an unfinished row without bound and parses it anew with every chunk.
 */
import { InputCut } from "../../files/broken-input.js";
import type { ReadLimits } from "../../files/limits.js";
import { REPLACEMENT, textChunks } from "../../files/text/text-chunks.js";
import { REPAIRED } from "../../files/text/utf8.js";
import { encodingProblem, type OnRow, type TableHandlers } from "../../table.js";
import { COMMAS, type Dialect, type ParsedBlock } from "./block.js";
import {
  cellsOfLine,
  followingLinesAreRows,
  haveRowNumbers,
  linesOfRows,
  longestCell,
  newlinesIn,
  parseBlock,
} from "./parse.js";
import { RowSkipper } from "./skip.js";
import { bestOf, dialectOf } from "./tell-dialect.js";

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
  handlers: TableHandlers,
): Promise<number> {
  const reader = new BlockReader(limits, handlers);
  try {
    const onOtherEncoding = (name: string): void => handlers.onProblem(encodingProblem(name));
    const onMojibake = (): void => handlers.onProblem({ code: "mojibake" });
    for await (const text of textChunks(bytes, { marks: true, onOtherEncoding, onMojibake })) {
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

/** Blocks that were looked at for backslashes before quotes, after which such a file is not expected any more. */
const LOOKS_FOR_BACKSLASHES = 3;
/** Rows above a header that may hold the name of the table. */
const ROWS_ABOVE_HEADER = 10;

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
  /** Told by the first block. */
  #dialect: Dialect | undefined;
  #looks = 0;
  #rowsAbove = 0;
  /** Each row begins with its number, for which the header has no cell. */
  #hasRowNumbers = false;
  /** There are letters in the present text that were lost, or put right. */
  #damaged = false;
  readonly #limits: ReadLimits;
  readonly #handlers: TableHandlers;

  constructor(limits: ReadLimits, handlers: TableHandlers) {
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
    const last = parseBlock(this.#pending, true, this.#dialect ?? COMMAS);
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
    const dialect = this.#tellDialect();
    const block = parseBlock(this.#pending, false, dialect);
    this.#takeRows(block, this.#pending, false);
    this.#pending = this.#pending.slice(block.meta.cursor);
    this.#threshold = block.data.length > 0 ? BLOCK_CHARS : this.#threshold * 2;
    if (this.#pending.length >= this.#limits.rowChars && !this.stopped) this.#leaveGiantRow();
  }

  /** The dialect of the text, of which `pending` may be the first. */
  #tellDialect(): Dialect {
    if (this.#dialect === undefined) {
      const { dialect, start } = dialectOf(this.#pending);
      this.#dialect = dialect;
      this.#pending = this.#pending.slice(start);
      this.#line += start > 0 ? 1 : 0;
    }
    // The first quote inside quotes may come late.
    const dialect = this.#dialect;
    if (
      dialect.escape === "doubled" &&
      this.#looks < LOOKS_FOR_BACKSLASHES &&
      this.#pending.includes('\\"')
    ) {
      this.#looks += 1;
      const width = this.#width === 0 ? undefined : this.#width;
      this.#dialect = bestOf([dialect, { ...dialect, escape: "backslash" }], this.#pending, width);
    }
    return this.#dialect;
  }

  #takeRows(block: ParsedBlock, text: string, complete: boolean): void {
    const malformed = new Set(block.errors.map(({ row }) => row));
    const dialect = this.#dialect ?? COMMAS;
    const rowLines = malformed.size > 0 ? linesOfRows(text, complete, dialect) : [];
    const mayHoldNewlines =
      dialect.escape === "backslash" ||
      dialect.also !== undefined ||
      dialect.padded === true ||
      (dialect.quote !== "" && text.includes(dialect.quote));
    this.#damaged = isDamaged(text);
    for (const [index, cells] of block.data.entries()) {
      if (this.stopped) return;
      const lines = malformed.has(index) ? (rowLines[index] ?? []) : [];
      if (
        lines.length > 1 &&
        this.#onRow !== undefined &&
        followingLinesAreRows(lines, this.#width, dialect)
      ) {
        this.#takeLines(lines);
        continue;
      }
      const line = this.#line;
      this.#line += 1 + (mayHoldNewlines ? newlinesIn(cells) : 0);
      if (lines.length > 0) this.#handlers.onProblem({ code: "stray-quotes", line });
      const isHeader = this.#onRow === undefined;
      this.#takeRow(cells, line);
      if (isHeader && this.#onRow !== undefined)
        this.#hasRowNumbers = haveRowNumbers(block.data.slice(index + 1), this.#width);
    }
  }

  #takeRow(written: string[], line: number): void {
    // Spreadsheets write rows of nothing but delimiters below a table.
    if (written[0] === "" && written.every((cell) => cell === "")) return;
    if (isRule(written)) return;
    const cells = written.length === 1 ? this.#cellsInside(written) : written;
    if (this.#damaged) this.#tellDamage(cells, line);
    if (this.#onRow === undefined) {
      this.#takeHeader(cells, line);
      return;
    }
    if (this.rows >= this.#limits.rows) {
      this.#handlers.onProblem({ code: "too-many-rows", line, detail: String(this.#limits.rows) });
      this.stopped = true;
      return;
    }
    this.rows += 1;
    if (this.#hasRowNumbers && cells.length === this.#width + 1) cells.shift();
    const large = cells.findIndex((cell) => cell.length > this.#limits.cellChars);
    if (large !== -1) this.#handlers.onProblem({ code: "cell-too-large", line, column: large });
    else if (cells.length === this.#width || this.#mendWidth(cells, line)) this.#onRow(cells, line);
  }

  #takeHeader(cells: string[], line: number): void {
    if (cells.length > this.#limits.fieldsPerRow) {
      this.#handlers.onProblem({ code: "no-header", line, detail: `> ${this.#limits.fieldsPerRow}` });
      this.stopped = true;
      return;
    }
    const filled = cells.filter((cell) => cell.trim() !== "").length;
    const isTitle = cells.length > 2 && filled === 1;
    if (isTitle && this.#rowsAbove < ROWS_ABOVE_HEADER) {
      this.#rowsAbove += 1;
      return;
    }
    const told = this.#handlers.onHeader(cells);
    if (told === "above") return;
    this.#onRow = told;
    this.#width = cells.length;
    this.stopped = this.#onRow === undefined;
  }

  /** A row that was quoted as a whole has its cells inside: what a spreadsheet saves that took a line for one cell. */
  #cellsInside(cells: string[]): string[] {
    const dialect = this.#dialect ?? COMMAS;
    if (this.#width === 1 || cells[0]?.includes(dialect.delimiter) !== true) return cells;
    const inside = cellsOfLine(cells[0], dialect);
    return this.#width === 0 || inside.length === this.#width ? inside : cells;
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

  #tellDamage(cells: string[], line: number): void {
    const column = cells.findIndex(isDamaged);
    if (column === -1) return;
    this.#handlers.onProblem({ code: "not-utf8", line, column });
    for (const [index, cell] of cells.entries()) cells[index] = cell.replaceAll(REPAIRED, "");
  }

  /** `pending` holds no complete row and may not grow: a cell that is too large, or a quote that is not closed. */
  #leaveGiantRow(): void {
    const dialect = this.#dialect ?? COMMAS;
    if (this.#onRow === undefined) {
      this.#handlers.onProblem({ code: "no-header", line: this.#line });
      this.stopped = true;
      return;
    }
    const lines = this.#pending.split("\n");
    if (followingLinesAreRows(lines.slice(0, -1), this.#width, dialect)) {
      this.#pending = lines.pop() ?? "";
      this.#takeLines(lines);
      return;
    }
    const [cells = []] = parseBlock(this.#pending, true, dialect).data;
    this.rows += 1;
    this.#handlers.onProblem({ code: "cell-too-large", line: this.#line, column: longestCell(cells) });
    this.#skipper = new RowSkipper(dialect);
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
    this.#damaged = lines.some(isDamaged);
    this.rows += 1;
    this.#line += 1;
    for (const text of lines.slice(1)) {
      const line = this.#line;
      this.#line += 1;
      const cells = cellsOfLine(text, this.#dialect ?? COMMAS);
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

const RULE = /^[\s:+=-]*$/u;

/** What parts the header from the rows of a table that is drawn with signs, as databases and Markdown show it. */
function isRule(cells: readonly string[]): boolean {
  const first = (cells[0] || cells[1] || "").trimStart();
  if (!/^[:+=-]{2}/u.test(first)) return false;
  return cells.every((cell) => RULE.test(cell));
}

function isDamaged(text: string): boolean {
  return text.includes(REPLACEMENT) || text.includes(REPAIRED);
}
