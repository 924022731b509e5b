/** What a question says of films that is no matter of words: their genre, when and where they were made. */
import type { Catalog } from "../../../catalog/catalog.js";
import { releaseYear } from "../../../catalog/film.js";
import {
  type CountryRow,
  eachRow,
  type FilmRow,
  filmRow,
  type GenreRow,
  type LanguageRow,
  type Rows,
} from "../../../catalog/rows.js";
import { type Evidence, FACT_SCALE, factByte } from "../evidence.js";
import { createCountries } from "./countries.js";
import { createGenres } from "./genres.js";
import { type Period, periodAt } from "./periods.js";

export interface Facet {
  readonly kind: "genre" | "period" | "country";
  /** How many words it takes, from the one it was looked for at. */
  readonly words: number;
  /** Its films. */
  evidence(): Evidence;
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

  const knownYears = new Set(years);
  /** What was made once is kept: there are some dozens of genres, countries and decades. */
  const made = new Map<string, Evidence>();
  const once = (name: string, make: () => Evidence): Evidence => {
    const evidence = made.get(name) ?? make();
    made.set(name, evidence);
    return evidence;
  };
  const evidence = (rows: Iterable<FilmRow>, value: (film: FilmRow) => number): Evidence => {
    const shown = Int32Array.from(rows).filter((row) => films.adult[row] === 0);
    const bytes = Uint8Array.from(shown, (row) => factByte(value(filmRow(row))));
    return { films: shown as unknown as Rows<FilmRow>, bytes, scale: FACT_SCALE, worth: WORTH };
  };
  const ofGenre = (genre: GenreRow) =>
    evidence(catalog.genres.films.get(genre), (film) => {
      const own = films.genres.get(film);
      return atOrLast(BY_PLACE, own.indexOf(genre)) * atOrLast(BY_NUMBER, own.length);
    });
  const ofPeriod = ({ from, to }: Period) => {
    const rows: FilmRow[] = [];
    years.forEach((year, row) => {
      if (year >= from && year <= to) rows.push(filmRow(row));
    });
    return evidence(rows, () => 1);
  };
  const ofCountries = (from: readonly CountryRow[]) => {
    const rows = [...new Set(from.flatMap((row) => [...countries.films.get(row)]))].sort((a, b) => a - b);
    const spoken = languagesOf(catalog, rows);
    return evidence(rows, (film) => {
      const own = films.countries.get(film);
      const place = Math.min(...from.map((row) => own.indexOf(row)).filter((index) => index >= 0));
      const language = films.originalLanguage.get(film);
      return atOrLast(BY_COUNTRY, place) * (language === undefined || spoken.has(language) ? 1 : FOREIGN);
    });
  };

  return (words, at) => {
    const time = periodAt(words, at);
    // A number beyond all films is no year: "Blade Runner 2049".
    if (time !== undefined && isAnyIn(knownYears, time.period)) {
      const { period } = time;
      const name = `${period.from}-${period.to}`;
      return { kind: "period", words: time.words, evidence: () => once(name, () => ofPeriod(period)) };
    }
    for (let count = Math.min(LONGEST, words.length - at); count > 0; count--) {
      const run = words.slice(at, at + count);
      const genre = genreOf(run);
      if (genre !== undefined)
        return { kind: "genre", words: count, evidence: () => once(`genre ${genre}`, () => ofGenre(genre)) };
      const from = countriesOf(run);
      if (from.length > 0)
        return {
          kind: "country",
          words: count,
          evidence: () => once(`from ${from.join()}`, () => ofCountries(from)),
        };
    }
    return undefined;
  };
}

function isAnyIn(years: ReadonlySet<number>, { from, to }: Period): boolean {
  for (let year = from; year <= to; year++) if (years.has(year)) return true;
  return false;
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
