/** What a question says of films that is no matter of words: their genre, when and where they were made. */
import type { Catalog } from "../../../catalog/catalog.js";
import { releaseYear } from "../../../catalog/film.js";
import {
  type CountryRow,
  eachRow,
  type FilmRow,
  type GenreRow,
  type LanguageRow,
} from "../../../catalog/rows.js";
import { type Evidence, FACT_SCALE, factByte } from "../evidence.js";
import { createCountries } from "./countries.js";
import { createGenres } from "./genres.js";
import { type Period, periodAt } from "./periods.js";

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
/** A film in another language than its country's is mostly another country's, which that one paid for in part. */
const FOREIGN = 0.35;
/** What so few of a country's own films are in is not its language. */
const SPOKEN_SHARE = 0.1;
/** Films for the whole world are in English wherever they are made. */
const ENGLISH_SHARE = 0.4;
/** What being of a genre, a time or a country is worth, beside a word of as many films. */
const WORTH = 3;

/** @returns the facet that the words name from a place on, the longest; undefined where they name none */
export function createFacets(catalog: Catalog): (words: readonly string[], at: number) => Facet | undefined {
  const genreOf = createGenres(catalog);
  const countriesOf = createCountries(catalog);
  const { films, countries } = catalog;
  const years = Int16Array.from(eachRow(films), (film) => releaseYear(catalog, film) ?? 0);

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
    facet("genre", words, [...catalog.genres.films.get(genre)].filter(shown), (film) => {
      const own = films.genres.get(film);
      return atOrLast(BY_PLACE, own.indexOf(genre)) * atOrLast(BY_NUMBER, own.length);
    });

  const ofPeriod = ({ from, to }: Period, words: number) => {
    const rows = [...eachRow(films)].filter(
      (film) => years[film] >= from && years[film] <= to && shown(film),
    );
    return rows.length === 0 ? undefined : facet("period", words, rows, () => 1);
  };
  const ofCountries = (from: readonly CountryRow[], words: number) => {
    const rows = [...new Set(from.flatMap((row) => [...countries.films.get(row)]))].sort((a, b) => a - b);
    const spoken = languagesOf(catalog, rows);
    return facet("country", words, rows.filter(shown), (film) => {
      const own = films.countries.get(film);
      const place = Math.min(...from.map((row) => own.indexOf(row)).filter((index) => index >= 0));
      const language = films.originalLanguage.get(film);
      return atOrLast(BY_COUNTRY, place) * (language === undefined || spoken.has(language) ? 1 : FOREIGN);
    });
  };

  return (words, at) => {
    const time = periodAt(words, at);
    const period = time && ofPeriod(time.period, time.words);
    if (period !== undefined) return period;
    for (let count = Math.min(LONGEST, words.length - at); count > 0; count--) {
      const run = words.slice(at, at + count);
      const genre = genreOf(run);
      if (genre !== undefined) return ofGenre(genre, count);
      const from = countriesOf(run);
      if (from.length > 0) return ofCountries(from, count);
    }
    return undefined;
  };
}

/** Original languages of the films that were made there alone, but for those of few: what is spoken there. */
function languagesOf(
  { films, languages }: Pick<Catalog, "films" | "languages">,
  rows: readonly FilmRow[],
): ReadonlySet<LanguageRow> {
  const counts = new Map<LanguageRow, number>();
  let counted = 0;
  for (const film of rows) {
    const language = films.originalLanguage.get(film);
    if (language === undefined || films.countries.size(film) > 1) continue;
    counts.set(language, (counts.get(language) ?? 0) + 1);
    counted++;
  }
  const isSpoken = ([language, count]: [LanguageRow, number]) =>
    count >= counted * (languages.code.get(language) === "en" ? ENGLISH_SHARE : SPOKEN_SHARE);
  return new Set([...counts].filter(isSpoken).map(([language]) => language));
}

function atOrLast(values: readonly number[], index: number): number {
  return values[Math.min(index, values.length - 1)] ?? 0;
}
