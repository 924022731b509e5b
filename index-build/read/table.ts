/** How the rows of a table reach whoever reads them, whatever the form of its file. */

export type TableProblemCode =
  | "truncated"
  | "corrupt"
  | "unterminated-quote"
  | "stray-quotes"
  | "short-row"
  | "wrong-field-count"
  | "cell-too-large"
  | "bad-line"
  | "bad-json"
  | "unknown-json"
  | "too-many-rows"
  | "no-header"
  | "late-column"
  | "cut-cell"
  | "left-out"
  | "list-left-out"
  | "windows-1252"
  | "other-encoding"
  | "mojibake"
  | "not-utf8";

export interface TableProblem {
  readonly code: TableProblemCode;
  /** 1-based line of the file on which the row begins; of a form without lines, the number of the row. */
  readonly line?: number;
  /** Index of the cell in the row. */
  readonly column?: number;
  readonly detail?: string;
}

/** Takes the cells of a row, as many as the header has, and the 1-based line on which it begins. */
export type OnRow = (cells: string[], line: number) => void;

export interface TableHandlers {
  /**
   * Called with the first row, and with the next ones while it answers "above": such a row stands above the header.
   * What it returns takes the rows; undefined stops reading.
   */
  onHeader(cells: string[]): OnRow | "above" | undefined;
  onProblem(problem: TableProblem): void;
}

/** What is told of a text that is no UTF-8. */
export function encodingProblem(name: string): TableProblem {
  return name === "Windows-1252" ? { code: "windows-1252" } : { code: "other-encoding", detail: name };
}
