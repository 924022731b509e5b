/** Telegram's limits, and ours below them. */
export const LIMITS = {
  /** Characters after parsing, counted as UTF-16 units: never fewer than Telegram counts. */
  text: 4096,
  caption: 1024,
  /** Bytes. */
  callbackData: 64,
  /** Of an answer to a pressed button. */
  alert: 200,
  commandDescription: 256,
  placeholder: 64,
  /** Of a result of an inline query, its title and its description. */
  inlineText: 200,
  /** Bytes. */
  inlineId: 64,
} as const;

/** More messages than this are no answer but a flood; the last one says that there was more. */
export const MOST_MESSAGES = 4;
/** Lines of a list on a page; one that is only a little longer is not broken. */
export const LINES_ON_A_PAGE = 15;
export const LINES_UNBROKEN = 22;
export const LINE_CHARACTERS = 300;
/** A longer paragraph of a card is a quote that opens: the first three lines of it are seen. */
export const LONG_PARAGRAPH = 280;
/** Lines of a list within a fold: it has no pages. */
export const LINES_IN_A_FOLD = 40;
/** Of a table: more does not fit the width of a phone's screen and would be broken there. */
export const TABLE_COLUMNS = 40;
export const BUTTON_CHARACTERS = 60;
/** Of each kind: what asks a question, what does something. */
export const MOST_BUTTONS = 30;
/** Of all kinds. */
export const MOST_KEYS = 100;
/** Buttons side by side, and the characters of all of them: what a phone shows without cutting words. */
export const BUTTONS_IN_A_ROW = 3;
export const ROW_CHARACTERS = 30;
/** Buttons that only say a number: as many as Telegram takes. */
export const NUMBERS_IN_A_ROW = 8;
/** Buttons that do something and are as short as a number: ten of them are two rows. */
export const NUMBER_CHARACTERS = 4;
export const SCORES_IN_A_ROW = 5;
/** Results that Telegram takes for an inline query. */
export const MOST_RESULTS = 50;
/** Films on one page of them. */
export const INLINE_RESULTS = 20;
/** Of each kind that is no film, beside those. */
export const INLINE_OTHERS = 3;
