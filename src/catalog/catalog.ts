/** The index in memory: every table, and the few look-ups that need no search. */
import type { TableOf } from "./columns.js";
import type { Manifest, TABLES, TableName } from "./schema.js";

export type Tables = { readonly [Name in TableName]: TableOf<(typeof TABLES)[Name]> };

export interface Catalog extends Tables {
  readonly manifest: Manifest;
  /** When this version was built, ISO 8601; undefined where the build report is gone. */
  readonly builtAt: string | undefined;
  /** Where it was loaded from, for messages. */
  readonly folder: string;
}

/** Row of the film with a TMDB id. */
export function filmById(catalog: Catalog, id: number): number | undefined {
  return search(catalog.filmOrder.byId, catalog.filmOrder.rowCount, (row) => catalog.films.id[row] - id);
}

/** Row of the film with an IMDb number (114709 for tt0114709). */
export function filmByImdb(catalog: Catalog, imdb: number): number | undefined {
  const order = catalog.filmOrder.byImdb;
  return search(order, catalog.filmOrder.rowCount, (row) =>
    row < 0 ? 1 : (catalog.films.imdb.get(row) as number) - imdb,
  );
}

/** Binary search in rows sorted by what `compare` measures them against (below 0: too small). */
function search(rows: Int32Array, length: number, compare: (row: number) => number): number | undefined {
  let low = 0;
  let high = length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compare(rows[middle]);
    if (order === 0) return rows[middle];
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
