/** How near to a name a text has to be to mean it. */
import { costLimit, scoreFloor } from "./distance/cost.js";

export interface Thresholds {
  /** Highest cost, in edits. */
  readonly limit: number;
  /** Least score of what is not just what was typed. */
  readonly floor: number;
  /** What scores this much less than the best is of no interest. */
  readonly margin: number;
}

/** Enough to see who else was near, and far less than all that is. */
const NEAR_MARGIN = 1.5;

/** @param text as `normalise` gives it */
export function thresholdsOf(text: string): Thresholds {
  return { limit: costLimit(text), floor: scoreFloor(text), margin: NEAR_MARGIN };
}
