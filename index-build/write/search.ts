/** Tables → the search keys and trigram postings of everything that can be looked up by name. */
import type { Tables } from "../../src/catalog/catalog.js";
import { TABLES } from "../../src/catalog/schema.js";
import { GRAM_BUCKETS, gramsOf } from "../../src/find/encode/grams.js";
import {
  collectionKeys,
  companyKeys,
  filmKeys,
  KEY_KINDS,
  type Key,
  personKeys,
} from "../../src/find/encode/keys.js";
import { encodeTable, type FlatLists } from "./arrow.js";

type Named = Pick<Tables, "films" | "people" | "collections" | "companies">;

interface TargetKey extends Key {
  readonly target: number;
}

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
  return {
    film: {
      rows: films.rowCount,
      keys: (row: number) => filmKeys(titlesOf(tables, row), films.aka.get(row)),
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
export type SearchTable = `${SearchDomain}Keys` | `${SearchDomain}Grams`;

/** @returns the bytes of each search table */
export function encodeSearch(tables: Named): Record<SearchTable, Uint8Array> {
  const encoded: Partial<Record<SearchTable, Uint8Array>> = {};
  for (const [name, { rows, keys }] of Object.entries(domains(tables)) as [
    SearchDomain,
    { rows: number; keys: (row: number) => Key[] },
  ][]) {
    const sorted = sortedKeys(rows, keys);
    encoded[`${name}Keys`] = encodeTable(TABLES[`${name}Keys`], {
      text: sorted.map(({ text }) => text),
      target: sorted.map(({ target }) => target),
      kind: sorted.map(({ kind }) => kind),
    });
    encoded[`${name}Grams`] = encodeTable(TABLES[`${name}Grams`], { keys: gramPostings(sorted) });
  }
  return encoded as Record<SearchTable, Uint8Array>;
}

/** All keys by text, and those of one text by row: better known things first. */
function sortedKeys(rows: number, keysOf: (row: number) => Key[]): TargetKey[] {
  const keys: TargetKey[] = [];
  for (let target = 0; target < rows; target++) {
    for (const { text, kind } of keysOf(target)) keys.push({ text, kind, target });
  }
  return keys.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.target - b.target));
}

/** Two passes (count, fill), so that no list is ever held as an object. */
function gramPostings(keys: readonly TargetKey[]): FlatLists {
  const offsets = new Int32Array(GRAM_BUCKETS + 1);
  const grams = keys.map(({ text }) => gramsOf(text));
  for (const buckets of grams) for (const bucket of buckets) offsets[bucket + 1]++;
  for (let bucket = 0; bucket < GRAM_BUCKETS; bucket++) offsets[bucket + 1] += offsets[bucket];
  const values = new Int32Array(offsets[GRAM_BUCKETS]);
  const next = offsets.slice();
  grams.forEach((buckets, key) => {
    for (const bucket of buckets) values[next[bucket]++] = key;
  });
  return { offsets, values };
}
