/** Figures of the sources that are doubted: they are shown as they are, and said to be doubtful. */

/** Minutes of a platform's title; a 601-minute black screen is on Amazon. */
export const LONGEST_PLAUSIBLE = 400;

/** Minutes of a film: some of seven, nine and fifteen hours were made, and are known for it. */
export const LONGEST_PLAUSIBLE_FILM = 1_000;

/** Below this many dollars a budget or revenue is doubtful. */
export const LEAST_PLAUSIBLE_DOLLARS = 1_000;
