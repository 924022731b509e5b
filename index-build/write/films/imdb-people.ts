/** IMDb's numbers of people → the table by which links to them are understood. */
import type { Tables } from "../../../src/catalog/catalog.js";
import { eachRow, type PersonRow } from "../../../src/catalog/rows.js";
import { TABLES } from "../../../src/catalog/schema.js";
import { fold } from "../../../src/find/encode/fold.js";
import { encodeTable } from "../encode/arrow.js";

/**
 * A name means its best known bearer; who is not among the people of this index is left out.
 * @param names by IMDb's numbers
 */
export function encodeImdbPeople(
  names: ReadonlyMap<number, string>,
  { people }: Pick<Tables, "people">,
): Record<"personImdb", Uint8Array> {
  const wanted = new Set([...names.values()].map(fold));
  const rows = new Map<string, PersonRow>();
  for (const row of eachRow(people)) {
    const name = fold(people.name.get(row));
    if (wanted.has(name) && !rows.has(name)) rows.set(name, row);
  }
  const known = [...names]
    .flatMap(([imdb, name]) => {
      const person = rows.get(fold(name));
      return person === undefined ? [] : [{ imdb, person }];
    })
    .sort((a, b) => a.imdb - b.imdb);
  return {
    personImdb: encodeTable(TABLES.personImdb, {
      imdb: known.map(({ imdb }) => imdb),
      person: known.map(({ person }) => person),
    }),
  };
}
