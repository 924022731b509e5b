/**
 * Rows: positions in the tables of the index, 0-based. A row means nothing without its table, so the rows of
 * each table that others refer to are a type of their own, and the compiler refuses a film's row where a
 * person's is meant. When the program runs, a row is a number and nothing else.
 */

/** The tables whose rows others refer to. */
export const ROW_TABLES = [
  "films",
  "people",
  "collections",
  "companies",
  "keywords",
  "plotWords",
  "themes",
  "genres",
  "countries",
  "languages",
  "platforms",
  "platformTitles",
  "series",
  "providers",
] as const;

export type RowTable = (typeof ROW_TABLES)[number];

declare const TABLE: unique symbol;

/** A row of a table. */
export type RowOf<Table extends RowTable> = number & { readonly [TABLE]: Table };

export type FilmRow = RowOf<"films">;
export type PersonRow = RowOf<"people">;
export type CollectionRow = RowOf<"collections">;
export type CompanyRow = RowOf<"companies">;
export type KeywordRow = RowOf<"keywords">;
export type ThemeRow = RowOf<"themes">;
export type GenreRow = RowOf<"genres">;
export type CountryRow = RowOf<"countries">;
export type LanguageRow = RowOf<"languages">;
export type PlatformRow = RowOf<"platforms">;
export type PlatformTitleRow = RowOf<"platformTitles">;
export type SeriesRow = RowOf<"series">;
export type ProviderRow = RowOf<"providers">;

/** What a table tells of its rows: how many, and, to the compiler alone, whose they are. */
export interface HasRows<Row extends number> {
  readonly rowCount: number;
  [ROW]?(row: Row): void;
}

declare const ROW: unique symbol;

/**
 * A number that is known to be a row of a table: for loops that count, and for numbers that come from outside
 * the types (typed arrays of a reader of the index).
 */
export function rowIn<Table extends RowTable>(_table: Table, row: number): RowOf<Table> {
  return row as RowOf<Table>;
}

/** `rowIn` for films, of which there are most. */
export function filmRow(row: number): FilmRow {
  return row as FilmRow;
}

/** Every row of a table, in order. */
export function* eachRow<Row extends number>({ rowCount }: HasRows<Row>): Generator<Row> {
  for (let row = 0; row < rowCount; row++) yield row as Row;
}

/**
 * Rows as a column holds them: a view of the file's bytes, a typed array of which nothing is copied. Lists of
 * films are ascending, which is the order of how well known they are.
 */
export interface Rows<Row extends number> extends Iterable<Row> {
  readonly length: number;
  readonly [place: number]: Row;
  at(place: number): Row | undefined;
  includes(row: Row): boolean;
  indexOf(row: Row): number;
  some(test: (row: Row) => boolean): boolean;
  /** A view of a part. */
  subarray(from?: number, to?: number): Rows<Row>;
}
