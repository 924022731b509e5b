/** Cells that hold a date. Only days that the calendar has, of the time that has films. */

const FIRST_YEAR = 1870;
const LAST_YEAR = 2100;

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const ENGLISH_DATE = /^([A-Za-z]{3,9})\.? (\d{1,2}), (\d{4})$/;

/** In English. */
export const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** "1995-10-30" where there is such a day; undefined otherwise. */
export function parseDate(cell: string): string | undefined {
  const [, year, month, day] = ISO_DATE.exec(cell.trim()) ?? [];
  return isoDate(Number(year), Number(month), Number(day));
}

/** "March 30, 2021", "Mar 30, 2021" or "2021-03-30" → "2021-03-30"; undefined where there is no such day. */
export function parseEnglishDate(cell: string): string | undefined {
  const [, name = "", day, year] = ENGLISH_DATE.exec(cell.trim()) ?? [];
  if (name === "") return parseDate(cell);
  const wanted = name.toLowerCase();
  const month = MONTHS.findIndex((full) => full === wanted || full.slice(0, 3) === wanted) + 1;
  return isoDate(Number(year), month, Number(day));
}

/** A year that has films: "2014" → 2014. */
export function parseYear(cell: string): number | undefined {
  const year = /^\d{4}(?:\.0)?$/.test(cell.trim()) ? Number(cell) : Number.NaN;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}

/** Undefined where the calendar has no such day, or films do not go so far. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
