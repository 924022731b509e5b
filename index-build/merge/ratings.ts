/** Ratings by MovieLens id → ratings of films, summed up and one by one. */

import { userHash } from "../read/dataset/rating-rows.js";
import type { ReadRatings, SourceParts } from "../read/parts.js";
import type { FilmRecord, RatingSummary, UserRatingLists } from "../records.js";
import type { BuildReport } from "../report.js";

export interface MergedRatings {
  readonly ratings: ReadonlyMap<number, RatingSummary>;
  readonly userRatings: UserRatingLists;
}

/** The ratings of the largest ratings file: the smaller ones are cut out of it, and would count twice. */
export function mergeRatings(
  films: ReadonlyMap<number, FilmRecord>,
  parts: SourceParts,
  report: BuildReport,
): MergedRatings {
  const [largest, ...smaller] = [...parts.ratings].sort((a, b) => b.rows - a.rows);
  for (const { file, rows } of smaller) report.add("smaller-ratings", { file, detail: String(rows) });
  if (largest === undefined) return { ratings: new Map(), userRatings: NO_RATINGS };
  const filmOf = (movieId: number) => {
    const filmId = parts.links.get(movieId);
    return filmId !== undefined && films.has(filmId) ? filmId : undefined;
  };
  return { ratings: summaries(largest, filmOf, report), userRatings: userLists(largest, filmOf) };
}

const NO_RATINGS: UserRatingLists = {
  offsets: new Int32Array(1),
  films: new Int32Array(0),
  stars: new Uint8Array(0),
};

type FilmOf = (movieId: number) => number | undefined;

function summaries(
  { file, byMovie }: ReadRatings,
  filmOf: FilmOf,
  report: BuildReport,
): Map<number, RatingSummary> {
  const ratings = new Map<number, RatingSummary>();
  for (const [movieId, summary] of byMovie) {
    const filmId = filmOf(movieId);
    if (filmId === undefined) {
      report.add("ratings-without-film", { file, detail: String(movieId) });
      continue;
    }
    // A few films have several MovieLens ids.
    const known = ratings.get(filmId) ?? { count: 0, sum: 0, likes: 0 };
    ratings.set(filmId, {
      count: known.count + summary.count,
      sum: known.sum + summary.sum,
      likes: known.likes + summary.likes,
    });
  }
  return new Map([...ratings].sort(([a], [b]) => a - b));
}

/** By user, in an order that says nothing of them; of several ratings of one film the highest counts. */
function userLists({ sample: { users, movies, stars } }: ReadRatings, filmOf: FilmOf): UserRatingLists {
  const byUser = new Map<number, number[]>();
  for (const [row, user] of users.entries()) {
    const rows = byUser.get(user);
    if (rows === undefined) byUser.set(user, [row]);
    else rows.push(row);
  }
  const inOrder = [...byUser].sort(([a], [b]) => userHash(a) - userHash(b) || a - b);
  const offsets = new Int32Array(inOrder.length + 1);
  const films = new Int32Array(users.length);
  const kept = new Uint8Array(users.length);
  let size = 0;
  for (const [at, [, rows]] of inOrder.entries()) {
    const best = new Map<number, number>();
    for (const row of rows) {
      const film = filmOf(movies[row]);
      if (film !== undefined) best.set(film, Math.max(best.get(film) ?? 0, stars[row]));
    }
    for (const [film, given] of best) {
      films[size] = film;
      kept[size++] = given;
    }
    offsets[at + 1] = size;
  }
  return { offsets, films: films.slice(0, size), stars: kept.slice(0, size) };
}
