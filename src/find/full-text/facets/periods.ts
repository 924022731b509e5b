/** Years and decades as they stand in a sentence: "de los 80", "años ochenta", "noventeras", "80s", "de 1994". */

/** Years from one to another, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The decades of a century by the beginning of their Spanish names; "veintes" and older are of this one and the last. */
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
const YEARS_BEFORE = new Set(["anos", "los", "decada", "the", "ano"]);
const FIRST_YEAR = 1880;
const LAST_YEAR = 2099;

/** @param before the folded word before it, where there is one */
export function periodOf(word: string, before: string | undefined): Period | undefined {
  const introduced = before !== undefined && YEARS_BEFORE.has(before);
  const digits = /^(\d{4}|\d{2})(s?)$/.exec(word);
  if (digits !== null) {
    const number = Number(digits[1]);
    const plural = digits[2] === "s";
    if (word.length >= 4 && number >= FIRST_YEAR)
      return number > LAST_YEAR ? undefined : plural ? decade(number) : { from: number, to: number };
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
