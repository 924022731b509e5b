/** What TMDB's visitors make of a film: popularity, votes and their average. */
import { z } from "zod";
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { VOTES_OF_A_RELEASE, voteCount } from "../../catalog/film.js";
import { eachRow, type FilmRow } from "../../catalog/rows.js";
import { filmRef, filmRefSchema, isoDate } from "../refs/film.js";

export const scoreSchema = z.object({
  film: filmRefSchema,
  popularity: z.number().nullable().describe("TMDB popularity: no unit, about 0 to 500"),
  voteAverage: z.number().nullable().describe("0 to 10"),
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
    voteAverage: films.voteAverage.get(row) ?? null,
    asOf: popularity === null ? null : (figuresDate(catalog) ?? null),
  };
}

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
