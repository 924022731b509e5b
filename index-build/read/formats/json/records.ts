/** Records → rows of one table, whose header is made of their keys. */
import type { ReadLimits } from "../../files/limits.js";
import type { OnRow, TableHandlers } from "../../table.js";
import { cellText } from "./cells.js";
import type { Row } from "./documents.js";
import { lifted } from "./lifted.js";

/** Records that are looked at for keys before the header is told: many leave out what they do not know. */
const RECORDS_LOOKED_AT = 1000;

export class RecordTable {
  /** Rows met. */
  rows = 0;
  stopped = false;
  readonly #limits: ReadLimits;
  readonly #handlers: TableHandlers;
  #waiting: { readonly row: Row; readonly line: number }[] = [];
  #columns: ReadonlyMap<string, number> | undefined;
  #onRow: OnRow | undefined;
  readonly #late = new Set<string>();

  constructor(limits: ReadLimits, handlers: TableHandlers) {
    this.#limits = limits;
    this.#handlers = handlers;
  }

  /** `line`: the number of the record. */
  push(row: Row, line: number): void {
    if (this.stopped) return;
    const plain = isList(row) ? row : lifted(row);
    if (this.#columns !== undefined) {
      this.#take(plain, line);
      return;
    }
    this.#waiting.push({ row: plain, line });
    if (this.#waiting.length >= RECORDS_LOOKED_AT) this.#tellHeader();
  }

  /** After the last record. */
  end(): void {
    if (this.#columns === undefined && this.#waiting.length > 0) this.#tellHeader();
  }

  #tellHeader(): void {
    const [first] = this.#waiting;
    const header = isList(first?.row)
      ? first.row.map(cellText)
      : [...new Set(this.#waiting.flatMap(({ row }) => Object.keys(row)))];
    this.#columns = new Map(header.map((name, place) => [name, place]));
    const waiting = isList(first?.row) ? this.#waiting.slice(1) : this.#waiting;
    this.#waiting = [];
    if (header.length > this.#limits.fieldsPerRow) {
      this.#handlers.onProblem({ code: "no-header", detail: `> ${this.#limits.fieldsPerRow}` });
    } else {
      const told = this.#handlers.onHeader(header);
      this.#onRow = told === "above" ? undefined : told;
    }
    this.stopped = this.#onRow === undefined;
    for (const { row, line } of waiting) if (!this.stopped) this.#take(row, line);
  }

  #take(row: Row, line: number): void {
    if (this.rows >= this.#limits.rows) {
      this.#handlers.onProblem({ code: "too-many-rows", line, detail: String(this.#limits.rows) });
      this.stopped = true;
      return;
    }
    this.rows += 1;
    const cells = new Array<string>(this.#columns?.size ?? 0).fill("");
    if (isList(row)) for (const place of cells.keys()) cells[place] = cellText(row[place]);
    else this.#fill(cells, row, line);
    const large = cells.findIndex((cell) => cell.length > this.#limits.cellChars);
    if (large === -1) this.#onRow?.(cells, line);
    else this.#handlers.onProblem({ code: "cell-too-large", line, column: large });
  }

  #fill(cells: string[], record: Readonly<Record<string, unknown>>, line: number): void {
    for (const [key, value] of Object.entries(record)) {
      const place = this.#columns?.get(key);
      if (place !== undefined) cells[place] = cellText(value);
      else if (!this.#late.has(key)) {
        this.#late.add(key);
        this.#handlers.onProblem({ code: "late-column", line, detail: key });
      }
    }
  }
}

function isList(row: Row | undefined): row is readonly unknown[] {
  return Array.isArray(row);
}
