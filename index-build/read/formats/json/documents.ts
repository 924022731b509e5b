/** A table that is one JSON object: as pandas lays it out, or records inside something else. */
import { isListOfRecords, isRecord } from "./parse.js";
import { listsIn } from "./several.js";
import { innerDocument } from "./wrapped.js";

/** Rows as records, or as lists of which the first is the header. */
export type Row = Readonly<Record<string, unknown>> | readonly unknown[];

/**
 * The rows that an object tells; the object itself is the only row where it is no table.
 * @param onLeftOut told the name of each list of records that stands beside them
 */
export function rowsOf(
  document: Readonly<Record<string, unknown>>,
  onLeftOut: (name: string) => void,
): Iterable<Row> {
  const { columns, data } = document;
  if (Array.isArray(columns) && Array.isArray(data)) return splitRows(columns, data);
  const lists = listsIn(document);
  const [list] = lists;
  const leaveOthersOut = (rows: unknown) => {
    for (const { name, records } of lists) if (records !== rows) onLeftOut(name);
  };
  // "results" of an answer, "data" beside pandas' "schema", or any one list of records among plain facts.
  if (isListOfRecords(data)) {
    leaveOthersOut(data);
    return data;
  }
  if (lists.length === 1 && list !== undefined && !("id" in document)) return list.records;
  const within = innerDocument(document);
  if (within !== undefined) {
    leaveOthersOut(within);
    return isRecord(within) ? rowsOf(within, onLeftOut) : within;
  }
  const inner = Object.values(document);
  if (areColumns(document)) return rowsOfLists(document);
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
    const isId = areIds(Object.keys(document), Object.keys(first));
    for (const [key, row] of Object.entries(document)) yield isId ? { id: key, ...row } : row;
    return;
  }
  const columns = Object.entries(document);
  const isId = areIds(Object.keys(first), Object.keys(document));
  for (const key of Object.keys(first)) {
    const row = Object.fromEntries(columns.map(([column, cells]) => [column, cells[key]]));
    yield isId ? { id: key, ...row } : row;
  }
}

/** What an index of the rows may be called where it is their id. */
const ID = /^_?id$|_id$|^id_|^(?:movie|tmdb|film|imdb)Id$/iu;

/** Whether the keys of rows are their ids: numbers that do not just count them, where no column has ids. */
function areIds(keys: readonly string[], columns: readonly string[]): boolean {
  if (columns.some((column) => ID.test(column) && !/imdb/iu.test(column))) return false;
  const counts = (start: number): boolean => keys.every((key, at) => Number(key) === start + at);
  return keys.every((key) => /^\d+$/u.test(key)) && !counts(0) && !counts(1);
}

type Lists = Readonly<Record<string, readonly unknown[]>>;

function areColumns(document: Readonly<Record<string, unknown>>): document is Lists {
  const lists = Object.values(document);
  const [first] = lists;
  if (lists.length < 2 || !Array.isArray(first)) return false;
  return lists.every((list) => Array.isArray(list) && list.length === first.length);
}

/** A list a column. */
function* rowsOfLists(document: Lists): Generator<Row> {
  const columns = Object.entries(document);
  yield columns.map(([name]) => name);
  for (const at of (columns[0]?.[1] ?? []).keys()) yield columns.map(([, cells]) => cells[at]);
}
