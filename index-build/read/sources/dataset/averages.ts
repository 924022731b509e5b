/** Columns on another scale than the catalogue's, by the column as a whole: averages out of five or a hundred, seconds. */
import { columnName, type ReaderInput } from "../../formats/csv/row.js";
import type { ReadFilm } from "../../parts.js";

const HIGHEST = 10;
/** Above this share, values beyond ten are no slips. */
const SHARE = 1 / 3;
/** Fewer films say nothing of the scale. */
const ENOUGH = 10;
/** Where so many films have no average above five, these are stars. */
const ENOUGH_STARS = 20;
const STARS = 5;
/** Half of the films of a column are longer than this where it counts seconds; none are in minutes. */
const LONGEST_MEDIAN = 600;

/** Of a table's films, by the column as a whole: where few are above ten, these are unknown. */
export function scaleAverages(read: readonly ReadFilm[], input: ReaderInput): void {
  const above = read.filter(({ film }) => (film.voteAverage ?? 0) > HIGHEST);
  const rated = read.filter(({ film }) => (film.voteAverage ?? 0) > 0);
  const column = columnName(input, "voteAverage");
  const { report } = input.context;
  if (above.length === 0) {
    if (rated.length < ENOUGH_STARS || rated.some(({ film }) => (film.voteAverage ?? 0) > STARS)) return;
    report.add("scaled", { file: input.file, column, detail: "0–5 → 0–10" });
    for (const { film } of rated) film.voteAverage = (film.voteAverage ?? 0) * 2;
    return;
  }
  if (above.length < ENOUGH || above.length <= rated.length * SHARE) {
    for (const { film, place } of above) {
      report.add("bad-number", { ...place, column, detail: String(film.voteAverage) });
      film.voteAverage = undefined;
    }
    return;
  }
  report.add("scaled", { file: input.file, column, detail: "0–100 → 0–10" });
  for (const { film } of rated) film.voteAverage = Math.round(film.voteAverage ?? 0) / HIGHEST;
}

/** Runtimes that the whole column tells in seconds. */
export function scaleRuntimes(read: readonly ReadFilm[], input: ReaderInput): void {
  const timed = read.filter(({ film }) => film.runtime !== undefined);
  if (timed.length < ENOUGH) return;
  const sorted = timed.map(({ film }) => film.runtime ?? 0).sort((a, b) => a - b);
  if ((sorted[sorted.length >> 1] ?? 0) <= LONGEST_MEDIAN) return;
  input.context.report.add("scaled", {
    file: input.file,
    column: columnName(input, "runtime"),
    detail: "s → min",
  });
  for (const { film } of timed) film.runtime = Math.round((film.runtime ?? 0) / 60) || undefined;
}
