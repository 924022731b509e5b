/** Figures of the sources that are doubted: they are shown as they are, and said to be doubtful. */

/** Minutes; a 601-minute black screen is on Amazon. */
export const LONGEST_PLAUSIBLE = 400;

/** Below this many dollars a budget or revenue is doubtful. */
export const LEAST_PLAUSIBLE_DOLLARS = 1_000;
