/** What TMDB's visitors make of a film: popularity, votes and their average. */
import { z } from "zod";
import type { Catalog } from "../catalog/catalog.js";
import { filmRef, filmRefSchema } from "./film.js";

export const scoreSchema = z.object({
  film: filmRefSchema,
  popularity: z.number().nullable().describe("TMDB popularity: no unit, about 0 to 500"),
  voteAverage: z.number().nullable().describe("0 to 10"),
});

export const votesSchema = z.object({
  film: filmRefSchema,
  voteCount: z.int(),
  voteAverage: z.number().nullable().describe("0 to 10; null below the minimum"),
  minimum: z.int().describe("Votes below which no average is given"),
});

export type Score = z.infer<typeof scoreSchema>;
export type Votes = z.infer<typeof votesSchema>;

export function score(catalog: Catalog, row: number): Score {
  const { films } = catalog;
  return {
    film: filmRef(catalog, row),
    popularity: films.popularity.get(row) ?? null,
    voteAverage: films.voteAverage.get(row) ?? null,
  };
}

/** @param minimum with fewer votes an average says nothing and is not given */
export function votes(catalog: Catalog, row: number, minimum: number): Votes {
  const voteCount = catalog.films.voteCount[row];
  const average = catalog.films.voteAverage.get(row) ?? null;
  return {
    film: filmRef(catalog, row),
    voteCount,
    voteAverage: voteCount >= minimum ? average : null,
    minimum,
  };
}

/** Votes at which a film's own average weighs as much as the common one. */
const BAYES_VOTES = 300;
const COMMON_AVERAGE = 6;

/** Average vote, drawn towards the common one where few voted: what "best" is sorted by. 0–10. */
export function weightedRating(catalog: Catalog, row: number): number {
  const count = catalog.films.voteCount[row];
  const average = catalog.films.voteAverage.get(row) ?? COMMON_AVERAGE;
  return (average * count + COMMON_AVERAGE * BAYES_VOTES) / (count + BAYES_VOTES);
}
