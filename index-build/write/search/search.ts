/** Tables → the search structures of everything that can be looked up by name. */
import type { Tables } from "../../../src/catalog/catalog.js";
import {
  collectionKeys,
  companyKeys,
  filmKeys,
  KEY_KINDS,
  type Key,
  personKeys,
} from "../../../src/find/encode/keys.js";
import { SeriesNames } from "../series-names.js";
import { encodeKeys, type TargetKey } from "./keys.js";
import { encodeWords } from "./words.js";

type Named = Pick<Tables, "films" | "people" | "collections" | "companies">;

/**
 * Somebody of whom only the last name is typed is known: extras who share it are never meant, and their short keys
 * would be a third of all postings.
 */
const KNOWN_VOTES = 100;

/** A film under every title it has. */
function titlesOf({ films }: Pick<Tables, "films">, row: number): string[] {
  const columns = [films.title, films.originalTitle, films.titleEs, films.titleEs419];
  return columns.map((column) => column.get(row)).filter((title) => title !== undefined);
}

/** The first film of a collection: in other languages the whole is called after it. */
function firstFilm({ films }: Pick<Tables, "films">, rows: Int32Array): number {
  const day = (row: number) => films.releaseDate.get(row) ?? Number.POSITIVE_INFINITY;
  return rows.reduce((first, row) => (day(row) < day(first) ? row : first), rows[0]);
}

/** Every kind of thing that has search tables: how many rows, and the keys of a row. */
function domains(tables: Named) {
  const { films, people, collections, companies } = tables;
  const series = new SeriesNames(tables);
  return {
    film: {
      rows: films.rowCount,
      keys: (row: number) => filmKeys(titlesOf(tables, row), [...films.aka.get(row), ...series.of(row)]),
    },
    person: {
      rows: people.rowCount,
      keys: (row: number) => {
        if (people.acted.size(row) + people.directed.size(row) === 0) return [];
        const votes = people.actedVotes[row] + people.directedVotes[row];
        const keys = personKeys(people.name.get(row));
        return votes >= KNOWN_VOTES ? keys : keys.filter(({ kind }) => kind !== KEY_KINDS.short);
      },
    },
    collection: {
      rows: collections.rowCount,
      keys: (row: number) =>
        collectionKeys(
          collections.name.get(row),
          titlesOf(tables, firstFilm(tables, collections.films.get(row))),
        ),
    },
    company: { rows: companies.rowCount, keys: (row: number) => companyKeys(companies.name.get(row)) },
  };
}

export type SearchDomain = keyof ReturnType<typeof domains>;
export type SearchTable =
  `${SearchDomain}${"Keys" | "Prefixes" | "LetterSegments" | "SoundSegments" | "Consonants" | "Words" | "WordSegments"}`;

/** @returns the bytes of each search table */
export function encodeSearch(tables: Named): Record<SearchTable, Uint8Array> {
  const encoded: Partial<Record<SearchTable, Uint8Array>> = {};
  for (const [name, { rows, keys }] of Object.entries(domains(tables)) as [
    SearchDomain,
    { rows: number; keys: (row: number) => Key[] },
  ][]) {
    const all = keysOfAll(rows, keys);
    const names = encodeKeys(all);
    encoded[`${name}Keys`] = names.keys;
    encoded[`${name}Prefixes`] = names.prefixes;
    encoded[`${name}LetterSegments`] = names.letterSegments;
    encoded[`${name}SoundSegments`] = names.soundSegments;
    encoded[`${name}Consonants`] = names.consonants;
    const words = encodeWords(all);
    encoded[`${name}Words`] = words.words;
    encoded[`${name}WordSegments`] = words.segments;
  }
  return encoded as Record<SearchTable, Uint8Array>;
}

function keysOfAll(rows: number, keysOf: (row: number) => Key[]): TargetKey[] {
  const keys: TargetKey[] = [];
  for (let target = 0; target < rows; target++) {
    for (const { text, kind } of keysOf(target)) keys.push({ text, kind, target });
  }
  return keys;
}
