/** How many films are in each language and of each country, and how genres are rated. */
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { eachRow } from "../../catalog/rows.js";
import { inTurns, type Steps, stepping } from "../../steps.js";

export interface Counted {
  /** ISO code, or the English name of a genre. */
  readonly name: string;
  readonly count: number;
}

/** By original language, most films first. */
export function countLanguages({ languages }: Catalog): readonly Counted[] {
  return sorted(
    [...eachRow(languages)].map((row) => ({
      name: languages.code.get(row),
      count: languages.original.size(row),
    })),
  );
}

/** By country of production, most films first; a film counts in each. */
export function countCountries({ countries }: Catalog): readonly Counted[] {
  return sorted(
    [...eachRow(countries)].map((row) => ({
      name: countries.code.get(row),
      count: countries.films.size(row),
    })),
  );
}

function sorted(all: readonly Counted[]): readonly Counted[] {
  return all.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

/** Films with fewer votes have averages that tell little. */
export const RATED_VOTES = 50;

export interface RatedGenre extends Counted {
  /** Mean of the films' average votes. */
  readonly average: number;
}

/** The mean rating of each genre over its films with so many votes, best first. */
export const ratedGenres = oncePerCatalog((catalog) => inTurns(ratedSteps(catalog)));

function* ratedSteps({ films, genres }: Catalog): Steps<readonly RatedGenre[]> {
  const rated: RatedGenre[] = [];
  for (const row of eachRow(genres)) {
    let [sum, count] = [0, 0];
    yield* stepping(genres.films.get(row), (film) => {
      const average = films.voteAverage.get(film);
      if (average === undefined || (films.voteCount[film] ?? 0) < RATED_VOTES) return;
      sum += average;
      count++;
    });
    rated.push({ name: genres.name.get(row), count, average: sum / count });
  }
  return rated.filter(({ count }) => count > 0).sort((a, b) => b.average - a.average);
}
