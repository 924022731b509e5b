/** What single cells say. */

/** Undefined where it is no year of a film. */
export function yearIn(cell: string): number | undefined {
  const year = /^(?:18|19|20)\d\d$/.exec(cell)?.[0];
  return year === undefined ? undefined : Number(year);
}

/** "tt0114709" → 114709. */
export function imdbIn(cell: string): number | undefined {
  const digits = /^tt(\d{1,10})$/i.exec(cell)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export function idIn(cell: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(cell) ? Number(cell) : undefined;
}

const LEAST = 1;
const MOST = 10;

/**
 * A score from 1 to 10; undefined where none was given (empty, or 0). Half stars are whole points; what lies between two
 * points (only other programs write that) is rounded, halves up.
 * @param points what one of the list's units is worth: 2 for stars
 */
export function scoreIn(cell: string, points: number): number | undefined {
  if (!/^\d{1,2}(?:[.,]\d+)?$/.test(cell)) return undefined;
  const score = Math.round(Number(cell.replace(",", ".")) * points);
  return score < LEAST || score > MOST ? undefined : score;
}

/** Nobody rated a film here before. */
const EARLIEST = "1900-01-01";

/** "2024-01-05", or "Sat Dec 31 00:00:00 2016" → ISO 8601 at midnight; undefined where it is no past day. */
export function dayIn(cell: string, now: Date): string | undefined {
  const written = /^\d{4}-\d{2}-\d{2}$/.test(cell) ? cell : wordsIn(cell);
  if (written === undefined) return undefined;
  const day = new Date(`${written}T00:00:00.000Z`);
  // The 31st of February is none, and no day is after today.
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
  return isDay && written >= EARLIEST && day <= now ? day.toISOString() : undefined;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function wordsIn(cell: string): string | undefined {
  const [, month = "", day = "", year] =
    /^[a-z]{3} ([a-z]{3}) {1,2}(\d{1,2}) [\d:]{8} (\d{4})$/i.exec(cell) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (number === 0) return undefined;
  return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
