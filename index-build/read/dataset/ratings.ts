/** A ratings file of MovieLens: one rating a row, 26 million in the published one. */
import { parseId, parseWithin } from "../../clean/numbers.js";
import type { RatingSummary } from "../../records.js";
import type { CsvKind, ReaderInput, RowReader } from "../csv/row.js";
import { RatingSample } from "./rating-rows.js";

/** Stars from which on a film was liked. */
const LIKED = 4;

export const ratings: CsvKind = {
  kind: "ratings",
  required: ["userid", "movieid", "rating"],
  optional: ["timestamp"],
  marks: ["userid"],
  reader: ratingsReader,
};

function ratingsReader(input: ReaderInput): RowReader {
  const { file, columns, context } = input;
  const userColumn = columns.get("userid") ?? -1;
  const movieColumn = columns.get("movieid") ?? -1;
  const ratingColumn = columns.get("rating") ?? -1;
  const byMovie = new Map<number, RatingSummary>();
  const sample = new RatingSample();
  let kept = 0;
  return {
    // No `Row` here: it would be one more object for each of the 26 million.
    row(cells, line) {
      const movieId = parseId(cells[movieColumn] ?? "");
      const stars = parseWithin(cells[ratingColumn] ?? "", 0.5, 5);
      if (movieId === undefined || stars === undefined) {
        const column = movieId === undefined ? "movieId" : "rating";
        context.report.add("bad-rating", { file, line, column, detail: cells.join(",") });
        return;
      }
      kept += 1;
      const summary = byMovie.get(movieId) ?? { count: 0, sum: 0, likes: 0 };
      if (summary.count === 0) byMovie.set(movieId, summary);
      summary.count += 1;
      summary.sum += stars;
      if (stars >= LIKED) summary.likes += 1;
      // A rating by nobody counts for its film, and tells of no taste.
      const userId = parseId(cells[userColumn] ?? "");
      if (userId !== undefined) sample.add(userId, movieId, stars);
    },
    finish(parts) {
      parts.ratings.push({ file, rows: kept, byMovie, sample: sample.rows() });
      return kept;
    },
  };
}
