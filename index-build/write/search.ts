/** Tables → the search keys and trigram postings of everything that can be looked up by name. */
import type { Tables } from "../../src/catalog/catalog.js";
import { TABLES } from "../../src/catalog/schema.js";
import { GRAM_BUCKETS, gramsOf } from "../../src/find/encode/grams.js";
import { collectionKeys, companyKeys, filmKeys, type Key, personKeys } from "../../src/find/encode/keys.js";
import { encodeTable, type FlatLists } from "./arrow.js";

type Named = Pick<Tables, "films" | "people" | "collections" | "companies">;

interface TargetKey extends Key {
  readonly target: number;
}

/** Every kind of thing that has search tables: how many rows, and the keys of a row. */
function domains(tables: Named) {
  const { films, people, collections, companies } = tables;
  return {
    film: {
      rows: films.rowCount,
      keys: (row: number) =>
        filmKeys(
          [
            films.title.get(row),
            films.originalTitle.get(row),
            films.titleEs.get(row),
            films.titleEs419.get(row),
          ].filter((title) => title !== undefined),
          films.aka.get(row),
        ),
    },
    person: {
      rows: people.rowCount,
      keys: (row: number) =>
        people.acted.size(row) + people.directed.size(row) > 0 ? personKeys(people.name.get(row)) : [],
    },
    collection: {
      rows: collections.rowCount,
      keys: (row: number) => collectionKeys(collections.name.get(row)),
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
