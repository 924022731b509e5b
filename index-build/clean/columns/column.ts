/** What reads the cells of one column, some of which only the column as a whole explains. */

/** Stands for a value that is known once the whole column has been seen. */
export const LATER = Symbol("later");

export interface Column<Value> {
  /** The cell's value; undefined where it holds nothing readable; LATER where it can be read in two ways. */
  read(cell: string): Value | typeof LATER | undefined;
  /** The value of a cell for which LATER stood, after the last one; undefined where it is still in doubt. */
  decide(cell: string): Value | undefined;
}
