/** Figures of films that lie within bounds. What is unknown lies within none. */
import type { Catalog } from "../catalog/catalog.js";
import { voteCount } from "../catalog/film.js";
import type { FilmRow } from "../catalog/rows.js";
import type { Bound } from "./filter.js";

const MS_PER_DAY = 86_400_000;

/** Whether a film is within a bound. */
export function within(catalog: Catalog, bound: Bound): (film: FilmRow) => boolean {
  const { films } = catalog;
  switch (bound.kind) {
    case "year":
      return "least" in bound
        ? atLeast((film) => films.releaseDate.get(film), firstDay(bound.least))
        : atMost((film) => films.releaseDate.get(film), firstDay(bound.most + 1) - 1);
    case "minutes": {
      const minutes = (film: FilmRow) => films.runtime.get(film);
      return "least" in bound ? atLeast(minutes, bound.least) : atMost(minutes, bound.most);
    }
    case "average":
      return atLeast((film) => films.voteAverage.get(film), bound.least);
    case "votes":
      return atLeast((film) => voteCount(catalog, film), bound.least);
  }
}

type Figure = (film: FilmRow) => number | undefined;

function atLeast(figure: Figure, least: number): (film: FilmRow) => boolean {
  return (film) => (figure(film) ?? Number.NEGATIVE_INFINITY) >= least;
}

function atMost(figure: Figure, most: number): (film: FilmRow) => boolean {
  return (film) => (figure(film) ?? Number.POSITIVE_INFINITY) <= most;
}

/** The first day of a year, in days since 1970-01-01. */
function firstDay(year: number): number {
  return Date.UTC(year, 0, 1) / MS_PER_DAY;
}
