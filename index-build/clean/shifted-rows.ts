/**
 * Rows of the movies file that are the tail of the row before: a line break within the overview broke the row in
 * two, so that what follows the overview stands at the front of the second one.
 */
import { parseDate } from "./values/dates.js";

/** Where the columns that give such rows away stand. */
export interface ShiftLayout {
  readonly id: number;
  readonly overview: number;
  readonly releaseDate: number;
  /** Where the columns begin: before them, some programs number the rows. */
  readonly first: number;
}

const EMPTY = new Set(["", "[]"]);

/** The front half: nothing after the overview. */
export function isStub(cells: readonly string[], layout: ShiftLayout): boolean {
  return cells.slice(layout.overview + 1).every((cell) => EMPTY.has(cell));
}

/** Whether the back half would be told by a release date in the place of the id. */
export function canTellShifted({ id, overview, releaseDate, first }: ShiftLayout): boolean {
  return releaseDate - overview === id - first;
}

/** The back half: the release date has come to stand where the id should be. */
export function isShiftedTail(cells: readonly string[], layout: ShiftLayout): boolean {
  return parseDate(cells[layout.id] ?? "") !== undefined;
}

/**
 * The whole row. Its release date stays unknown although the tail has it: read column by column, as everyone
 * else reads these files, the three films have none, and the figures that people check ours against (87 films
 * without a date, 5,909 in January) count them so.
 */
export function joinShifted(stub: readonly string[], tail: readonly string[], layout: ShiftLayout): string[] {
  return stub.map((cell, index) => {
    const moved = tail[index - layout.overview + layout.first] ?? "";
    if (index < layout.overview || index === layout.releaseDate) return cell;
    // A rest without its beginning is no summary.
    if (index === layout.overview) return cell === "" ? "" : `${cell} ${moved}`;
    return moved;
  });
}
