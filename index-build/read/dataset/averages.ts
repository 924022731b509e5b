/** Averages out of a hundred, scaled to those out of ten that the catalogue has. */
import { columnName, type ReaderInput } from "../csv/row.js";
import type { ReadFilm } from "../parts.js";

const HIGHEST = 10;
/** Above this share, values beyond ten are no slips. */
const SHARE = 1 / 3;
/** Fewer films say nothing of the scale. */
const ENOUGH = 10;

/** Of a table's films, by the column as a whole: where few are above ten, these are unknown. */
export function scaleAverages(read: readonly ReadFilm[], input: ReaderInput): void {
  const above = read.filter(({ film }) => (film.voteAverage ?? 0) > HIGHEST);
  if (above.length === 0) return;
  const rated = read.filter(({ film }) => (film.voteAverage ?? 0) > 0);
  const column = columnName(input, "voteAverage");
  const { report } = input.context;
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
