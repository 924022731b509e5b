/** What is exported: tables of rows, in words that every format can write. */

/** `day` is YYYY-MM-DD, `nested` what JSON holds. */
export type ColumnType = "int" | "real" | "text" | "flag" | "day" | "nested";

export interface ExportedTable {
  /** Also the name of its file. */
  readonly name: string;
  /** By their names, in the order in which they are written. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Lazily, for there are tables of millions of rows. Unknown is undefined. */
  rows(): Iterable<ExportedRow>;
}

export type ExportedRow = Readonly<Record<string, unknown>>;
