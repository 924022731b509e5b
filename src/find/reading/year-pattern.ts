/** Years as titles, links and file names carry them. */

/** Of a film: nothing was shown before, and nothing is announced for later. */
export const YEAR = "(?:18[89]|19\\d|20\\d)\\d";

const WHOLE = new RegExp(`^${YEAR}$`);

/** The year that a word is; undefined where it is none. */
export function yearOf(word: string): number | undefined {
  return WHOLE.test(word) ? Number(word) : undefined;
}
