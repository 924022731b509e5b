/** Whether a day's list is believed: one that was cut off at its source would have us doubt half of all films. */
import type { IdsExport } from "./export.js";
import type { Memory } from "./memory.js";

/** A list with fewer ids than this share of the one before is kept out. */
const LEAST_LISTED = 0.9;

/** A list much shorter than the one before is believed only where another day's, kept out before, was of its size. */
export function isBelieved(
  { ids, day }: Pick<IdsExport, "ids" | "day">,
  { listed, shrunken }: Pick<Memory, "listed" | "shrunken">,
): boolean {
  if (isAsLong(ids.length, listed)) return true;
  if (!shrunken || shrunken.day >= day) return false;
  return isAsLong(ids.length, shrunken.ids) && isAsLong(shrunken.ids, ids.length);
}

function isAsLong(found: number, before: number): boolean {
  return found >= before * LEAST_LISTED;
}
