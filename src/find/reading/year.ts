/** The year that somebody types with a title: "hamlet 1996", "king kong del 33", "titanic'97", "robocop 87". */

/** What stands before the year, and the year. */
export interface TitleAndYear {
  readonly title: string;
  readonly year: number;
  /** False where the number may as well be part of the title: "robocop 87", "apollo 13". */
  readonly isYear: boolean;
}

/** The first film, as the sources count. */
const FIRST_YEAR = 1874;
/** Nobody types a year further ahead than films are announced. */
const YEARS_AHEAD = 5;

const CLOSING = /[\s)\]}>.,;:!?…"'”»]/u;
/** What may stand between a title and its year. */
const BETWEEN = /[\s([{<,;:=·|–—-]/u;
const YEAR_WORD = /(?:^|\s)(?:(?:del|de|en|from|of|in)(?:\s+(?:el|los))?)?(?:\s*(?:año|ano|anio|year))?$/iu;
const MARKED_SHORT = /['’´`‘]$|(?:^|\s)(?:del|de los|año|ano)\s+$/iu;

/**
 * The year at the end of a text; undefined where there is none that a film could have.
 * @param newest the year of the newest film known
 */
export function readYear(text: string, newest: number): TitleAndYear | undefined {
  const end = lastOf(text, text.length, CLOSING);
  const begin = digitsBefore(text, end);
  const digits = text.slice(begin, end);
  const before = text.slice(0, begin);
  if (digits.length === 4) return wholeYear(before, Number(digits), newest);
  if (digits.length === 2 && before !== "") return shortYear(before, Number(digits), newest);
  return undefined;
}

function wholeYear(before: string, year: number, newest: number): TitleAndYear | undefined {
  if (year < FIRST_YEAR || year > newest + YEARS_AHEAD) return undefined;
  const title = titleBefore(before);
  return title === "" ? undefined : { title, year, isYear: true };
}

function shortYear(before: string, number: number, newest: number): TitleAndYear | undefined {
  const isYear = MARKED_SHORT.test(before);
  // "3.14", "mi6" and "x-13" hold no year.
  if (!isYear && !before.endsWith(" ")) return undefined;
  const year = (number > newest % 100 ? 1900 : 2000) + number;
  const title = titleBefore(before.replace(/['’´`‘]$/u, ""));
  return title === "" ? undefined : { title, year, isYear };
}

function titleBefore(text: string): string {
  const marked = text.slice(0, lastOf(text, text.length, BETWEEN));
  const title = marked.replace(YEAR_WORD, "");
  return title.slice(0, lastOf(title, title.length, BETWEEN)).trim();
}

/** Where the characters that a pattern fits begin, from a place back; linear, as a pattern with "+$" is not. */
function lastOf(text: string, from: number, pattern: RegExp): number {
  let end = from;
  while (end > 0 && pattern.test(text.charAt(end - 1))) end--;
  return end;
}

function digitsBefore(text: string, end: number): number {
  let begin = end;
  while (begin > 0 && /\d/.test(text.charAt(begin - 1))) begin--;
  return begin;
}
