/** What TMDB's visitors make of a film: popularity, votes and their average. */
import { z } from "zod";
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { VOTES_OF_A_RELEASE, voteCount } from "../../catalog/film.js";
import { eachRow, type FilmRow, filmRow } from "../../catalog/rows.js";
import { firstPlace } from "../../catalog/sorted.js";
import { filmRef, filmRefSchema, isoDate } from "../refs/film.js";

export const scoreSchema = z.object({
  film: filmRefSchema,
  popularity: z.number().nullable().describe("TMDB popularity: no unit, about 0 to 500"),
  rank: z.int().nullable().describe("1 is the most popular film"),
  ranked: z.int().describe("Films whose popularity is known"),
  voteAverage: z.number().nullable().describe("0 to 10"),
  voteCount: z.int().nullable().describe("Null where the sources tell no votes"),
  asOf: z.string().nullable().describe("Of when the popularity is, YYYY-MM-DD"),
});

export const votesSchema = z.object({
  film: filmRefSchema,
  voteCount: z.int().nullable().describe("Null where the sources tell no votes"),
  votesYear: z.int().nullable().describe("Year in which the votes were counted"),
  voteAverage: z.number().nullable().describe("0 to 10; null below the minimum"),
  minimum: z.int().describe("Votes below which no average is given"),
});

export type Score = z.infer<typeof scoreSchema>;
export type Votes = z.infer<typeof votesSchema>;

export function score(catalog: Catalog, row: FilmRow): Score {
  const { films } = catalog;
  const popularity = films.popularity.get(row) ?? null;
  return {
    film: filmRef(catalog, row),
    popularity,
    ...placeOf(catalog, popularity),
    voteAverage: films.voteAverage.get(row) ?? null,
    voteCount: voteCount(catalog, row) ?? null,
    asOf: popularity === null ? null : (figuresDate(catalog) ?? null),
  };
}

/** Where a popularity stands among those of all films. */
function placeOf(catalog: Catalog, popularity: number | null): Pick<Score, "rank" | "ranked"> {
  const sorted = sortedPopularity(catalog);
  if (popularity === null) return { rank: null, ranked: sorted.length };
  return {
    rank: 1 + sorted.length - firstPlace(0, sorted.length, (at) => (sorted[at] ?? popularity) <= popularity),
    ranked: sorted.length,
  };
}

/** The popularity of every film that has one, ascending. */
const sortedPopularity = oncePerCatalog(
  ({ films }): Float64Array =>
    Float64Array.from(
      { length: films.rowCount },
      (_, row) => films.popularity.get(filmRow(row)) ?? Number.NaN,
    )
      .filter((popularity) => !Number.isNaN(popularity))
      .sort(),
);

/**
 * The day of TMDB's popularity: the newest release of a film that has one and enough votes. Films without it may be
 * newer.
 */
const figuresDate = oncePerCatalog(({ films }): string | undefined => {
  let newest: number | undefined;
  for (const row of eachRow(films)) {
    if ((films.voteCount[row] ?? 0) < VOTES_OF_A_RELEASE || films.popularity.get(row) === undefined) continue;
    const day = films.releaseDate.get(row);
    if (day !== undefined && day > (newest ?? day - 1)) newest = day;
  }
  return newest === undefined ? undefined : isoDate(newest);
});

/** @param minimum with fewer votes an average says nothing and is not given */
export function votes(catalog: Catalog, row: FilmRow, minimum: number): Votes {
  const count = voteCount(catalog, row) ?? null;
  const average = catalog.films.voteAverage.get(row) ?? null;
  return {
    film: filmRef(catalog, row),
    voteCount: count,
    votesYear: catalog.films.votesYear.get(row) ?? null,
    voteAverage: count !== null && count >= minimum ? average : null,
    minimum,
  };
}
