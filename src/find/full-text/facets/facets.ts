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
  // A genre or a country may have half of a million films: nothing is made for each of them.
  const evidence = (rows: Rows<FilmRow>, value: (film: FilmRow) => number): Evidence => {
    const shown = (rows as unknown as Int32Array).filter((row) => films.adult[row] === 0);
    const bytes = new Uint8Array(shown.length);
    for (let at = 0; at < shown.length; at++) bytes[at] = factByte(value(filmRow(shown[at])));
    return { films: shown as unknown as Rows<FilmRow>, bytes, scale: FACT_SCALE, worth: WORTH };
  };
  const ofGenre = (genre: GenreRow) => {
    const { offsets, values } = films.genres;
    return evidence(catalog.genres.films.get(genre), (film) => {
      const from = offsets[film];
      let place = 0;
      while (values[from + place] !== genre) place++;
      return atOrLast(BY_PLACE, place) * atOrLast(BY_NUMBER, offsets[film + 1] - from);
    });
  };
  const ofPeriod = ({ from, to }: Period) =>
    evidence(
      filmsWhere(films.rowCount, (film) => years[film] >= from && years[film] <= to),
      () => 1,
    );
  const ofCountries = (from: readonly CountryRow[]) => {
    const wanted = new Uint8Array(countries.rowCount);
    for (const country of from) wanted[country] = 1;
    const { offsets, values } = films.countries;
    /** The first of them among a film's own; −1 where none is. */
    const placeIn = (film: FilmRow): number => {
      for (let at = offsets[film]; at < offsets[film + 1]; at++)
        if (wanted[values[at]] !== 0) return at - offsets[film];
      return -1;
    };
    const [only, ...others] = from;
    const rows =
      only !== undefined && others.length === 0
        ? countries.films.get(only)
        : filmsWhere(films.rowCount, (film) => placeIn(film) >= 0);
    const spoken = languagesOf(catalog, rows);
    return evidence(rows, (film) => {
      const language = films.originalLanguage.get(film);
      const isOwn = language === undefined || spoken.has(language);
      return atOrLast(BY_COUNTRY, placeIn(film)) * (isOwn ? 1 : FOREIGN);
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

/** Ascending. */
function filmsWhere(count: number, is: (film: FilmRow) => boolean): Rows<FilmRow> {
  const rows = new Int32Array(count);
  let found = 0;
  for (let film = 0; film < count; film++) if (is(filmRow(film))) rows[found++] = film;
  return rows.slice(0, found) as unknown as Rows<FilmRow>;
}

function isAnyIn(years: ReadonlySet<number>, { from, to }: Period): boolean {
  for (let year = from; year <= to; year++) if (years.has(year)) return true;
  return false;
}

/** Original languages of the films that were made there alone, but for those of few: what is spoken there. */
function languagesOf(
  { films, languages }: Pick<Catalog, "films" | "languages">,
  rows: Rows<FilmRow>,
): ReadonlySet<LanguageRow> {
  const counts = new Int32Array(languages.rowCount);
  let counted = 0;
  for (let at = 0; at < rows.length; at++) {
    const language = films.originalLanguage.get(rows[at]);
    if (language === undefined || films.countries.size(rows[at]) > 1) continue;
    counts[language]++;
    counted++;
  }
  const isSpoken = (language: LanguageRow) =>
    counts[language] > 0 &&
    counts[language] >= counted * (languages.code.get(language) === "en" ? ENGLISH_SHARE : SPOKEN_SHARE);
  return new Set([...eachRow(languages)].filter(isSpoken));
}

function atOrLast(values: readonly number[], index: number): number {
  return values[Math.min(index, values.length - 1)] ?? 0;
}
