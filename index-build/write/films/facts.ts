/** SourceCatalog → the columns of the tables that hold facts: films, people, collections… */
import { fameOf } from "../../../src/catalog/film.js";
import { TABLES } from "../../../src/catalog/schema.js";
import type { CodeRef, FilmRecord, NamedRef, SourceCatalog } from "../../records.js";
import { type CellsOfTable, encodeTable, type FlatLists } from "../encode/arrow.js";
import { dayNumber } from "../encode/days.js";
import { GrowingNumbers } from "../encode/growing-numbers.js";
import { companyNames, franchiseNames, ownCollections } from "../groups/names.js";
import type { RowsByKey, SortedThings } from "./register.js";
import { directorsOf, thingsOf, writersOf } from "./things.js";

export type FactTable =
  | "films"
  | "filmOrder"
  | "people"
  | "personAliases"
  | "collections"
  | "companies"
  | "keywords"
  | "genres"
  | "countries"
  | "languages"
  | "months"
  | "weekdays";

function names(things: readonly { name: string }[]): string[] {
  return things.map(({ name }) => name);
}

function namedTable({ things, films }: SortedThings<NamedRef, "films">) {
  return { id: things.map(({ id }) => id), name: names(things), films: films("films") };
}

/** tt0114709 → 114709. */
function imdbNumber(imdbId: string): number {
  return Number(imdbId.slice(2));
}

/**
 * The bytes of each fact table, one after the other: together they are as large as the films, so that whoever takes one lets
 * it go before the next is made.
 * @param keywordNames Spanish names of keywords, by their English ones
 */
export function* encodeFacts(
  source: SourceCatalog,
  keywordNames: ReadonlyMap<string, string>,
): Generator<readonly [FactTable, Uint8Array]> {
  const fame = (film: FilmRecord) => fameOf(film.voteCount, film.prominence ?? 0, film.votesYear);
  const films = [...source.films.values()].sort((a, b) => fame(b) - fame(a) || a.id - b.id);

  const { months, weekdays, ...sorted } = thingsOf(films, fame, ownCollections(source.groups.universes));

  // Made one at a time, while the table is encoded: together they are as large as the films.
  const column =
    <Cell>(cell: (film: FilmRecord) => Cell) =>
    () =>
      films.map(cell);
  const named = (rows: RowsByKey, things: (film: FilmRecord) => readonly NamedRef[]) => () =>
    listsOf(films, rows, things, ({ id }) => id);
  const coded = (rows: RowsByKey, things: (film: FilmRecord) => readonly CodeRef[]) => () =>
    listsOf(films, rows, things, ({ code }) => code);
  const filmColumns: CellsOfTable<typeof TABLES.films> = {
    id: column((film) => film.id),
    imdb: column(({ imdbId }) => (imdbId === undefined ? undefined : imdbNumber(imdbId))),
    title: column((film) => film.title),
    originalTitle: column((film) => film.originalTitle),
    originalLatin: column((film) => film.originalLatin),
    titleEs: column((film) => film.titleEs),
    titleEs419: column((film) => film.titleEs419),
    aka: column((film) => film.aka),
    releaseDate: column((film) => (film.releaseDate === undefined ? undefined : dayNumber(film.releaseDate))),
    yearOnly: column((film) => (film.yearOnly === true ? 1 : 0)),
    runtime: column((film) => film.runtime),
    budget: column((film) => film.budget),
    revenue: column((film) => film.revenue),
    popularity: column((film) => film.popularity),
    voteCount: column((film) => film.voteCount),
    votesYear: column((film) => film.votesYear),
    prominence: column((film) => (film.voteCount > 0 ? 0 : (film.prominence ?? 0))),
    voteAverage: column((film) => film.voteAverage),
    ratingCount: column((film) => source.ratings.get(film.id)?.count ?? 0),
    ratingMean: column((film) => {
      const rating = source.ratings.get(film.id);
      return rating && rating.count > 0 ? rating.sum / rating.count : undefined;
    }),
    adult: column((film) => (film.adult ? 1 : 0)),
    collection: column((film) =>
      film.collection ? sorted.collections.rows.get(film.collection.id) : undefined,
    ),
    originalLanguage: column((film) =>
      film.originalLanguage ? sorted.languages.rows.get(film.originalLanguage) : undefined,
    ),
    spokenLanguages: coded(sorted.languages.rows, (film) => film.spokenLanguages),
    genres: () =>
      listsOf(
        films,
        sorted.genres.rows,
        (film) => film.genres,
        (genre) => genre,
      ),
    keywords: named(sorted.keywords.rows, (film) => film.keywords),
    companies: named(sorted.companies.rows, (film) => film.companies),
    countries: coded(sorted.countries.rows, (film) => film.countries),
    directors: named(sorted.people.rows, directorsOf),
    writers: named(sorted.people.rows, writersOf),
    cast: named(sorted.people.rows, (film) => film.cast),
    castOrdered: column((film) => (film.castOrdered ? 1 : 0)),
    overview: column((film) => film.overview),
    synopsis: column((film) => film.synopsis),
    poster: column((film) => film.poster),
  };

  const collectionFilms = sorted.collections.films("films");
  yield ["films", encodeTable(TABLES.films, filmColumns)];
  yield ["filmOrder", encodeTable(TABLES.filmOrder, orderColumns(films))];
  yield [
    "people",
    encodeTable(TABLES.people, {
      id: () => sorted.people.things.map(({ id }) => id),
      name: () => names(sorted.people.things),
      acted: () => sorted.people.films("acted"),
      directed: () => sorted.people.films("directed"),
      actedVotes: () => sorted.people.votes("acted").map(Math.round),
      directedVotes: () => sorted.people.votes("directed"),
    }),
  ];
  yield [
    "personAliases",
    encodeTable(TABLES.personAliases, aliasTable(source.personAliases, sorted.people.rows)),
  ];
  yield [
    "collections",
    encodeTable(TABLES.collections, {
      ...namedTable(sorted.collections),
      ...franchiseNames(
        source.groups,
        sorted.collections.things.map(({ name }, row) => ({
          name,
          films: Array.from(filmsIn(collectionFilms, row)).flatMap((film) => films[film] ?? []),
        })),
      ),
    }),
  ];
  yield [
    "companies",
    encodeTable(TABLES.companies, {
      ...namedTable(sorted.companies),
      aka: companyNames(source.groups, names(sorted.companies.things)),
    }),
  ];
  yield [
    "keywords",
    encodeTable(TABLES.keywords, {
      ...namedTable(sorted.keywords),
      nameEs: sorted.keywords.things.map(({ name }) => keywordNames.get(name)),
    }),
  ];
  yield [
    "genres",
    encodeTable(TABLES.genres, {
      name: names(sorted.genres.things),
      films: sorted.genres.films("films"),
    }),
  ];
  yield [
    "countries",
    encodeTable(TABLES.countries, {
      code: sorted.countries.things.map(({ code }) => code),
      name: names(sorted.countries.things),
      films: sorted.countries.films("films"),
    }),
  ];
  yield [
    "languages",
    encodeTable(TABLES.languages, {
      code: sorted.languages.things.map(({ code }) => code),
      name: names(sorted.languages.things),
      original: sorted.languages.films("original"),
      spoken: sorted.languages.films("spoken"),
    }),
  ];
  yield ["months", encodeTable(TABLES.months, { films: months })];
  yield ["weekdays", encodeTable(TABLES.weekdays, { films: weekdays })];
}

/** The films of one row. */
function filmsIn({ offsets, values }: FlatLists, row: number): ArrayLike<number> {
  return values.subarray(offsets[row], offsets[row + 1]);
}

/** The rows of what films have, one film's after the other's. */
function listsOf<Thing>(
  films: readonly FilmRecord[],
  rows: RowsByKey,
  thingsOf: (film: FilmRecord) => readonly Thing[],
  keyOf: (thing: Thing) => number | string,
): FlatLists {
  const offsets = new Int32Array(films.length + 1);
  const values = new GrowingNumbers();
  for (const [film, record] of films.entries()) {
    for (const thing of thingsOf(record)) {
      const row = rows.get(keyOf(thing));
      if (row !== undefined) values.push(row);
    }
    offsets[film + 1] = values.length;
  }
  return { offsets, values: values.all() };
}

/** Further names of people by row, of those who have a film. */
function aliasTable(
  aliases: SourceCatalog["personAliases"],
  rows: RowsByKey,
): CellsOfTable<typeof TABLES.personAliases> {
  const cells = [...aliases]
    .flatMap(([id, names]) => names.map((name) => ({ person: rows.get(id), name })))
    .flatMap(({ person, name }) => (person === undefined ? [] : [{ person, name }]))
    .sort((a, b) => a.person - b.person);
  return { person: cells.map(({ person }) => person), name: cells.map(({ name }) => name) };
}

function orderColumns(films: readonly FilmRecord[]): CellsOfTable<typeof TABLES.filmOrder> {
  const byId = films.map(({ id }, row) => ({ id, row })).sort((a, b) => a.id - b.id);
  const byImdb = films
    .flatMap(({ imdbId }, row) => (imdbId === undefined ? [] : [{ imdb: imdbNumber(imdbId), row }]))
    .sort((a, b) => a.imdb - b.imdb || a.row - b.row);
  const without = Array<number>(films.length - byImdb.length).fill(-1);
  return { byId: byId.map(({ row }) => row), byImdb: [...byImdb.map(({ row }) => row), ...without] };
}
