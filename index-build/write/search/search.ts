/** Tables → the search structures of everything that can be looked up by name. */
import type { Tables } from "../../../src/catalog/catalog.js";
import { filmFame } from "../../../src/catalog/film.js";
import { eachRow, type FilmRow, type HasRows, type Rows, type SeriesRow } from "../../../src/catalog/rows.js";
import { consonantsOf } from "../../../src/find/encode/consonants.js";
import { collectionKeys, companyKeys } from "../../../src/find/encode/keys/group-keys.js";
import { filmKeys, type Key, personKeys } from "../../../src/find/encode/keys/keys.js";
import { seriesKeys } from "../../../src/find/encode/keys/series-keys.js";
import { heardOf } from "../../../src/find/encode/people/heard-names.js";
import { LentTitles } from "../films/lent-titles.js";
import { SeriesNames } from "../series/series-names.js";
import { initialKeys } from "./initials.js";
import { encodeKeys, type TargetKey } from "./keys.js";
import { PersonAliases, Renown } from "./renown.js";
import { encodeWords } from "./words.js";

type Named = Pick<
  Tables,
  | "films"
  | "people"
  | "personAliases"
  | "collections"
  | "companies"
  | "universes"
  | "platformTitles"
  | "series"
>;

/** A film under every title it has. */
function titlesOf({ films }: Pick<Tables, "films">, row: FilmRow): string[] {
  const columns = [films.title, films.originalTitle, films.titleEs, films.titleEs419];
  return columns.map((column) => column.get(row)).filter((title) => title !== undefined);
}

/** A series under every title that its catalogues have, and ours. */
function titlesOfSeries({ series, platformTitles }: Named, row: SeriesRow): string[] {
  const { title, titleEs } = platformTitles;
  return Array.from(series.titles.get(row)).flatMap((own) => [title.get(own), titleEs.get(own) ?? []].flat());
}

/** The titles of a collection's films, oldest first. */
function titlesInOrder({ films }: Pick<Tables, "films">, rows: Rows<FilmRow>) {
  const day = (row: FilmRow) => films.releaseDate.get(row) ?? Number.POSITIVE_INFINITY;
  const columns = [films.title, films.originalTitle, films.titleEs, films.titleEs419];
  return [...rows]
    .sort((a, b) => (day(a) === day(b) ? a - b : day(a) - day(b)))
    .map((row) => columns.map((column) => column.get(row)));
}

/** The keys of every kind of thing that has search tables. */
function domains(tables: Named) {
  const { films, people, collections, companies, universes, series: catalogued } = tables;
  // The films of a universe without a collection give it no name: "Iron Man" is not Marvel's.
  const own = new Set([...universes.collection].filter((_, universe) => universes.own[universe] === 1));
  const series = new SeriesNames(tables);
  const lent = new LentTitles(tables);
  const aliases = new PersonAliases(tables);
  const renown = new Renown(tables);
  return {
    film: () => {
      const keys = [...eachRow(films)].map((row) =>
        filmKeys(titlesOf(tables, row), [...films.aka.get(row), ...series.of(row)], lent.of(row)),
      );
      const initials = initialKeys(
        tables,
        (row) => titlesOf(tables, row),
        namesAndWords(keys, filmFame(tables)),
      );
      return keysOfAll(films, (row) => [...(keys[row] ?? []), ...(initials.get(row) ?? [])]);
    },
    person: () =>
      keysOfAll(people, (row) => {
        if (people.acted.size(row) + people.directed.size(row) === 0) return [];
        return personKeys(people.name.get(row), aliases.of(row), renown.of(row));
      }),
    collection: () =>
      keysOfAll(collections, (row) =>
        collectionKeys({
          name: collections.name.get(row),
          nameEs: collections.nameEs.get(row),
          aka: [...collections.aka.get(row)],
          films: own.has(row) ? [] : titlesInOrder(tables, collections.films.get(row)),
        }),
      ),
    company: () =>
      keysOfAll(companies, (row) => companyKeys(companies.name.get(row), [...companies.aka.get(row)])),
    series: () =>
      keysOfAll(catalogued, (row) => seriesKeys(titlesOfSeries(tables, row), [...catalogued.aka.get(row)])),
  };
}

/** Words of little-known titles are no words that anybody types alone: "LOTR" stands in one. */
const HEARD_OF = 20;

/** What is a name, or a word of one that people have heard of. @param fame by film */
function namesAndWords(keys: readonly (readonly Key[])[], fame: ArrayLike<number>): Set<string> {
  const words = new Set<string>();
  keys.forEach((ofFilm, row) => {
    const apart = (fame[row] ?? 0) >= HEARD_OF;
    for (const { text } of ofFilm) for (const word of apart ? text.split(" ") : [text]) words.add(word);
  });
  return words;
}

export type SearchDomain = keyof ReturnType<typeof domains>;
export type SearchTable =
  `${SearchDomain}${"Keys" | "Prefixes" | "LetterSegments" | "SoundSegments" | "Consonants" | "Words" | "WordSegments"}`;

/** The bytes of the search tables, those of one kind of thing after the other. */
export function* encodeSearch(tables: Named): Generator<Partial<Record<SearchTable, Uint8Array>>> {
  for (const [name, keys] of Object.entries(domains(tables)) as [SearchDomain, () => TargetKey[]][]) {
    const all = keys();
    const names = encodeKeys(all, name === "person" ? heardOf : consonantsOf);
    const words = encodeWords(all);
    yield {
      [`${name}Keys`]: names.keys,
      [`${name}Prefixes`]: names.prefixes,
      [`${name}LetterSegments`]: names.letterSegments,
      [`${name}SoundSegments`]: names.soundSegments,
      [`${name}Consonants`]: names.consonants,
      [`${name}Words`]: words.words,
      [`${name}WordSegments`]: words.segments,
    };
  }
}

function keysOfAll<Row extends number>(table: HasRows<Row>, keysOf: (row: Row) => Key[]): TargetKey[] {
  const keys: TargetKey[] = [];
  for (const target of eachRow(table)) {
    for (const { text, kind } of keysOf(target)) keys.push({ text, kind, target });
  }
  return keys;
}
