/** Dates as the index stores them. */

const MS_PER_DAY = 86_400_000;

/** YYYY-MM-DD → days since 1970-01-01. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}
