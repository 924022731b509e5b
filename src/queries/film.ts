/** A film as results name it. */
import type { Catalog } from "../catalog/catalog.js";
import { type FilmTitles, filmTitles, isAdult, releaseYear } from "../catalog/film.js";

export { isAdult, releaseDate, shownTitle } from "../catalog/film.js";
export { filmLabel } from "../catalog/labels.js";

export interface FilmRef extends FilmTitles {
  /** TMDB id. */
  readonly id: number;
  readonly year: number | null;
}

export function filmRef(catalog: Catalog, row: number): FilmRef {
  return { id: catalog.films.id[row], year: releaseYear(catalog, row) ?? null, ...filmTitles(catalog, row) };
}

/** The first `count` of some film rows that may be named. Rows come most voted first, so these are the best known. */
export function bestKnown(catalog: Catalog, rows: Iterable<number>, count: number): FilmRef[] {
  const films: FilmRef[] = [];
  for (const row of rows) {
    if (films.length === count) break;
    if (!isAdult(catalog, row)) films.push(filmRef(catalog, row));
  }
  return films;
}
