/** Durations of platform titles: "113 min", "2 Seasons", "1h 53m", "2 temporadas", "113". */

export interface Duration {
  readonly int: number;
  readonly type: "min" | "season";
}

const DURATION = /^(\d{1,5})(?:[.,]0)? ?(min|mins|minutes?|minutos?|seasons?|temporadas?)\.?$/i;
const HOURS =
  /^(\d{1,2}) ?(?:h|hr|hrs|hours?|horas?)\.? ?(?:(\d{1,2}) ?(?:m|min|mins|minutes?|minutos?)?\.?)?$/i;
const CLOCK = /^(\d{1,2}):(\d{2})(?::\d{2})?$/;
const BARE = /^(\d{1,5})(?:[.,]0{1,2})?$/;

/**
 * Undefined where the cell is no duration, or one of 0.
 * @param bare what a number without a unit counts; it is none unless said
 */
export function parseDuration(cell: string, bare?: Duration["type"]): Duration | undefined {
  const text = cell.trim();
  const [, digits, unit = ""] = DURATION.exec(text) ?? [];
  if (digits !== undefined) return durationOf(Number(digits), /^m/i.test(unit) ? "min" : "season");
  const [, hours, minutes = "0"] = HOURS.exec(text) ?? CLOCK.exec(text) ?? [];
  if (hours !== undefined) return durationOf(Number(hours) * 60 + Number(minutes), "min");
  const number = bare === undefined ? undefined : BARE.exec(text)?.[1];
  return number === undefined || bare === undefined ? undefined : durationOf(Number(number), bare);
}

/** A number and its unit in a column each: "2", "seasons". */
export function parseDurationParts(
  number: string,
  unit: string,
  bare: Duration["type"],
): Duration | undefined {
  return parseDuration(`${number.trim()} ${unit.trim()}`, bare) ?? parseDuration(number, bare);
}

function durationOf(int: number, type: Duration["type"]): Duration | undefined {
  return int > 0 ? { int, type } : undefined;
}
