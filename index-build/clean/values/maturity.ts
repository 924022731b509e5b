/** Maturity ratings of platform titles. */

import { cleanName } from "../texts/text.js";
import { type Duration, parseDuration } from "./duration.js";

/** What a title without a rating counts as. */
export const NO_MATURITY = "G";

export interface MaturityAndDuration {
  readonly maturity: string;
  readonly duration: Duration | undefined;
  /** A duration stood in the place of the rating. */
  readonly swapped: boolean;
}

/** What newer catalogues call a rating: what people gave. */
const AVERAGE = /^\d+[.,]\d+$/;

/** Both cells together, for some rows have the duration in the rating's place and nothing in its own. */
export function parseMaturityAndDuration(rating: string, duration: string): MaturityAndDuration {
  const misplaced = parseDuration(rating);
  const maturity = misplaced === undefined && !AVERAGE.test(rating) ? cleanName(rating) : undefined;
  return {
    maturity: maturity ?? NO_MATURITY,
    duration: parseDuration(duration) ?? misplaced,
    swapped: misplaced !== undefined,
  };
}
