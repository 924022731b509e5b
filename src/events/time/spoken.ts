/** Times in words made times in figures: "a las nueve y media" is "a las 9:30", "half past nine" "9:30". Folded texts. */

const NAMES = [
  ["una", "one"],
  ["dos", "two"],
  ["tres", "three"],
  ["cuatro", "four"],
  ["cinco", "five"],
  ["seis", "six"],
  ["siete", "seven"],
  ["ocho", "eight"],
  ["nueve", "nine"],
  ["diez", "ten"],
  ["once", "eleven"],
  ["doce", "twelve"],
] as const;

const HOURS = new Map<string, number>(NAMES.flatMap((names, at) => names.map((name) => [name, at + 1])));
const HOUR = `(\\d{1,2}|${[...HOURS.keys()].join("|")})`;
const HALF =
  "(?=\\s*(?:[ap]\\.?\\s?m\\b|de la (?:manana|tarde|noche|madrugada)\\b|del mediodia\\b|in the \\w))";

const PARTS: Readonly<Record<string, number>> = {
  "y media": 30,
  "y cuarto": 15,
  "menos cuarto": -15,
  "half past": 30,
  "quarter past": 15,
  "a quarter past": 15,
  "quarter to": -15,
  "a quarter to": -15,
};

const AFTER = new RegExp(`\\b(?:(?:a )?las? )?${HOUR} (y media|y cuarto|menos cuarto)\\b`, "gu");
const BEFORE = new RegExp(`\\b(?:at )?((?:a )?quarter (?:past|to)|half past) ${HOUR}\\b`, "gu");
const MARKED = new RegExp(`\\b(?:(?:a )?(las?)|(at)) ${HOUR}\\b`, "gu");
const HALVED = new RegExp(`\\b${HOUR}${HALF}`, "gu");

export function inFigures(said: string): string {
  return said
    .replace(AFTER, (_, hour: string, part: string) => clock(hour, part))
    .replace(BEFORE, (_, part: string, hour: string) => clock(hour, part))
    .replace(
      MARKED,
      (_, las: string | undefined, _at, hour: string) => `${las ? "a las" : "at"} ${figure(hour)}`,
    )
    .replace(HALVED, (_, hour: string) => figure(hour))
    .replace(/(?<!del )(?<!\d )\b(?:al? )?(?:mediodia|noon|midday)\b/gu, "12:00")
    .replace(/\b(?:a )?(?:medianoche|midnight)\b/gu, "0:00");
}

function figure(hour: string): string {
  return String(HOURS.get(hour) ?? hour);
}

function clock(hour: string, part: string): string {
  const minutes = Number(figure(hour)) * 60 + (PARTS[part] ?? 0);
  // A quarter to one is one of the figures of a clock's face.
  const whole = Math.floor(minutes / 60) || 12;
  return `${whole}:${String(minutes % 60).padStart(2, "0")}`;
}
