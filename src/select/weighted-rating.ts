/** What "best" and "worst" are ordered by. */
import type { Catalog } from "../catalog/catalog.js";
import type { FilmRow } from "../catalog/rows.js";

/** Votes at which a film's own average weighs as much as the common one. */
export const BAYES_VOTES = 300;
export const COMMON_AVERAGE = 6;

/**
 * Average vote, drawn towards the common one where few voted. 0–10; the common one for a film without votes.
 * @param prior votes of the common average that every film is given
 */
export function weightedRating(
  { films }: Pick<Catalog, "films">,
  row: FilmRow,
  prior: number = BAYES_VOTES,
): number {
  const count = films.voteCount[row] ?? 0;
  const average = films.voteAverage.get(row) ?? COMMON_AVERAGE;
  return (average * count + COMMON_AVERAGE * prior) / (count + prior);
}
