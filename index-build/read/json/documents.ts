/** A table that is one JSON object: as pandas lays it out, or records inside something else. */
import { isRecord } from "./parse.js";

/** Rows as records, or as lists of which the first is the header. */
export type Row = Readonly<Record<string, unknown>> | readonly unknown[];

/** The rows that an object tells; the object itself is the only row where it is no table. */
export function rowsOf(document: Readonly<Record<string, unknown>>): Iterable<Row> {
  const { columns, data } = document;
  if (Array.isArray(columns) && Array.isArray(data)) return splitRows(columns, data);
  const lists = Object.values(document).filter(isListOfRecords);
  const [list] = lists;
  // "results" of an answer, "data" beside pandas' "schema", or any one list of records among plain facts.
  if (isListOfRecords(data)) return data;
  if (lists.length === 1 && list !== undefined && !("id" in document)) return list;
  const inner = Object.values(document);
  if (inner.length > 0 && inner.every(isRecord))
    return rowsOfDicts(document as Readonly<Record<string, Dict>>);
  return [document];
}

type Dict = Readonly<Record<string, unknown>>;

/** `orient="split"`: columns, and data without their names. */
function* splitRows(columns: readonly unknown[], data: readonly unknown[]): Generator<Row> {
  yield columns;
  for (const row of data) if (Array.isArray(row)) yield row;
}

/** `orient="columns"`, which pandas writes unless told otherwise, or `orient="index"`: a dict of dicts. */
function* rowsOfDicts(document: Readonly<Record<string, Dict>>): Generator<Row> {
  const [first = {}] = Object.values(document);
  const isNumber = (key: string): boolean => /^-?\d+$/u.test(key);
  const byRow = Object.keys(document).every(isNumber) || !Object.keys(first).every(isNumber);
  if (byRow) {
    yield* Object.values(document);
    return;
  }
  const columns = Object.entries(document);
  for (const key of Object.keys(first)) {
    yield Object.fromEntries(columns.map(([column, cells]) => [column, cells[key]]));
  }
}

function isListOfRecords(value: unknown): value is Dict[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}
