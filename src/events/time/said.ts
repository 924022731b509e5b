/** Times as people say them: "2h", "3 días", "viernes 21:30", "tomorrow at 9pm", "24/12 20:00". */
import { inFigures } from "./spoken.js";
import { addDays, type Day, instantOf, type WallTime, wallTimeOf, type Zoned } from "./zoned.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS: readonly (readonly [names: RegExp, milliseconds: number])[] = [
  [/^(?:m|min|mins|minutos?|minutes?)$/u, MINUTE],
  [/^(?:h|hs|hr|hrs|horas?|hours?)$/u, HOUR],
  [/^(?:d|dias?|days?)$/u, DAY],
  [/^(?:s|sem|semanas?|w|weeks?)$/u, 7 * DAY],
];

const NUMBERS: Readonly<Record<string, number>> = {
  un: 1,
  una: 1,
  a: 1,
  an: 1,
  one: 1,
  dos: 2,
  two: 2,
  tres: 3,
  three: 3,
};

/** Milliseconds of "2h", "1 h 30 min", "en 3 días", "dos semanas"; undefined for what is no duration. */
export function saidDuration(text: string): number | undefined {
  const said = folded(text).replace(/^(?:en|in|dentro de)\s+/u, "");
  const pieces = [...said.matchAll(/(\d+(?:[.,]\d+)?|\p{L}+)\s*(\p{L}+)\s*(?:,|y\b|and\b)?\s*/gu)];
  if (pieces.length === 0 || pieces.map(([whole]) => whole).join("") !== said) return undefined;
  let sum = 0;
  for (const [, figure = "", unit = ""] of pieces) {
    const number = NUMBERS[figure] ?? Number(figure.replace(",", "."));
    const milliseconds = UNITS.find(([names]) => names.test(unit))?.[1];
    if (milliseconds === undefined || !Number.isFinite(number)) return undefined;
    sum += number * milliseconds;
  }
  return sum > 0 ? Math.round(sum) : undefined;
}

/**
 * A day and a time on the clocks of a zone: the next such, where the day is not said whole. A time alone is today's, or
 * tomorrow's where that has passed.
 * @returns undefined for what is none, and for what there is not in any zone
 */
export function saidMoment(text: string, zone: string, now: Date): Zoned | undefined {
  const said = withMarks(folded(text)).replace(AROUND, " ");
  const found = timeIn(said);
  if (found === undefined) return undefined;
  const today = wallTimeOf(now, zone);
  const named = said
    .replace(found.said, " ")
    .replace(/[\s,]+/gu, " ")
    .trim();
  const { day, time } = inItsPart(named, found);
  if (day === "") {
    const later = instantOf({ ...today, ...time.at }, zone);
    if (later !== undefined && later.instant.getTime() > now.getTime()) return later;
    return instantOf({ ...addDays(today, 1), ...time.at }, zone);
  }
  const date = dayIn(day, today, time.at, zone, now);
  if (date === undefined || time.at.hour < 24 || named === day)
    return date && instantOf({ ...date, ...time.at }, zone);
  return instantOf({ ...addDays(date, 1), ...time.at, hour: time.at.hour - 24 }, zone);
}

/** What stands around a day and a time and says nothing. */
const AROUND =
  /\b(?:a las?|at|el|on|de|del|este|this(?! (?:evening|afternoon|morning))|que viene|proximo|next|o'?clock)\b/gu;

/**
 * "Esta noche a las 10" are the ten of the evening, and "esta noche a la 1" is one o'clock of the night that begins then.
 * A time that says so itself stays as it is.
 */
function inItsPart(named: string, { at, isWhole }: Said): { readonly day: string; readonly time: Said } {
  const part = PARTS.find(([names]) => names.test(named));
  if (part === undefined) return { day: named, time: { at, said: "", isWhole } };
  const [names, isNight] = part;
  const day = named.replace(names, " ").replace(/\s+/gu, " ").trim() || "hoy";
  if (isWhole || at.hour > 12) return { day, time: { at, said: "", isWhole } };
  const isAfterMidnight = isNight && (at.hour === 12 || at.hour < FIRST_OF_NIGHT);
  if (isAfterMidnight) return { day, time: { at: { ...at, hour: (at.hour % 12) + 24 }, said: "", isWhole } };
  return { day, time: { at: { ...at, hour: (at.hour % 12) + 12 }, said: "", isWhole } };
}

/** Nobody means the afternoon by "tonight at 5"; at four it is still night. */
const FIRST_OF_NIGHT = 5;

const PARTS: readonly (readonly [names: RegExp, isNight: boolean])[] = [
  [/\b(?:esta noche|(?:por )?la noche|noche|tonight)\b/u, true],
  [/\b(?:esta tarde|(?:por )?la tarde|tarde|(?:this )?(?:evening|afternoon))\b/u, false],
];

/** "a las 9 de la noche", "a las 22": what tells a time from a date is put into marks. */
function withMarks(said: string): string {
  return (
    inFigures(said)
      .replace(/\b12(:\d{2})? de la noche\b/gu, "12$1 am")
      .replace(/\b12(:\d{2})? de la manana\b/gu, "12$1 pm")
      // It says the same twice.
      .replace(/\b((?:1[3-9]|2[0-3])(?:[:.]\d{2})?) de la (?:tarde|noche)\b/gu, "$1")
      .replace(/\bde la (?:tarde|noche)\b|\bdel mediodia\b|\bin the (?:afternoon|evening)\b/gu, "pm")
      .replace(/\bde la (?:manana|madrugada)\b|\bin the morning\b/gu, "am")
      .replace(/\b(a las?|at) (\d{1,2})(?![\d:.h]|\s*[ap]\.?\s?m\b)/gu, "$1 $2h")
  );
}

/** A time of day alone: "21:30", "9", "21 h", "a las 9pm"; undefined for what is none. */
export function saidClock(text: string): Clock | undefined {
  const said = withMarks(folded(text))
    .replace(/^(?:a las?|at)\s+/u, "")
    .trim();
  const alone = { at: { hour: Number(said), minute: 0 }, said, isWhole: false };
  const time = /^\d{1,2}$/u.test(said) ? alone : timeIn(said);
  if (time === undefined || time.said.trim() !== said) return undefined;
  const { hour, minute } = time.at;
  return hour < 24 && minute < 60 ? time.at : undefined;
}

type Clock = Pick<WallTime, "hour" | "minute">;

interface Said {
  readonly at: Clock;
  readonly said: string;
  /** Whether it says itself which half of the day it is of. */
  readonly isWhole: boolean;
}

function timeIn(said: string): Said | undefined {
  const found =
    /(?<![\d/.-])(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2}))\s*(?:h\b|hs\b)?\s*(?<half>[ap]\.?\s?m\b\.?)?(?![\d/-])/u.exec(
      said,
    ) ??
    /(?<![\d/:.-])(?<hour>\d{1,2})\s*(?:(?:h|hs|horas)\b|(?<half>[ap]\.?\s?m\b\.?))(?![\d/-])/u.exec(said);
  if (!found) return undefined;
  const { hour: figure = "", minute = "0", half } = found.groups ?? {};
  const said12 = Number(figure);
  if (half !== undefined && (said12 < 1 || said12 > 12)) return undefined;
  const hour = half === undefined ? said12 : (said12 % 12) + (half.startsWith("p") ? 12 : 0);
  return { at: { hour, minute: Number(minute) }, said: found[0], isWhole: half !== undefined };
}

const WEEKDAYS: readonly RegExp[] = [
  /^(?:domingo|dom|sunday|sun)$/u,
  /^(?:lunes|lun|monday|mon)$/u,
  /^(?:martes|mar|tuesday|tue|tues)$/u,
  /^(?:miercoles|mie|wednesday|wed)$/u,
  /^(?:jueves|jue|thursday|thu|thurs)$/u,
  /^(?:viernes|vie|friday|fri)$/u,
  /^(?:sabado|sab|saturday|sat)$/u,
];

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:hoy|today)$/u, 0],
  [/^(?:manana|tomorrow)$/u, 1],
  [/^(?:pasado manana|day after tomorrow)$/u, 2],
];

function dayIn(said: string, today: WallTime, at: Clock, zone: string, now: Date): Day | undefined {
  const distance = RELATIVE.find(([names]) => names.test(said))?.[1];
  if (distance !== undefined) return addDays(today, distance);
  const weekday = WEEKDAYS.findIndex((names) => names.test(said));
  if (weekday >= 0) {
    const ahead = (weekday - weekdayOf(today) + 7) % 7;
    const next = addDays(today, ahead);
    const instant = ahead === 0 ? instantOf({ ...next, ...at }, zone)?.instant : undefined;
    return instant !== undefined && instant.getTime() <= now.getTime() ? addDays(today, 7) : next;
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(said);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const called = namedDate(said);
  if (called !== undefined) return thisYearOrNext(called, today, at, zone, now);
  // As it is written in Spanish, and nearly everywhere: the day first.
  const written = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/u.exec(said);
  if (!written) return undefined;
  const [, day, month, year] = written;
  return thisYearOrNext({ year, month: Number(month), day: Number(day) }, today, at, zone, now);
}

/** "4 diciembre", "viernes 4 diciembre 2026", "december 4th"; which day of the week it is, is not held against it. */
function namedDate(said: string): NamedDate | undefined {
  const [, first = "", ...others] =
    /^(?:\p{L}+ )?(?:(\d{1,2}) (\p{L}+)|(\p{L}+) (\d{1,2})(?:st|nd|rd|th)?)(?: (\d{4}))?$/u.exec(said) ?? [];
  const [second = "", third = "", fourth = "", year] = others;
  const month = MONTHS.findIndex((names) => names.test(second || third)) + 1;
  return month === 0 ? undefined : { year, month, day: Number(first || fourth) };
}

interface NamedDate {
  readonly year: string | undefined;
  readonly month: number;
  readonly day: number;
}

const MONTHS: readonly RegExp[] = [
  /^(?:enero|ene|january|jan)$/u,
  /^(?:febrero|feb|february)$/u,
  /^(?:marzo|mar|march)$/u,
  /^(?:abril|abr|april|apr)$/u,
  /^(?:mayo|may)$/u,
  /^(?:junio|jun|june)$/u,
  /^(?:julio|jul|july)$/u,
  /^(?:agosto|ago|august|aug)$/u,
  /^(?:septiembre|setiembre|sep|sept|september)$/u,
  /^(?:octubre|oct|october)$/u,
  /^(?:noviembre|nov|november)$/u,
  /^(?:diciembre|dic|december|dec)$/u,
];

/** Where no year is said: the next such day. */
function thisYearOrNext(
  { year, month, day }: NamedDate,
  today: WallTime,
  at: Clock,
  zone: string,
  now: Date,
): Day {
  const date = { year: Number(year ?? today.year), month, day };
  if (year !== undefined) return date;
  const instant = instantOf({ ...date, ...at }, zone)?.instant;
  return instant !== undefined && instant.getTime() <= now.getTime()
    ? { ...date, year: date.year + 1 }
    : date;
}

function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();
}
