/** What the best rated films of somebody, or of several, have in common: genres, decades, people, countries. */
import type { FilmRow } from "../../catalog/rows.js";
import { atOnce, type Steps, stepping } from "../../steps.js";
import type { RatedFilm } from "./rated.js";

/** How often a film was seen and rated, and what its scores add up to. */
export interface Tally {
  readonly row: FilmRow;
  readonly seen: number;
  readonly rated: number;
  readonly sum: number;
}

/** One person's film. */
export function tallyOf({ row, score }: RatedFilm): Tally {
  return { row, seen: 1, rated: score === undefined ? 0 : 1, sum: score ?? 0 };
}

export interface Favourite<Trait> {
  readonly trait: Trait;
  /** Films that have it, rated or not. */
  readonly seen: number;
  readonly rated: number;
  /** Mean score; null where none was rated. */
  readonly average: number | null;
  /** How much higher than all it is rated, drawn to 0 where few are. */
  readonly lift: number;
}

/**
 * As many films of the person's mean score are given to every trait. A genre, a country or a decade has many: three good
 * ones beside twenty of another kind are no favourite. Of one director nobody sees so many.
 */
export const KIND_PRIOR = 8;
export const PEOPLE_PRIOR = 3;

interface Wanted {
  /** Fewer films say nothing. */
  readonly least: number;
  readonly most: number;
  readonly prior: number;
}

/**
 * Traits by how much better than others their films are rated, best first; where nothing was rated, by how many were
 * seen. What is rated no better than the rest is no favourite.
 * @param mean of the person's scores; null where there are none
 */
export function favourites<Trait>(
  films: readonly Tally[],
  mean: number | null,
  traitsOf: (row: FilmRow) => Iterable<Trait>,
  wanted: Wanted,
): Favourite<Trait>[] {
  return atOnce(favouriteSteps(films, mean, traitsOf, wanted));
}

export function* favouriteSteps<Trait>(
  films: readonly Tally[],
  mean: number | null,
  traitsOf: (row: FilmRow) => Iterable<Trait>,
  { least, most, prior }: Wanted,
): Steps<Favourite<Trait>[]> {
  const all = yield* traitSteps(films, mean, traitsOf, prior);
  return all
    .filter(({ seen, rated, lift }) => (mean === null ? seen >= least : rated >= least && lift > 0))
    .sort((a, b) => b.lift - a.lift || b.seen - a.seen)
    .slice(0, most);
}

/** All traits of the films. @param traitsOf each once */
export function traits<Trait>(
  films: readonly Tally[],
  mean: number | null,
  traitsOf: (row: FilmRow) => Iterable<Trait>,
  prior: number,
): Favourite<Trait>[] {
  return atOnce(traitSteps(films, mean, traitsOf, prior));
}

function* traitSteps<Trait>(
  films: readonly Tally[],
  mean: number | null,
  traitsOf: (row: FilmRow) => Iterable<Trait>,
  prior: number,
): Steps<Favourite<Trait>[]> {
  const sums = new Map<Trait, { seen: number; rated: number; sum: number }>();
  yield* stepping(films, ({ row, seen, rated, sum }) => {
    for (const trait of traitsOf(row)) {
      const known = sums.get(trait) ?? { seen: 0, rated: 0, sum: 0 };
      known.seen += seen;
      known.rated += rated;
      known.sum += sum;
      sums.set(trait, known);
    }
  });
  return [...sums].map(([trait, { seen, rated, sum }]) => ({
    trait,
    seen,
    rated,
    average: rated === 0 ? null : sum / rated,
    lift: mean === null ? 0 : (sum - mean * rated) / (rated + prior),
  }));
}
