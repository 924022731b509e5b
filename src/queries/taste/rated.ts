/** A person's films as rows of the catalogue. */
import { type Catalog, filmById } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import type { OwnRating } from "../../recommend/ratings/own.js";
import { atOnce, type Steps, stepping } from "../../steps.js";

export interface RatedFilm {
  readonly row: FilmRow;
  /** From 1 to 10; undefined where it was seen and not rated. */
  readonly score: number | undefined;
}

/** Each film once, as it was rated last; films that the catalogue does not have are left out. */
export function ratedFilms(catalog: Catalog, ratings: readonly OwnRating[]): RatedFilm[] {
  return atOnce(ratedSteps(catalog, ratings));
}

export function* ratedSteps(catalog: Catalog, ratings: readonly OwnRating[]): Steps<RatedFilm[]> {
  const films = new Map<FilmRow, RatedFilm>();
  yield* stepping(ratings, ({ film, score }) => {
    const row = filmById(catalog, film);
    if (row !== undefined) films.set(row, { row, score: score ?? films.get(row)?.score });
  });
  return [...films.values()];
}

/** From this score on a film was loved. */
export const LOVED = 8;
