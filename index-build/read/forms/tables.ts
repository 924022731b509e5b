/** Tables of any form: the header says which reader takes the rows. */
import type { ReadContext } from "../context.js";
import type { InputRead, SourceParts } from "../parts.js";
import type { OnRow, TableHandlers, TableProblem } from "../table.js";
import { recogniseHeader } from "./headers.js";
import { type OpenTable, openTable } from "./open-table.js";
import { wideTable } from "./wide-columns.js";

export interface TableToRead {
  /** As the report names it. */
  readonly file: string;
  /** Reads header and rows; returns the number of rows met. */
  read(handlers: TableHandlers): Promise<number>;
}

/** Rows above a header that may hold notes, groups of columns and the like. */
const ROWS_ABOVE_HEADER = 10;

/**
 * Adds what the table tells to `parts`, once it has been read to its end or to where it is cut.
 * @throws InputRefused, and errors of the file system: then nothing of the file is added
 */
export async function readTable(
  { file, read }: TableToRead,
  context: ReadContext,
  parts: SourceParts,
): Promise<InputRead | undefined> {
  const { report } = context;
  const table = new HeaderSearch(file, context);
  let troubled = false;
  const rows = await read({
    onHeader: (cells) => table.tryHeader(cells),
    onProblem({ code, line, column, detail }: TableProblem) {
      troubled = true;
      const name = column === undefined ? undefined : table.header?.[column];
      report.add(code, { file, line, column: name, detail });
    },
  });
  table.settle();
  if (table.header === undefined && !troubled) report.add("empty-file", { file });
  const { open } = table;
  if (open === undefined) return undefined;
  const finish = () => ({ kind: open.kind, rows, kept: open.reader.finish(parts) });
  return open.mayRepeat || open.refers ? { mayRepeat: open.mayRepeat, finish } : finish();
}

/** Finds the header among the first rows, and opens the table that it is of. */
class HeaderSearch {
  open: OpenTable | undefined;
  /** Undefined where there was no row. */
  header: readonly string[] | undefined;
  readonly #file: string;
  readonly #context: ReadContext;
  #isSettled = false;
  #rowsAbove = 0;

  constructor(file: string, context: ReadContext) {
    this.#file = file;
    this.#context = context;
  }

  /** The first row is what is told of a table without a header that is known. */
  tryHeader(row: readonly string[]): OnRow | "above" | undefined {
    const cells = row.map((cell) => cell.trim());
    this.header ??= cells;
    const isUnknown = !this.#isKnown(cells);
    if (isUnknown && this.#rowsAbove === 0) {
      const before = this.#context.split.find(this.#file, row);
      if (before !== undefined) return this.#goOn(before, row);
    }
    if (isUnknown && this.#rowsAbove < ROWS_ABOVE_HEADER) {
      this.#rowsAbove += 1;
      return "above";
    }
    if (isUnknown) {
      this.settle();
      return undefined;
    }
    const onRow = this.#openWith(cells, row);
    if (onRow !== undefined) this.#context.split.take(this.#file, row);
    return onRow;
  }

  #isKnown(cells: readonly string[]): boolean {
    return recogniseHeader(wideTable(cells, this.#file)?.header ?? cells).is !== "unknown";
  }

  /** The first row is one of a table that another file began. */
  #goOn(
    before: { readonly file: string; readonly header: readonly string[] },
    row: readonly string[],
  ): OnRow | undefined {
    const { file, header } = before;
    this.#context.report.add("file-in-parts", { file: this.#file, detail: file });
    const cells = header.map((cell) => cell.trim());
    const onRow = this.#openWith(cells, header);
    onRow?.([...row], 1);
    return onRow;
  }

  /** @param row the header as it stands */
  #openWith(cells: readonly string[], row: readonly string[]): OnRow | undefined {
    this.#isSettled = true;
    const wide = wideTable(cells, this.#file);
    this.header = wide?.header ?? cells;
    this.open = openTable(this.header, this.#file, this.#context);
    const reader = this.open?.reader;
    if (reader === undefined) return undefined;
    return (rowCells, line) => {
      // Tables that were put one behind the other have their headers between their rows.
      if (rowCells[0] === row[0] && rowCells.every((cell, place) => cell === row[place])) {
        this.#context.report.add("repeated-header", { file: this.#file, line });
        return;
      }
      reader.row(wide === undefined ? rowCells : wide.widen(rowCells), line);
    };
  }

  /** Tells why nothing was opened, if nothing was. */
  settle(): void {
    if (this.#isSettled || this.header === undefined) return;
    this.#isSettled = true;
    openTable(this.header, this.#file, this.#context);
  }
}
