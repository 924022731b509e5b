/** Of how many films each fact is known. */
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { voteCount } from "../../catalog/film.js";
import { eachRow, type FilmRow } from "../../catalog/rows.js";
import { inTurns, type Steps, stepping } from "../../steps.js";

export const FILM_FACTS = [
  "releaseDate",
  "day",
  "runtime",
  "genres",
  "countries",
  "originalLanguage",
  "directors",
  "cast",
  "overview",
  "synopsis",
  "poster",
  "titleEs",
  "keywords",
  "companies",
  "collection",
  "votes",
  "voteAverage",
  "budget",
  "revenue",
  "imdb",
] as const;

export type FilmFact = (typeof FILM_FACTS)[number];

const TESTS: Readonly<Record<FilmFact, (catalog: Catalog, film: FilmRow) => boolean>> = {
  releaseDate: ({ films }, film) => films.releaseDate.get(film) !== undefined,
  day: ({ films }, film) => films.releaseDate.get(film) !== undefined && films.yearOnly[film] === 0,
  runtime: ({ films }, film) => films.runtime.get(film) !== undefined,
  genres: ({ films }, film) => films.genres.size(film) > 0,
  countries: ({ films }, film) => films.countries.size(film) > 0,
  originalLanguage: ({ films }, film) => films.originalLanguage.get(film) !== undefined,
  directors: ({ films }, film) => films.directors.size(film) > 0,
  cast: ({ films }, film) => films.cast.size(film) > 0,
  overview: ({ films }, film) => films.overview.has(film),
  synopsis: ({ films }, film) => films.synopsis.has(film),
  poster: ({ films }, film) => films.poster.has(film),
  titleEs: ({ films }, film) => films.titleEs.has(film),
  keywords: ({ films }, film) => films.keywords.size(film) > 0,
  companies: ({ films }, film) => films.companies.size(film) > 0,
  collection: ({ films }, film) => films.collection.get(film) !== undefined,
  votes: (catalog, film) => voteCount(catalog, film) !== undefined,
  voteAverage: ({ films }, film) => films.voteAverage.get(film) !== undefined,
  budget: ({ films }, film) => films.budget.get(film) !== undefined,
  revenue: ({ films }, film) => films.revenue.get(film) !== undefined,
  imdb: ({ films }, film) => films.imdb.get(film) !== undefined,
};

export interface Completeness {
  readonly filmCount: number;
  /** Most complete first. */
  readonly facts: readonly { readonly fact: FilmFact; readonly known: number }[];
}

export const completeness = oncePerCatalog((catalog) => inTurns(completenessSteps(catalog)));

/** Films that are asked for one fact in one step. */
const FILMS_A_STEP = 256;

function* completenessSteps(catalog: Catalog): Steps<Completeness> {
  const counts = FILM_FACTS.map((fact) => ({ fact, known: 0 }));
  for (const count of counts) {
    const knows = TESTS[count.fact];
    const each = (film: FilmRow) => {
      if (knows(catalog, film)) count.known++;
    };
    yield* stepping(eachRow(catalog.films), each, FILMS_A_STEP);
  }
  const facts: Completeness["facts"] = counts;
  return { filmCount: catalog.films.rowCount, facts: facts.toSorted((a, b) => b.known - a.known) };
}
