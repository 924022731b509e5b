/** SourceCatalog → the columns of the tables that hold facts: films, people, collections… */
import { fameOf } from "../../../src/catalog/film.js";
import { TABLES } from "../../../src/catalog/schema.js";
import type { CodeRef, FilmRecord, NamedRef, SourceCatalog } from "../../records.js";
import { type CellsOfTable, encodeTable, type FlatLists } from "../encode/arrow.js";
import { dayNumber } from "../encode/days.js";
import { GrowingNumbers } from "../encode/growing-numbers.js";
import { companyNames, franchiseNames, ownCollections } from "../groups/names.js";
import { castShares } from "./billing.js";

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

/** 1 = Monday … 7 = Sunday; 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The films that a thing has in one role. */
interface FilmList {
  /** Ascending. */
  readonly rows: number[];
  /** Of the films together, each as far as it counts. */
  votes: number;
}

interface Entry<Thing, Role extends string> {
  /** Its id or code. */
  readonly key: number | string;
  readonly thing: Thing;
  readonly lists: Record<Role, FilmList>;
  /** Of all its films; known once all are read. */
  total: number;
}

/** What a thing has in a role in which it has no film: the same for all. */
const NO_FILMS: FilmList = { rows: [], votes: 0 };

/** Things of one kind met while films are read in their order, each with the rows of its films. */
class Register<Thing extends NamedRef | CodeRef, Role extends string = "films"> {
  readonly #entries = new Map<number | string, Entry<Thing, Role>>();
  readonly #roles: readonly Role[];

  /** @param roles in which a thing may have films: a person acts and directs */
  constructor(roles: readonly Role[]) {
    this.#roles = roles;
  }

  add(thing: Thing, role: Role, film: number, votes: number): void {
    const key = "id" in thing ? thing.id : thing.code;
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      const lists = Object.fromEntries<FilmList>(this.#roles.map((name) => [name, NO_FILMS]));
      entry = { key, thing, lists: lists as Record<Role, FilmList>, total: 0 };
      this.#entries.set(key, entry);
    }
    const list = entry.lists[role];
    if (list === NO_FILMS) {
      entry.lists[role] = { rows: [film], votes };
      return;
    }
    if (list.rows.at(-1) === film) return;
    list.rows.push(film);
    list.votes += votes;
  }

  /** Takes all out, most voted first, then by id or code: the order of rows. People are millions, so none is copied. */
  takeSorted(): readonly Entry<Thing, Role>[] {
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    for (const entry of entries) entry.total = this.#votesOf(entry);
    return entries.sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
  }

  #votesOf({ lists }: Entry<Thing, Role>): number {
    return this.#roles.reduce((sum, role) => sum + lists[role].votes, 0);
  }
}

type Rows = ReadonlyMap<number | string, number>;

function rowsOf(sorted: readonly { key: number | string }[]): Rows {
  return new Map(sorted.map(({ key }, row) => [key, row]));
}

function names(sorted: readonly { thing: { name: string } }[]): string[] {
  return sorted.map(({ thing }) => thing.name);
}

function filmLists<Role extends string>(
  sorted: readonly { lists: Readonly<Record<Role, FilmList>> }[],
  role: Role,
): number[][] {
  return sorted.map(({ lists }) => lists[role].rows);
}

function namedTable(
  sorted: readonly { key: number | string; thing: NamedRef; lists: Entry<NamedRef, "films">["lists"] }[],
) {
  return { id: sorted.map(({ thing }) => thing.id), name: names(sorted), films: filmLists(sorted, "films") };
}

const WRITING_JOBS = new Set(["Screenplay", "Writer", "Author", "Story"]);

/** Distinct people of some jobs, in order. */
function crewOf(film: FilmRecord, isJob: (job: string) => boolean): NamedRef[] {
  return [...new Set(film.crew.filter(({ job }) => isJob(job)).map(({ person }) => person))];
}

const directorsOf = (film: FilmRecord) => crewOf(film, (job) => job === "Director");
const writersOf = (film: FilmRecord) => crewOf(film, (job) => WRITING_JOBS.has(job));

/** tt0114709 → 114709. */
function imdbNumber(imdbId: string): number {
  return Number(imdbId.slice(2));
}

/**
 * @param keywordNames Spanish names of keywords, by their English ones
 * @returns the bytes of each fact table
 */
export function encodeFacts(
  source: SourceCatalog,
  keywordNames: ReadonlyMap<string, string>,
): Record<FactTable, Uint8Array> {
  const fame = (film: FilmRecord) => fameOf(film.voteCount, film.prominence ?? 0, film.votesYear);
  const films = [...source.films.values()].sort((a, b) => fame(b) - fame(a) || a.id - b.id);

  // What somebody wrote only makes a writer known: recommendations compare writers, nobody looks one up by name yet.
  const people = new Register<NamedRef, "acted" | "directed" | "wrote">(["acted", "directed", "wrote"]);
  const collections = new Register<NamedRef>(["films"]);
  const companies = new Register<NamedRef>(["films"]);
  const keywords = new Register<NamedRef>(["films"]);
  const genres = new Register<CodeRef>(["films"]);
  const countries = new Register<CodeRef>(["films"]);
  const languages = new Register<CodeRef, "original" | "spoken">(["original", "spoken"]);
  const months: number[][] = Array.from({ length: 12 }, () => []);
  const weekdays: number[][] = Array.from({ length: 7 }, () => []);

  const universes = ownCollections(source.groups.universes);
  const languageNames = new Map<string, string>();
  for (const film of films) for (const { code, name } of film.spokenLanguages) languageNames.set(code, name);
  const sharesOf = castShares(films);
  films.forEach((film, row) => {
    const votes = fame(film);
    const shares = sharesOf(film);
    film.cast.forEach((person, place) => {
      people.add(person, "acted", row, votes * (shares[place] ?? 0));
    });
    for (const person of directorsOf(film)) people.add(person, "directed", row, votes);
    for (const person of writersOf(film)) people.add(person, "wrote", row, votes);
    for (const collection of [film.collection, ...(universes.get(film.id) ?? [])])
      if (collection) collections.add(collection, "films", row, votes);
    for (const company of film.companies) companies.add(company, "films", row, votes);
    for (const keyword of film.keywords) keywords.add(keyword, "films", row, votes);
    for (const genre of film.genres) genres.add({ code: genre, name: genre }, "films", row, votes);
    for (const country of film.countries) countries.add(country, "films", row, votes);
    if (film.originalLanguage) {
      const code = film.originalLanguage;
      languages.add({ code, name: languageNames.get(code) ?? code }, "original", row, votes);
    }
    for (const language of film.spokenLanguages) languages.add(language, "spoken", row, votes);
    if (film.releaseDate && film.yearOnly !== true) {
      months[Number(film.releaseDate.slice(5, 7)) - 1]?.push(row);
      weekdays[weekdayOf(dayNumber(film.releaseDate)) - 1]?.push(row);
    }
  });

  const sorted = {
    people: people.takeSorted(),
    collections: collections.takeSorted(),
    companies: companies.takeSorted(),
    keywords: keywords.takeSorted(),
    genres: genres.takeSorted(),
    countries: countries.takeSorted(),
    languages: languages.takeSorted(),
  };
  const personRows = rowsOf(sorted.people);
  const collectionRows = rowsOf(sorted.collections);
  const companyRows = rowsOf(sorted.companies);
  const keywordRows = rowsOf(sorted.keywords);
  const genreRows = rowsOf(sorted.genres);
  const countryRows = rowsOf(sorted.countries);
  const languageRows = rowsOf(sorted.languages);

  // Made one at a time, while the table is encoded: together they are as large as the films.
  const column =
    <Cell>(cell: (film: FilmRecord) => Cell) =>
    () =>
      films.map(cell);
  const named = (rows: Rows, things: (film: FilmRecord) => readonly NamedRef[]) => () =>
    listsOf(films, rows, things, ({ id }) => id);
  const coded = (rows: Rows, things: (film: FilmRecord) => readonly CodeRef[]) => () =>
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
    collection: column((film) => (film.collection ? collectionRows.get(film.collection.id) : undefined)),
    originalLanguage: column((film) =>
      film.originalLanguage ? languageRows.get(film.originalLanguage) : undefined,
    ),
    spokenLanguages: coded(languageRows, (film) => film.spokenLanguages),
    genres: () =>
      listsOf(
        films,
        genreRows,
        (film) => film.genres,
        (genre) => genre,
      ),
    keywords: named(keywordRows, (film) => film.keywords),
    companies: named(companyRows, (film) => film.companies),
    countries: coded(countryRows, (film) => film.countries),
    directors: named(personRows, directorsOf),
    writers: named(personRows, writersOf),
    cast: named(personRows, (film) => film.cast),
    castOrdered: column((film) => (film.castOrdered ? 1 : 0)),
    overview: column((film) => film.overview),
    synopsis: column((film) => film.synopsis),
    poster: column((film) => film.poster),
  };

  const collectionFilms = filmLists(sorted.collections, "films");
  return {
    films: encodeTable(TABLES.films, filmColumns),
    filmOrder: encodeTable(TABLES.filmOrder, orderColumns(films)),
    people: encodeTable(TABLES.people, {
      id: sorted.people.map(({ thing }) => thing.id),
      name: names(sorted.people),
      acted: filmLists(sorted.people, "acted"),
      directed: filmLists(sorted.people, "directed"),
      actedVotes: sorted.people.map(({ lists }) => Math.round(lists.acted.votes)),
      directedVotes: sorted.people.map(({ lists }) => lists.directed.votes),
    }),
    personAliases: encodeTable(TABLES.personAliases, aliasTable(source.personAliases, personRows)),
    collections: encodeTable(TABLES.collections, {
      ...namedTable(sorted.collections),
      ...franchiseNames(
        source.groups,
        sorted.collections.map(({ thing: { name } }, row) => ({
          name,
          films: (collectionFilms[row] ?? []).flatMap((film) => films[film] ?? []),
        })),
      ),
    }),
    companies: encodeTable(TABLES.companies, {
      ...namedTable(sorted.companies),
      aka: companyNames(source.groups, names(sorted.companies)),
    }),
    keywords: encodeTable(TABLES.keywords, {
      ...namedTable(sorted.keywords),
      nameEs: sorted.keywords.map(({ thing }) => keywordNames.get(thing.name)),
    }),
    genres: encodeTable(TABLES.genres, {
      name: names(sorted.genres),
      films: filmLists(sorted.genres, "films"),
    }),
    countries: encodeTable(TABLES.countries, {
      code: sorted.countries.map(({ thing }) => thing.code),
      name: names(sorted.countries),
      films: filmLists(sorted.countries, "films"),
    }),
    languages: encodeTable(TABLES.languages, {
      code: sorted.languages.map(({ thing }) => thing.code),
      name: names(sorted.languages),
      original: filmLists(sorted.languages, "original"),
      spoken: filmLists(sorted.languages, "spoken"),
    }),
    months: encodeTable(TABLES.months, { films: months }),
    weekdays: encodeTable(TABLES.weekdays, { films: weekdays }),
  };
}

/** The rows of what films have, one film's after the other's. */
function listsOf<Thing>(
  films: readonly FilmRecord[],
  rows: Rows,
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
  rows: Rows,
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
