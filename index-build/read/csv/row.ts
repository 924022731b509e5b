/** The rows of a CSV file whose header has been recognised, and what a reader of such rows is. */
import { parseNested } from "../../clean/nested.js";
import { parseNumber, parsePositive } from "../../clean/numbers.js";
import type { ReportCode } from "../../report.js";
import type { ReadContext } from "../context.js";
import type { Place, SourceParts } from "../parts.js";
import { PythonLiteralError, type PythonValue } from "../python/literal.js";

/** A file whose header has been recognised. */
export interface ReaderInput {
  readonly file: string;
  /** Places of the columns, by their names in lower case. */
  readonly columns: ReadonlyMap<string, number>;
  readonly context: ReadContext;
}

/** Reads the rows of one file. */
export interface RowReader {
  /** Cells in the order of the header, line on which the row begins. */
  row(cells: string[], line: number): void;
  /** Hands over what was read, after the last row; returns how many rows were not refused. */
  finish(parts: SourceParts): number;
}

/** A kind of CSV file: the columns by which it is recognised, and what reads its rows. Column names are in lower case. */
export interface CsvKind {
  /** As the report and the index name it. */
  readonly kind: string;
  readonly required: readonly string[];
  /** Read where it is there, or known and passed over. */
  readonly optional: readonly string[];
  /** Columns of which no file of another kind has any: with one of them a file may be a damaged one of this kind. */
  readonly marks: readonly string[];
  /** Undefined where the file is of no use after all, which is then reported. */
  reader(input: ReaderInput): RowReader | undefined;
}

/** The cells of a row by the names of their columns, and what is told of them. */
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
  text(column: string): string {
    const index = this.#input.columns.get(column);
    return index === undefined ? "" : (this.#cells[index] ?? "");
  }

  /** What `parse` makes of a cell. One that holds something, but nothing readable, is reported and unknown. */
  value<T>(column: string, parse: (cell: string) => T | undefined, code: ReportCode): T | undefined {
    const cell = this.text(column);
    if (cell.trim() === "") return undefined;
    const value = parse(cell);
    if (value === undefined) this.tell(code, column, cell);
    return value;
  }

  /** A number in whose place 0 means unknown: money, minutes. */
  known(column: string): number | undefined {
    return this.value(column, parseNumber, "bad-number") === undefined
      ? undefined
      : parsePositive(this.text(column));
  }

  /** A nested cell; one that is no literal is reported and unknown. */
  nested(column: string): PythonValue | undefined {
    try {
      return parseNested(this.text(column));
    } catch (error) {
      if (!(error instanceof PythonLiteralError)) throw error;
      this.tell("bad-nested-cell", column, error.message);
      return undefined;
    }
  }

  tell(code: ReportCode, column?: string, detail?: string): void {
    this.#input.context.report.add(code, { ...this.place, column, detail });
  }
}
