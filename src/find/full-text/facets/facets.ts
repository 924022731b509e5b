/** What a question says of films that is no matter of words: their genre, when and where they were made. */
import type { Catalog } from "../../../catalog/catalog.js";
import { releaseYear } from "../../../catalog/film.js";
import { eachRow, type FilmRow, type GenreRow } from "../../../catalog/rows.js";
import { type Evidence, FACT_SCALE, factByte } from "../evidence.js";
import { createCountries } from "./countries.js";
import { createGenres } from "./genres.js";
import { type Period, periodOf } from "./periods.js";

export interface Facet extends Evidence {
  readonly kind: "genre" | "period" | "country";
  /** How many words it takes, from the one it was looked for at. */
  readonly words: number;
}

/** "de Corea del Sur", "ciencia ficción", "película de TV". */
const LONGEST = 4;
/** By the place of a genre among those of a film: the first is what the film is, the last what it has. */
const BY_PLACE = [1, 0.75, 0.5, 0.35];
/** By how many genres a film has: what is of one alone is about nothing else. */
const BY_NUMBER = [1, 1, 0.85, 0.7];
/** A film of several countries is less of each. */
const BY_COUNTRY = [1, 0.7, 0.5];
const OF_PERIOD = 1;
/** What being of a genre, a time or a country is worth, beside a word of as many films. */
const WORTH = 3;

/** @returns the facet that the words name from a place on, the longest; undefined where they name none */
export function createFacets(
  catalog: Catalog,
): (words: readonly string[], at: number) => Facet | undefined {
  const genreOf = createGenres(catalog);
  const countriesOf = createCountries(catalog);
  const { films, countries } = catalog;

  const facet = (kind: Facet["kind"], words: number, rows: FilmRow[], value: (film: FilmRow) => number) => ({
    kind,
    words,
    films: rows,
    bytes: rows.map((film) => factByte(value(film))),
    scale: FACT_SCALE,
    worth: WORTH,
  });
  const shown = (row: FilmRow) => films.adult[row] === 0;
  const ofGenre = (genre: GenreRow, words: number) =>
    facet(
      "genre",
      words,
      [...catalog.genres.films.get(genre)].filter(shown),
      (film) => {
        const own = films.genres.get(film);
        return atOrLast(BY_PLACE, own.indexOf(genre)) * atOrLast(BY_NUMBER, own.length);
      },
    );

  return (words, at) => {
    const period = periodOf(words[at] ?? "", words[at - 1]);
    if (period !== undefined) {
      const rows = filmsOf(catalog, period).filter(shown);
      return rows.length === 0 ? undefined : facet("period", 1, rows, () => OF_PERIOD);
    }
    for (let count = Math.min(LONGEST, words.length - at); count > 0; count--) {
      const run = words.slice(at, at + count);
      const genre = genreOf(run);
      if (genre !== undefined) return ofGenre(genre, count);
      const from = countriesOf(run);
      if (from.length === 0) continue;
      const rows = [...new Set(from.flatMap((row) => [...countries.films.get(row)]))].sort((a, b) => a - b);
      const place = (film: FilmRow) =>
        Math.min(...from.map((row) => films.countries.get(film).indexOf(row)).filter((index) => index >= 0));
      return facet(
        "country",
        count,
        rows.filter(shown),
        (film) => atOrLast(BY_COUNTRY, place(film)),
      );
    }
    return undefined;
  };
}

function atOrLast(values: readonly number[], index: number): number {
  return values[Math.min(index, values.length - 1)] ?? 0;
}

function filmsOf(catalog: Catalog, { from, to }: Period): FilmRow[] {
  return [...eachRow(catalog.films)].filter((film) => {
    const year = releaseYear(catalog, film);
    return year !== undefined && year >= from && year <= to;
  });
}
