/** Days of the calendar in UTC, as YYYY-MM-DD. */

const MS_PER_DAY = 86_400_000;

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * MS_PER_DAY));
}

/** Days from one moment to another, as a fraction. */
export function daysBetween(earlier: number, later: number): number {
  return (later - earlier) / MS_PER_DAY;
}
