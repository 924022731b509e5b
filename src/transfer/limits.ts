/** Caps on what people send: a few times what the longest lists take. */

const MEGABYTE = 1024 * 1024;

/** Bytes of what is sent, and of one list unpacked: 20,000 rows of IMDb's have about 5 MB. */
export const MOST_BYTES = 16 * MEGABYTE;
/** Bytes that all lists of an archive unpack to. */
export const MOST_UNPACKED = 32 * MEGABYTE;
/** Unpacked bytes a packed one, once as many as `RATIO_GRACE` come of a file. Lists of titles have about 4. */
export const MOST_RATIO = 100;
export const RATIO_GRACE = MEGABYTE;
/** Files in an archive: Letterboxd's have one for each list that somebody made. */
export const MOST_FILES = 5_000;
/** Rows that are read of one list, and of all lists of an archive: of Letterboxd's four. */
export const MOST_ROWS = 20_000;
export const MOST_ROWS_IN_ALL = 4 * MOST_ROWS;
/** Characters of a title: a longer cell is where a quote was not closed. */
export const LONGEST_TITLE = 300;
/** Characters in which a row has to end: what does not is read again with each block, until it does. */
export const LONGEST_ROW = 64 * 1024;
