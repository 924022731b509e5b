/** Rows of a sheet → rows of a table: sheets have rows of any width, and cells where nothing is. */
import type { ReadLimits } from "../../files/limits.js";
import type { OnRow, TableHandlers } from "../../table.js";

/** Rows above a header that may hold the name of the table. */
const ROWS_ABOVE_HEADER = 10;

export class SheetRows {
  /** Rows after the header. */
  rows = 0;
  stopped = false;
  readonly #limits: ReadLimits;
  readonly #handlers: TableHandlers;
  #onRow: OnRow | undefined;
  #width = 0;
  #above = 0;

  constructor(limits: ReadLimits, handlers: TableHandlers) {
    this.#limits = limits;
    this.#handlers = handlers;
  }

  /** `line`: the number of the row, as the spreadsheet shows it. */
  take(cells: readonly string[], line: number): void {
    const filled = cells.filter((cell) => cell.trim() !== "").length;
    if (filled === 0 || this.stopped) return;
    if (this.#onRow === undefined) {
      this.#takeHeader(cells, filled, line);
      return;
    }
    if (this.rows >= this.#limits.rows) {
      this.#handlers.onProblem({ code: "too-many-rows", line, detail: String(this.#limits.rows) });
      this.stopped = true;
      return;
    }
    this.rows += 1;
    const row = Array.from({ length: this.#width }, (_, place) => cells[place] ?? "");
    this.#onRow(row, line);
  }

  #takeHeader(cells: readonly string[], filled: number, line: number): void {
    if (filled === 1 && this.#above < ROWS_ABOVE_HEADER) {
      this.#above += 1;
      return;
    }
    const header = [...cells];
    while (header.at(-1)?.trim() === "") header.pop();
    if (header.length > this.#limits.fieldsPerRow) {
      this.#handlers.onProblem({ code: "no-header", line, detail: `> ${this.#limits.fieldsPerRow}` });
    } else {
      const told = this.#handlers.onHeader(header);
      if (told === "above") return;
      this.#onRow = told;
    }
    this.#width = header.length;
    this.stopped = this.#onRow === undefined;
  }
}
