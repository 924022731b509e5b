/** Titles of the catalogues → the series they are of: one may stand in several, and in one of them several times. */
import type { Tables } from "../../../src/catalog/catalog.js";
import { plainWords } from "../../../src/catalog/plain-words.js";
import {
  type CountryRow,
  eachRow,
  type GenreRow,
  type PersonRow,
  type PlatformTitleRow,
} from "../../../src/catalog/rows.js";
import { TABLES } from "../../../src/catalog/schema.js";
import { fold, foldForms } from "../../../src/find/encode/fold.js";
import { withoutEdition } from "../../../src/find/encode/keys/series-keys.js";
import { countryCode } from "../../clean/vocabulary/country-names.js";
import { countriesOfGenres, tmdbGenres } from "../../clean/vocabulary/platform-genres.js";
import type { PlatformTitle } from "../../records.js";
import { encodeTable } from "../encode/arrow.js";

type Facts = Pick<Tables, "platformTitles" | "genres" | "countries" | "people">;
type Titles = Facts["platformTitles"];

/** What one season of a series in one catalogue adds to its being known. */
const KNOWN_BY_A_SEASON = 100;

export interface SeriesSources {
  /** Further names of series, by the titles that platforms give them. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** What the catalogues say, for the descriptions that the tables do not hold. */
  readonly titles: readonly Pick<PlatformTitle, "id" | "description">[];
}

export function encodeSeries(tables: Facts, { aliases, titles: told }: SeriesSources): Uint8Array {
  const { platformTitles: titles } = tables;
  const seasons = (row: PlatformTitleRow) => titles.durationInt.get(row) ?? 1;
  const known = (rows: readonly PlatformTitleRow[]) =>
    KNOWN_BY_A_SEASON * rows.reduce((sum, row) => sum + seasons(row), 0);
  const all = groupsOf(titles)
    .map((rows) => ({ rows: plainestFirst(titles, rows), known: known(rows) }))
    .sort((a, b) => b.known - a.known || (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
  const column = <Cell>(cell: (rows: readonly PlatformTitleRow[]) => Cell) =>
    all.map(({ rows }) => cell(rows));
  const aka = column((rows) => unique(rows.flatMap((row) => aliases.get(titles.title.get(row)) ?? [])));
  const people = rowsByName(tables.people);
  const peopleOf = (names: Titles["cast"]) =>
    column((rows) =>
      unique(rows.flatMap((row) => names.get(row).flatMap((name) => people.get(fold(name)) ?? []))),
    );
  const described = new Map(told.map(({ id, description }) => [id, description]));
  return encodeTable(TABLES.series, {
    titles: column((rows) => [...rows]),
    known: all.map((one) => one.known),
    aka,
    genres: column((rows) => genresOf(tables, rows)),
    countries: column((rows) => countriesOf(tables, rows)),
    cast: peopleOf(titles.cast),
    directors: peopleOf(titles.directors),
    about: all.map(({ rows }, place) =>
      plainWords(
        [
          ...rows.flatMap((row) => [titles.title.get(row), titles.titleEs.get(row) ?? ""]),
          ...(aka[place] ?? []),
          ...rows.map((row) => described.get(titles.id.get(row)) ?? ""),
        ].join(" "),
      ),
    ),
  });
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

/** Of several people of one name the best known. */
function rowsByName({ name, rowCount }: Facts["people"]): ReadonlyMap<string, PersonRow> {
  const rows = new Map<string, PersonRow>();
  for (const row of eachRow({ rowCount })) {
    const folded = fold(name.get(row as PersonRow));
    if (folded !== "" && !rows.has(folded)) rows.set(folded, row as PersonRow);
  }
  return rows;
}

function genresOf({ platformTitles: titles, genres }: Facts, rows: readonly PlatformTitleRow[]): GenreRow[] {
  const names = tmdbGenres(rows.flatMap((row) => titles.genres.get(row)));
  return [...eachRow(genres)].filter((row) => names.includes(genres.name.get(row)));
}

/** Where no catalogue names a country, that which a genre tells. */
function countriesOf(
  { platformTitles: titles, countries }: Facts,
  rows: readonly PlatformTitleRow[],
): CountryRow[] {
  const named = rows.flatMap((row) => titles.countries.get(row)).flatMap((name) => countryCode(name) ?? []);
  const codes = named.length > 0 ? named : countriesOfGenres(rows.flatMap((row) => titles.genres.get(row)));
  return [...eachRow(countries)].filter((row) => codes.includes(countries.code.get(row)));
}

/** "Wayne" before "Wayne (4K UHD)". */
function plainestFirst({ title }: Titles, rows: readonly PlatformTitleRow[]): PlatformTitleRow[] {
  return [...rows].sort((a, b) => title.get(a).length - title.get(b).length || a - b);
}

/** The rows of each series, ascending. */
function groupsOf(titles: Titles): PlatformTitleRow[][] {
  const named = new Map<string, PlatformTitleRow[][]>();
  for (const row of eachRow(titles)) {
    if (titles.series[row] !== 1) continue;
    const title = titles.title.get(row);
    const name = foldForms(fold(withoutEdition(title))) || title;
    const groups = named.get(name) ?? [];
    named.set(name, groups);
    const own = groups.find((rows) => rows.some((other) => isSameSeries(titles, row, other)));
    if (own === undefined) groups.push([row]);
    else own.push(row);
  }
  return [...named.values()].flat();
}

/**
 * Whether two titles of one name are one series. Some catalogues tell the year of the first season, others that of the
 * newest: the two lie as far apart as there are seasons, and a year more where one was left out.
 */
function isSameSeries(titles: Titles, one: PlatformTitleRow, other: PlatformTitleRow): boolean {
  const [seasons, otherSeasons] = [titles.durationInt.get(one) ?? 1, titles.durationInt.get(other) ?? 1];
  const [year, otherYear] = [titles.releaseYear.get(one), titles.releaseYear.get(other)];
  const apart = year === undefined || otherYear === undefined ? 0 : Math.abs(year - otherYear);
  if (apart > Math.max(seasons, otherSeasons) + 1) return false;
  if (haveNoneInCommon(titles.countries.get(one), titles.countries.get(other))) return false;
  // A dubbed series has another cast, but as many seasons, of the same years.
  const otherCast = haveNoneInCommon(titles.cast.get(one), titles.cast.get(other));
  return !otherCast || (apart <= 1 && seasons === otherSeasons);
}

/** Whether both lists name some, and not one of them the same. */
function haveNoneInCommon(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  const names = new Set(one.map(fold));
  return !other.some((name) => names.has(fold(name)));
}
