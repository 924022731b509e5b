/** Ratings, one a row: those of MovieLens out of five (26 million in the published file), others out of ten or a hundred. */
import { parseId, parseNumber } from "../../../clean/values/numbers.js";
import type { RatingSummary } from "../../../records.js";
import type { ReportPlace } from "../../../report.js";
import { columnName, type ReaderInput, type RowReader } from "../../formats/csv/row.js";
import type { Fact } from "../../layouts/layout.js";
import type { RatedBy } from "../../parts.js";
import { imdbNumberOf } from "./imdb-ids.js";
import { movieLensFilmsReader } from "./movielens-films.js";
import { RatingSample } from "./rating-rows.js";

/** Scales that ratings are told in, by their highest. */
const SCALES = [5, 10, 100] as const;
type Scale = (typeof SCALES)[number];

/** Stars out of five from which on a film was liked. */
const LIKED = 4;
/** Where more than this share lies above a scale, it is not the file's. */
const SHARE = 1 / 3;
/** Places that are kept of ratings that are told if they lie beyond the file's scale. */
const PLACES_KEPT = 20;

/** What lies above one scale and within the next, as it stands. */
interface Band {
  readonly scale: Scale;
  readonly byMovie: Map<number, RatingSummary>;
  count: number;
  readonly places: ReportPlace[];
}

/** Columns by which films may go, surest first. */
const ID_COLUMNS: readonly [IdColumn, ...IdColumn[]] = [
  { fact: "tmdbId", by: "tmdb" },
  { fact: "movieId", by: "movie" },
  { fact: "itemId", by: "item" },
  { fact: "imdbId", by: "imdb" },
];

interface IdColumn {
  readonly fact: Fact;
  readonly by: RatedBy;
}

export function ratingsReader(input: ReaderInput): RowReader {
  const { file, columns, context } = input;
  const userColumn = columns.get("userId") ?? -1;
  const ids = ID_COLUMNS.find(({ fact }) => columns.has(fact)) ?? ID_COLUMNS[0];
  const movieColumn = columns.get(ids.fact) ?? -1;
  const idOf = ids.by === "imdb" ? imdbNumberOf : parseId;
  const ratingColumn = columns.get("rating") ?? -1;
  const bands = SCALES.map((scale): Band => ({ scale, byMovie: new Map(), count: 0, places: [] }));
  const [first] = bands;
  const sample = new RatingSample();
  const films = columns.has("title") && columns.has("genres") ? movieLensFilmsReader(input) : undefined;
  const named = new Set<number>();
  return {
    // No `Row` here: it would be one more object for each of the 26 million.
    row(cells, line) {
      const movieId = idOf(cells[movieColumn] ?? "");
      const rating = parseNumber(decimalPoint(cells[ratingColumn] ?? ""));
      const band = rating === undefined ? undefined : bandOf(bands, rating);
      if (movieId === undefined || rating === undefined || band === undefined) {
        const column = columnName(input, movieId === undefined ? ids.fact : "rating");
        context.report.add("bad-rating", { file, line, column, detail: cells.join(",") });
        return;
      }
      if (films !== undefined && !named.has(movieId)) {
        named.add(movieId);
        films.row(cells, line);
      }
      band.count += 1;
      if (band !== first && band.places.length < PLACES_KEPT)
        band.places.push({ file, line, column: columnName(input, "rating"), detail: cells.join(",") });
      const summary = band.byMovie.get(movieId) ?? { count: 0, sum: 0, likes: 0 };
      if (summary.count === 0) band.byMovie.set(movieId, summary);
      summary.count += 1;
      summary.sum += rating;
      if (rating >= (LIKED * band.scale) / 5) summary.likes += 1;
      // A rating by nobody counts for its film, and tells of no taste.
      const userId = parseId(cells[userColumn] ?? "");
      if (userId !== undefined) sample.add(userId, movieId, rating);
    },
    finish(parts) {
      films?.finish(parts);
      const scale = scaleOf(bands);
      const within = bands.filter((band) => band.scale <= scale);
      for (const { count, places } of bands.filter((band) => band.scale > scale))
        for (let at = 0; at < count; at++) context.report.add("bad-rating", places[at] ?? { file });
      if (scale !== 5) {
        const column = columnName(input, "rating");
        context.report.add("scaled", { file, column, detail: `0–${scale} → 0–5` });
      }
      const rows = within.reduce((sum, { count }) => sum + count, 0);
      const byMovie = joined(within, scale);
      parts.ratings.push({ file, rows, by: ids.by, byMovie, sample: sample.rows(scale) });
      return rows;
    },
  };
}

function bandOf(bands: readonly Band[], rating: number): Band | undefined {
  return rating < 0.5 ? undefined : bands.find(({ scale }) => rating <= scale);
}

/** The lowest scale above which few ratings lie. */
function scaleOf(bands: readonly Band[]): Scale {
  const all = bands.reduce((sum, { count }) => sum + count, 0);
  let above = all;
  for (const { scale, count } of bands) {
    above -= count;
    if (above <= all * SHARE) return scale;
  }
  return 100;
}

/** By film, out of five: of what lay within a lower scale nothing was liked on a higher one. */
function joined(bands: readonly Band[], scale: Scale): ReadonlyMap<number, RatingSummary> {
  const factor = 5 / scale;
  const highest = bands.at(-1);
  const [only] = bands;
  if (bands.length === 1 && only !== undefined) return only.byMovie;
  const all = new Map<number, RatingSummary>();
  for (const band of bands) {
    for (const [movieId, { count, sum, likes }] of band.byMovie) {
      const known = all.get(movieId) ?? { count: 0, sum: 0, likes: 0 };
      known.count += count;
      known.sum += sum * factor;
      if (band === highest) known.likes += likes;
      all.set(movieId, known);
    }
  }
  return all;
}

function decimalPoint(cell: string): string {
  return cell.includes(",") ? cell.replace(",", ".") : cell;
}
