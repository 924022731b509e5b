/** The rows of a table whose layout is known, and what a reader of such rows is. */
import type { Column } from "../../../clean/columns/column.js";
import { LATER } from "../../../clean/columns/column.js";
import type { ListCell, ListColumn } from "../../../clean/lists/list-cell.js";
import { isUnknown } from "../../../clean/values/unknown.js";
import type { ReportCode } from "../../../report.js";
import type { ReadContext } from "../../context.js";
import type { Fact, Layout } from "../../layouts/layout.js";
import type { Place, SourceParts } from "../../parts.js";

/** A table whose layout is known. */
export interface ReaderInput {
  readonly file: string;
  readonly layout: Layout;
  /** Places of the columns, by the facts they tell. */
  readonly columns: ReadonlyMap<Fact, number>;
  /** Names of the columns as the file writes them. */
  readonly header: readonly string[];
  readonly context: ReadContext;
  /** What cells that are no titles say where they hold nothing, as it is met: "NULL". */
  readonly unknownWords: Set<string>;
  /** The first rows, for what has to be known of a column before its first cell can be read. */
  readonly sample: readonly (readonly string[])[];
  /** What stands between the names of a list, by its fact, where only the sample tells. */
  readonly between: ReadonlyMap<Fact, string>;
}

/** Reads the rows of one table. */
export interface RowReader {
  /** Cells in the order of the header, line on which the row begins. */
  row(cells: string[], line: number): void;
  /** Hands over what was read, after the last row; returns how many rows were not refused. */
  finish(parts: SourceParts): number;
}

/** The cells of a row by the facts they tell, and what is told of them. */
export class Row {
  readonly place: Place;
  readonly #input: ReaderInput;
  readonly #cells: readonly string[];

  constructor(input: ReaderInput, cells: readonly string[], line: number) {
    this.#input = input;
    this.#cells = cells;
    this.place = { file: input.file, line };
  }

  /** The cell as it stands; "" where there is no such column. */
  cell(fact: Fact): string {
    const index = this.#input.columns.get(fact);
    return index === undefined ? "" : (this.#cells[index] ?? "");
  }

  /** The cell; "" where it says that it holds nothing. */
  text(fact: Fact): string {
    const cell = this.cell(fact);
    if (!isUnknown(cell)) return cell;
    noteUnknown(this.#input, cell);
    return "";
  }

  /** What `parse` makes of a cell. One that holds something, but nothing readable, is reported and unknown. */
  value<T>(fact: Fact, parse: (cell: string) => T | undefined, code: ReportCode): T | undefined {
    const cell = this.text(fact);
    if (cell.trim() === "") return undefined;
    const value = parse(cell);
    if (value === undefined) this.tell(code, fact, cell);
    return value;
  }

  /** A list; what cannot be read of it is reported and unknown. */
  list(fact: Fact, column: ListColumn): ListCell {
    const list = column.read(this.text(fact));
    if (list.problem !== undefined) this.tell("bad-nested-cell", fact, list.problem.message);
    if (list.lost > 0) this.tell("lost-list-item", fact);
    return list;
  }

  tell(code: ReportCode, fact?: Fact, detail?: string): void {
    const column = fact === undefined ? undefined : columnName(this.#input, fact);
    this.#input.context.report.add(code, { ...this.place, column, detail });
  }
}

/** The name that the file gives the column of a fact. */
export function columnName({ columns, header }: Pick<ReaderInput, "columns" | "header">, fact: Fact): string {
  return header[columns.get(fact) ?? -1] ?? fact;
}

/** What stands between names in the column of a fact, where it is nothing that lists are read by without it. */
export function betweenIn({ layout, between }: ReaderInput, fact: Fact): string | undefined {
  return layout.between ?? between.get(fact);
}

/** Notes what the file writes where it knows nothing, if the cell is such a word. */
export function noteUnknown({ unknownWords }: ReaderInput, cell: string): void {
  if (cell !== "" && isUnknown(cell)) unknownWords.add(cell.trim());
}

/** What is told of a value that only the column explained, and not wholly. */
export interface Doubt<Value> {
  readonly code: ReportCode;
  isDoubtful(value: Value): boolean;
}

/** One column of values that may be known only once the whole column is: each value is given to what it is of. */
export class ValuesOf<Target, Value> {
  readonly #index: number;
  readonly #pending: { readonly target: Target; readonly cell: string; readonly line: number }[] = [];
  readonly #input: ReaderInput;
  readonly #fact: Fact;
  readonly #column: Column<Value>;
  readonly #code: ReportCode;
  readonly #doubt: Doubt<Value> | undefined;
  readonly #give: (target: Target, value: Value) => void;

  /** @param code under which a cell is told that holds something, but nothing readable */
  constructor(
    input: ReaderInput,
    fact: Fact,
    column: Column<Value>,
    code: ReportCode,
    give: (target: Target, value: Value) => void,
    doubt?: Doubt<Value>,
  ) {
    this.#doubt = doubt;
    this.#input = input;
    this.#fact = fact;
    this.#column = column;
    this.#code = code;
    this.#give = give;
    this.#index = input.columns.get(fact) ?? -1;
  }

  /** Of the row that tells of `target`. */
  take(cells: readonly string[], line: number, target: Target): void {
    const cell = cells[this.#index] ?? "";
    if (isUnknown(cell)) {
      noteUnknown(this.#input, cell);
      return;
    }
    const value = this.#column.read(cell);
    if (value === LATER) this.#pending.push({ target, cell, line });
    else if (value !== undefined) this.#give(target, value);
    else this.#tell(this.#code, cell, line);
  }

  /** After the last row. */
  finish(): void {
    for (const { target, cell, line } of this.#pending.splice(0)) {
      const value = this.#column.decide(cell);
      if (value === undefined) this.#tell(this.#code, cell, line);
      else this.#give(target, value);
      if (value !== undefined && this.#doubt?.isDoubtful(value) === true)
        this.#tell(this.#doubt.code, cell, line);
    }
  }

  #tell(code: ReportCode, cell: string, line: number): void {
    const { file, context } = this.#input;
    context.report.add(code, { file, line, column: columnName(this.#input, this.#fact), detail: cell });
  }
}
