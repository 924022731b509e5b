/** The index in memory: every table, and the few look-ups that need no search. */
import type { TableOf } from "./columns.js";
import type { FilmRow, HasRows, PersonRow, RowOf, Rows, RowTable } from "./rows.js";
import type { LATER_TABLES, LaterTableName, Manifest, TABLES, TableName } from "./schema.js";
import { firstPlace } from "./sorted.js";
import type { BuildTold } from "./versions/build-told.js";

/** The rows of a table: of some that nobody refers to, plain numbers. */
type RowIn<Name extends TableName> = Name extends RowTable ? RowOf<Name> : number;

export type Tables = { readonly [Name in TableName]: TableOf<(typeof TABLES)[Name], RowIn<Name>> };

/** The tables that are read after start. The neighbours have a row a film. */
export type LaterTables = {
  readonly [Name in LaterTableName]: TableOf<
    (typeof LATER_TABLES)[Name],
    Name extends "neighbours" ? FilmRow : number
  >;
};

export interface Catalog extends Tables {
  readonly manifest: Manifest;
  /** When this version was built, ISO 8601; undefined where the build report is gone. */
  readonly builtAt: string | undefined;
  /** What its build told of the sources; undefined where the report is gone. */
  readonly told: BuildTold | undefined;
  /** Where it was loaded from, for messages. */
  readonly folder: string;
}

/**
 * A function of the catalogue that is computed when first asked for, and kept for as long as that catalogue
 * is.
 */
export function oncePerCatalog<Value>(compute: (catalog: Catalog) => Value): (catalog: Catalog) => Value {
  const values = new WeakMap<Catalog, { readonly value: Value }>();
  return (catalog) => {
    const kept = values.get(catalog) ?? { value: compute(catalog) };
    values.set(catalog, kept);
    return kept.value;
  };
}

type Films = Pick<Tables, "films" | "filmOrder">;

/** The film with a TMDB id. */
export function filmById({ films, filmOrder }: Films, id: number): FilmRow | undefined {
  return filmWith(filmOrder.byId, id, (row) => films.id[row]);
}

/** The film with an IMDb number (114709 for tt0114709). */
export function filmByImdb({ films, filmOrder }: Films, imdb: number): FilmRow | undefined {
  return filmWith(filmOrder.byImdb, imdb, (row) => films.imdb.get(row));
}

/** The person with an IMDb number (158 for nm0000158), which is known of the best known people. */
export function personByImdb(
  { personImdb }: Pick<Tables, "personImdb">,
  imdb: number,
): PersonRow | undefined {
  const place = firstPlace(0, personImdb.rowCount, (at) => (personImdb.imdb[at] ?? imdb) < imdb);
  return personImdb.imdb[place] === imdb ? personImdb.person[place] : undefined;
}

/**
 * The id of a thing: its source's, below 0 where that gave none.
 * @throws RangeError where the table has no such row: a bug
 */
export function idOf<Row extends number>(
  table: { readonly id: Int32Array } & HasRows<Row>,
  row: Row,
): number {
  const id = table.id[row];
  if (id === undefined) throw new RangeError(`no row ${row} among ${table.rowCount}`);
  return id;
}

/** The person, company or collection with an id, by a scan of the ids: some tens of microseconds. */
export function rowById<Row extends number>(
  table: { readonly id: Int32Array } & HasRows<Row>,
  id: number,
): Row | undefined {
  const row = table.id.indexOf(id);
  return row < 0 ? undefined : (row as Row);
}

/** Binary search among films sorted by a number, those without one last. */
function filmWith(
  order: Rows<FilmRow>,
  wanted: number,
  numberOf: (row: FilmRow) => number | undefined,
): FilmRow | undefined {
  const numberAt = (place: number) => {
    const row = order[place];
    return row === undefined || row < 0 ? undefined : numberOf(row);
  };
  const place = firstPlace(0, order.length, (at) => (numberAt(at) ?? wanted) < wanted);
  return numberAt(place) === wanted ? order[place] : undefined;
}
