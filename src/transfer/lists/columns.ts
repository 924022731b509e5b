/** Cells of a row by what their columns are called. */

/** "Letterboxd URI", "Runtime (mins)" → "letterboxduri", "runtimemins". */
export function columnName(header: string): string {
  return header.toLowerCase().replace(/[^a-z0-9]+/g, "");
}

/** The cell of a column in one row, trimmed; "" where there is no such column. */
export type CellOf = (column: string) => string;

export class Columns {
  readonly #places: ReadonlyMap<string, number>;
  /** Half of them: a row with fewer cells is cut off. Spreadsheets leave empty cells at the end away. */
  readonly least: number;

  constructor(header: readonly string[]) {
    // Of two columns of one name the first counts.
    this.#places = new Map(header.map((name, at) => [columnName(name), at] as const).reverse());
    this.least = Math.ceil(header.length / 2);
  }

  has(...columns: readonly string[]): boolean {
    return columns.every((column) => this.#places.has(column));
  }

  cellsOf(row: readonly string[]): CellOf {
    return (column) => row[this.#places.get(column) ?? -1]?.trim() ?? "";
  }
}
