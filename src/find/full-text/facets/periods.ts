/** Years and decades as they stand in a sentence: "de los 80", "años ochenta", "noventeras", "80s", "de 1994". */

/** Years from one to another, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The decades of the last century by the beginning of their names. */
const DECADE_NAMES: readonly [begins: RegExp, decade: number][] = [
  [/^(?:veint|twenties)/, 20],
  [/^(?:treint|thirties)/, 30],
  [/^(?:cuarent|forties|fourties)/, 40],
  [/^(?:cincuent|fifties)/, 50],
  [/^(?:sesent|sixties)/, 60],
  [/^(?:setent|seventies)/, 70],
  [/^(?:ochent|eighties)/, 80],
  [/^(?:novent|nineties)/, 90],
];
/** "ochentera" says it alone, "ochenta" needs a word before it that speaks of years. */
const ALONE = /(?:er[oa]s?|ies)$/;
const SPEAKS_OF_YEARS = new Set(["anos", "ano", "decada", "los", "the", "years", "year"]);
/** What may stand between: "la década de los 80". */
const BETWEEN = new Set(["de", "del", "of", "from"]);
const FIRST_YEAR = 1880;
const LAST_YEAR = 2099;
/** "década de los años" and the like: so many words before the number. */
const MOST_BEFORE = 4;

/**
 * The years that folded words name from a place on, and how many words that takes; undefined where they name none.
 */
export function periodAt(
  words: readonly string[],
  at: number,
): { readonly period: Period; readonly words: number } | undefined {
  let place = at;
  while (place < at + MOST_BEFORE && isBefore(words[place])) place++;
  const period = periodOf(words[place] ?? "", SPEAKS_OF_YEARS.has(words[place - 1] ?? ""));
  return period === undefined ? undefined : { period, words: place + 1 - at };
}

function isBefore(word: string | undefined): boolean {
  return word !== undefined && (SPEAKS_OF_YEARS.has(word) || BETWEEN.has(word));
}

/** @param introduced whether the word before it speaks of years */
function periodOf(word: string, introduced: boolean): Period | undefined {
  const digits = /^(\d{4}|\d{2})(s?)$/.exec(word);
  if (digits !== null) {
    const number = Number(digits[1]);
    const plural = digits[2] === "s";
    if (number >= FIRST_YEAR && number <= LAST_YEAR)
      return plural ? decade(number) : { from: number, to: number };
    return number < 100 && number % 10 === 0 && (plural || introduced) ? decade(century(number)) : undefined;
  }
  const named = DECADE_NAMES.find(([begins]) => begins.test(word));
  return named !== undefined && (introduced || ALONE.test(word)) ? decade(1900 + named[1]) : undefined;
}

/** "los 20" and "los 10" are of this century, "los 30" of the last. */
function century(number: number): number {
  return number < 30 ? 2000 + number : 1900 + number;
}

function decade(year: number): Period {
  const from = year - (year % 10);
  return { from, to: from + 9 };
}
