/** Tables of any form: the header says which reader takes the rows. */
import type { ReadContext } from "../context.js";
import type { InputSummary, SourceParts } from "../parts.js";
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
): Promise<InputSummary | undefined> {
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
  if (table.open === undefined) return undefined;
  return { kind: table.open.kind, rows, kept: table.open.reader.finish(parts) };
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
    const wide = wideTable(cells, this.#file);
    const isUnknown = recogniseHeader(wide?.header ?? cells).is === "unknown";
    if (isUnknown && this.#rowsAbove < ROWS_ABOVE_HEADER) {
      this.#rowsAbove += 1;
      return "above";
    }
    if (isUnknown) {
      this.settle();
      return undefined;
    }
    this.#isSettled = true;
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
