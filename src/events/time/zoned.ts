/** From a date and a time as people say them, in their zone, to the instant; by what Intl knows of zones. */

/** What a clock on the wall shows. */
export interface WallTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** A date alone. */
export type Day = Pick<WallTime, "year" | "month" | "day">;

/** So many days later by the calendar: days on which clocks change are not as long as others. */
export function addDays({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * - `once`: the clock shows it once.
 * - `skipped`: clocks are put forward over it; `instant` is as much later as they are put forward ("02:30" is 03:30).
 * - `twice`: clocks are put back over it; `instant` is the first time, `again` the second.
 */
export type Zoned =
  | { readonly kind: "once"; readonly instant: Date }
  | { readonly kind: "skipped"; readonly instant: Date }
  | { readonly kind: "twice"; readonly instant: Date; readonly again: Date };

const DAY = 24 * 60 * 60_000;

/** Whether it names a zone ("Europe/Madrid", "UTC"), and not a distance ("+01:00"), which knows no summer. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/u.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** @returns undefined where there is no such date or time in any zone, as the 30th of February */
export function instantOf(wall: WallTime, zone: string): Zoned | undefined {
  const asUtc = utcOf(wall);
  if (asUtc === undefined) return undefined;
  const wallOf = wallClock(zone);
  // No clock is a day away from UTC: a day before and after, whatever changes has not changed yet, or has.
  const [before, after] = [asUtc - DAY, asUtc + DAY].map((at) => wallOf(at) - at) as [number, number];
  const [first, second] = [...new Set([asUtc - before, asUtc - after])]
    .filter((at) => wallOf(at) === asUtc)
    .sort((a, b) => a - b);
  if (first === undefined) return { kind: "skipped", instant: new Date(asUtc - before) };
  const instant = new Date(first);
  return second === undefined
    ? { kind: "once", instant }
    : { kind: "twice", instant, again: new Date(second) };
}

/** What the clock shows in a zone at an instant. */
export function wallTimeOf(instant: Date, zone: string): WallTime {
  const shown = new Date(wallClock(zone)(instant.getTime()));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
  };
}

/** The instant at which a clock of UTC shows it. */
function utcOf({ year, month, day, hour, minute }: WallTime): number | undefined {
  const at = Date.UTC(year, month - 1, day, hour, minute);
  const shown = new Date(at);
  const isThere =
    year >= 1970 &&
    shown.getUTCFullYear() === year &&
    shown.getUTCMonth() === month - 1 &&
    shown.getUTCDate() === day &&
    shown.getUTCHours() === hour &&
    shown.getUTCMinutes() === minute;
  return isThere ? at : undefined;
}

/** From an instant to the one at which a clock of UTC shows what a clock in the zone shows then. */
function wallClock(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const seconds = Date.UTC(
      part("year"),
      part("month") - 1,
      part("day"),
      part("hour"),
      part("minute"),
      part("second"),
    );
    return seconds + (((at % 1_000) + 1_000) % 1_000);
  };
}
