/** Durations: "113 min", "2 Seasons", "1h 53m", "1 hora y 53 minutos", "01:53:00", "PT1H53M", "2 temporadas", "113". */

export interface Duration {
  readonly int: number;
  readonly type: "min" | "season";
}

const DURATION = /^(\d{1,5})(?:[.,]0)? ?(min|mins|minutes?|minutos?|seasons?|temporadas?)\.?$/i;
const HOURS =
  /^(?:PT)?(\d{1,2}) ?(?:h|hr|hrs|hours?|horas?)\.?,? ?(?:(?:and |y )?(\d{1,3}) ?(?:m|min|mins|minutes?|minutos?|['′])?\.?)?(?: ?0?0 ?s)?$/i;
const MINUTES_ALONE = /^(?:PT)?(\d{1,5}) ?(?:m|['′])$/i;
/** As a clock, or as pandas prints it. */
const CLOCK = /^(?:0 days )?(\d{1,2}):(\d{2})(?::\d{2}(?:\.0+)?)?$/;
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
  const alone = MINUTES_ALONE.exec(text)?.[1];
  if (alone !== undefined) return durationOf(Number(alone), "min");
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
