/** What is exported: tables of rows, in words that every format can write. */

/**
 * `day` is YYYY-MM-DD, `names` a list of texts; a thing or a list of things is told by what is known of each. Lists are
 * lists where a format has them, and JSON where it has none.
 */
export type ColumnType =
  | "int"
  | "real"
  | "text"
  | "flag"
  | "day"
  | "names"
  | { readonly one: ThingFields }
  | { readonly list: ThingFields };

export type ThingFields = Readonly<Record<string, "int" | "text">>;

export interface ExportedTable {
  /** Also the name of its file. */
  readonly name: string;
  /** By their names, in the order in which they are written. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Lazily, for there are tables of millions of rows. Unknown is undefined. */
  rows(): Iterable<ExportedRow>;
}

export type ExportedRow = Readonly<Record<string, unknown>>;
