/** Ratings by MovieLens id → ratings of films, summed up and one by one. */

import type { ReadRatings, SourceParts } from "../read/parts.js";
import { joinRows, userHash } from "../read/sources/dataset/rating-rows.js";
import type { FilmRecord, RatingSummary, UserRatingLists } from "../records.js";
import type { BuildReport } from "../report.js";

export interface MergedRatings {
  readonly ratings: ReadonlyMap<number, RatingSummary>;
  readonly userRatings: UserRatingLists;
}

/**
 * The ratings of the largest ratings file, and of those that are further parts of it. Smaller ones that are cut out of
 * it would count twice.
 */
export function mergeRatings(
  films: ReadonlyMap<number, FilmRecord>,
  parts: SourceParts,
  report: BuildReport,
): MergedRatings {
  const all = joinParts(parts, report);
  if (all === undefined) return { ratings: knownOnly(parts.ratingSummaries, films), userRatings: NO_RATINGS };
  const filmOf = (movieId: number) => {
    const filmId = movieId < 0 ? -movieId : parts.links.get(movieId);
    return filmId !== undefined && films.has(filmId) ? filmId : undefined;
  };
  return { ratings: summaries(all, filmOf, report), userRatings: userLists(all, filmOf) };
}

function knownOnly(
  summaries: ReadonlyMap<number, RatingSummary>,
  films: ReadonlyMap<number, FilmRecord>,
): ReadonlyMap<number, RatingSummary> {
  return new Map([...summaries].filter(([id]) => films.has(id)));
}

/** Of a file that is cut out of another one, more of the ratings than this stand in that one too. */
const SHARED = 0.002;

function joinParts({ ratings: files, links }: SourceParts, report: BuildReport): ReadRatings | undefined {
  const [largest, ...smaller] = [...files].sort((a, b) => b.rows - a.rows);
  if (largest === undefined) return undefined;
  let all = largest;
  for (const one of smaller) {
    const { file, rows } = one;
    if (sharedRatings(all, one, links) > SHARED) {
      report.add("smaller-ratings", { file, detail: String(rows) });
      continue;
    }
    report.add("ratings-in-parts", { file, detail: `${rows} + ${all.rows}` });
    all = {
      file: all.file,
      by: all.by,
      rows: all.rows + rows,
      byMovie: joinSummaries(all.byMovie, one.byMovie),
      sample: joinRows([all.sample, one.sample]),
    };
  }
  return all;
}

/** Which part of the ratings of `small` are of a user and a film that `large` has too, as far as its users were kept. */
function sharedRatings(
  { sample: large }: ReadRatings,
  { sample: small }: ReadRatings,
  links: SourceParts["links"],
): number {
  // Ids of MovieLens are those of TMDB below 0 where the other file has these.
  const hasTmdb = [large, small].some(({ movies }) => movies.some((movie) => movie < 0));
  const keyOf = (movie: number): number => (hasTmdb && movie > 0 ? -(links.get(movie) ?? 0) : movie);
  const rated = new Map<number, Set<number>>();
  let compared = 0;
  for (const [row, user] of small.users.entries()) {
    if (userHash(user) >= large.limit) continue;
    compared += 1;
    const known = rated.get(user) ?? new Set();
    rated.set(user, known.add(keyOf(small.movies[row])));
  }
  let shared = 0;
  for (const [row, user] of large.users.entries()) {
    if (rated.get(user)?.has(keyOf(large.movies[row])) === true) shared += 1;
  }
  return compared === 0 ? 1 : shared / compared;
}

function joinSummaries(
  a: ReadonlyMap<number, RatingSummary>,
  b: ReadonlyMap<number, RatingSummary>,
): ReadonlyMap<number, RatingSummary> {
  const joined = new Map(a);
  for (const [id, one] of b) {
    const known = joined.get(id);
    joined.set(id, known === undefined ? one : added(known, one));
  }
  return joined;
}

function added(a: RatingSummary, b: RatingSummary): RatingSummary {
  return { count: a.count + b.count, sum: a.sum + b.sum, likes: a.likes + b.likes };
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
    ratings.set(filmId, added(ratings.get(filmId) ?? { count: 0, sum: 0, likes: 0 }, summary));
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
