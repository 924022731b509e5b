/** How a single cell may write a day, and what it says by itself. */
import { bareValue } from "../values/bare-value.js";
import { isoDate, MONTHS, parseYear } from "../values/dates.js";

/** A day, or of a day just the year. */
export interface ReadDate {
  /** YYYY-MM-DD; the first of January where only the year is known. */
  readonly date: string;
  readonly yearOnly: boolean;
}

export type DateForm =
  | { readonly is: "known"; readonly value: ReadDate }
  /** Two numbers of which one is the day, and a year. `dayFirst` where they tell which; undefined where they do not. */
  | {
      readonly is: "numbers";
      readonly first: number;
      readonly second: number;
      readonly year: number;
      readonly dayFirst?: boolean;
    };

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,].*)?$/;
const PACKED = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/;
const YEAR_AND_MONTH = /^(\d{4})[-/.](?:0?[1-9]|1[0-2])$/;
/** Seconds, milliseconds, microseconds or nanoseconds since 1970, as programs write days. */
const EPOCH = /^-?\d{8,19}(?:\.0)?$/;
/** Days since 1900, as spreadsheets keep them: of 1927 to 2063. */
const SERIAL = /^[1-5]\d{4}(?:\.0)?$/;
const DAY_MONTH_YEAR =
  /^(?:\p{L}{2,10}\.?,? )?(\d{1,2})(?:st|nd|rd|th|º)?[ /.-]+(?:de )?(\p{L}{3,10})\.?,?[ /.-]+(?:del? )?(\d{4}|\d{2})(?:[T ,].*)?$/u;
const MONTH_DAY_YEAR =
  /^(?:\p{L}{2,10}\.?,? )?(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[T ,].*)?$/u;

const YEAR_MONTH_DAY = /^(\d{4})[ /.-](\p{L}{3,10})\.?[ /.-](\d{1,2})$/u;
const MONTH_AND_YEAR = /^(\p{L}{3,10})\.?,? (?:del? )?(\d{4})$/u;
/** `datetime.date(2010, 7, 14)` */
const ARGUMENTS = /^(\d{4}), (\d{1,2}), (\d{1,2})(?:,.*)?$/;
/** A day before its month, after the year; which of the two comes first, only one above twelve tells. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;

const SPANISH_MONTHS = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
];

const DAY_MS = 86_400_000;
/** What spreadsheets count from, the 29 February 1900 included that never was. */
const SERIAL_START = Date.UTC(1899, 11, 30);

/** Undefined for what is no day of the time that has films. */
export function dateForm(cell: string): DateForm | undefined {
  return formOf(cell) ?? formOf(bareValue(cell).replace(ARGUMENTS, "$1-$2-$3"));
}

/** "2010-14-07": the two numbers after the year, where there are just these. */
export function afterYear(
  cell: string,
): { readonly year: number; readonly first: number; readonly second: number } | undefined {
  const [, year, first, second] = YEAR_FIRST.exec(cell) ?? [];
  return year === undefined
    ? undefined
    : { year: Number(year), first: Number(first), second: Number(second) };
}

function formOf(cell: string): DateForm | undefined {
  const [, year, month, day] = ISO.exec(cell) ?? PACKED.exec(cell) ?? [];
  if (year !== undefined) {
    const date = isoDate(Number(year), Number(month), Number(day));
    if (date !== undefined) return known(date);
  }
  const numbers = NUMBERS.exec(cell);
  if (numbers !== null) return numbersForm(numbers);
  const justYear = parseYear(YEAR_AND_MONTH.exec(cell)?.[1] ?? yearOfMonth(cell) ?? cell);
  if (justYear !== undefined) return { is: "known", value: { date: `${justYear}-01-01`, yearOnly: true } };
  return known(countedDate(cell) ?? namedDate(cell));
}

function known(date: string | undefined): DateForm | undefined {
  return date === undefined ? undefined : { is: "known", value: { date, yearOnly: false } };
}

function numbersForm([, one, , two, years = ""]: readonly string[]): DateForm | undefined {
  const first = Number(one);
  const second = Number(two);
  const year = fullYear(years);
  const asDayFirst = isoDate(year, second, first);
  const asMonthFirst = isoDate(year, first, second);
  if (asDayFirst !== undefined && asMonthFirst !== undefined && first !== second)
    return { is: "numbers", first, second, year };
  if (asDayFirst === undefined && asMonthFirst === undefined) return undefined;
  // 5/5 is the same both ways, and says nothing of others.
  if (first === second) return known(asDayFirst);
  return { is: "numbers", first, second, year, dayFirst: asDayFirst !== undefined };
}

/** Films of this century's later years are not out yet; those of the last century's twenties are. */
const LAST_OF_THIS_CENTURY = 26;

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year <= LAST_OF_THIS_CENTURY ? 2000 + year : 1900 + year;
}

function countedDate(cell: string): string | undefined {
  if (SERIAL.test(cell)) return dayOf(SERIAL_START + Number(cell) * DAY_MS);
  if (!EPOCH.test(cell)) return undefined;
  let milliseconds = Number(cell) * 1000;
  // Beyond the year 2200 in one unit it is the next smaller one.
  while (Math.abs(milliseconds) > 7.3e12) milliseconds /= 1000;
  return dayOf(milliseconds);
}

function dayOf(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function namedDate(cell: string): string | undefined {
  const [, day, month, year] = DAY_MONTH_YEAR.exec(cell) ?? [];
  if (month !== undefined) return isoDate(fullYear(year ?? ""), monthOf(month), Number(day));
  const [, yearBefore, between, dayLast] = YEAR_MONTH_DAY.exec(cell) ?? [];
  if (between !== undefined) return isoDate(Number(yearBefore), monthOf(between), Number(dayLast));
  const [, english, dayAfter, yearAfter] = MONTH_DAY_YEAR.exec(cell) ?? [];
  return english === undefined ? undefined : isoDate(Number(yearAfter), monthOf(english), Number(dayAfter));
}

/** "July 2010", "julio de 2010" */
function yearOfMonth(cell: string): string | undefined {
  const [, month = "", year] = MONTH_AND_YEAR.exec(cell) ?? [];
  return monthOf(month) === 0 ? undefined : year;
}

/** 1–12; 0 for what is no month. */
function monthOf(name: string): number {
  const wanted = name
    .toLowerCase()
    .replace(/^setiembre$/u, "septiembre")
    .replace(/^sept$/u, "sep");
  const named = (months: readonly string[]): number =>
    months.findIndex((full) => full === wanted || full.slice(0, 3) === wanted) + 1;
  return named(MONTHS) || named(SPANISH_MONTHS);
}
