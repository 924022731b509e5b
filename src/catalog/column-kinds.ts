/** The kinds of column that tables have: as the schema names them, and as files hold them. */
import { ROW_TABLES, type RowTable } from "./rows.js";

/**
 * Kinds of column as a file holds them. A trailing `?` means that a cell may be unknown, `[]` that a cell is
 * a list. `date?` is days since 1970-01-01 (Arrow's Date32). `row[]` are rows of another table, in two bytes
 * each where none of a column needs more: most lists name films, of which 65,536 fit.
 */
export type StoredKind =
  | "int32"
  | "int32?"
  | "uint8"
  | "float64?"
  | "date?"
  | "utf8"
  | "utf8?"
  | "int32[]"
  | "row[]"
  | "uint8[]"
  | "float32[]"
  | "utf8[]";

/** Kinds of column that may stay on disk. */
type LargeKind = "utf8?" | "uint8[]" | `${RowTable}[]`;

/**
 * Kinds of column as the schema names them: `people[]` is a `row[]` of the table of people. What is `on disk` stays there
 * until it is asked for, one row at a time: it is large, no answer needs much of it, and nothing goes through all of it;
 * lists only where there are many. Files hold it like any other column.
 */
export type ColumnKind =
  | StoredKind
  | RowTable
  | `${RowTable}?`
  | `${RowTable}[]`
  | `${LargeKind}${typeof ON_DISK}`;

export const ON_DISK = " on disk";

/** `StoredAs` of a kind, to the compiler. */
export type StoredAs<Kind extends ColumnKind> =
  Kind extends `${infer Large extends LargeKind}${typeof ON_DISK}`
    ? StoredAs<Large>
    : Kind extends StoredKind
      ? Kind
      : Kind extends `${RowTable}?`
        ? "int32?"
        : Kind extends `${RowTable}[]`
          ? "row[]"
          : "int32";

/** How a file holds a kind of column: a reference is a row number. */
export function storedAs<Kind extends ColumnKind>(kind: Kind): StoredAs<Kind> {
  const column = kind.replace(ON_DISK, "");
  const table = column.replace(/\?$|\[\]$/u, "");
  const isReference = (ROW_TABLES as readonly string[]).includes(table);
  if (!isReference) return column as StoredAs<Kind>;
  return (column.endsWith("[]") ? "row[]" : `int32${column.slice(table.length)}`) as StoredAs<Kind>;
}

/** Whether a column may stay on disk. */
export function staysOnDisk(kind: ColumnKind): boolean {
  return kind.endsWith(ON_DISK);
}

export type TableSchema = Readonly<Record<string, ColumnKind>>;
