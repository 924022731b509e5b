/** Durations of platform titles: "113 min", "2 Seasons". */

export interface Duration {
  readonly int: number;
  readonly type: "min" | "season";
}

const DURATION = /^(\d{1,5}) ?(min|seasons?)$/i;

/** Undefined where the cell is no duration, or one of 0. */
export function parseDuration(cell: string): Duration | undefined {
  const [, digits, unit = ""] = DURATION.exec(cell.trim()) ?? [];
  const int = Number(digits);
  return int > 0 ? { int, type: unit.toLowerCase() === "min" ? "min" : "season" } : undefined;
}
