/** What services and databases put around records, taken off: pages of answers, typed values, orders to store. */
import { isListOfRecords, isRecord } from "./parse.js";

type Dict = Readonly<Record<string, unknown>>;

/** Under which the records of an answer stand, likeliest first. */
const LISTS =
  "results items data movies films peliculas películas hits docs documents records rows entries edges nodes value values list content payload response body Items Search Data Movies Films".split(
    " ",
  );
/** What a film itself has: such a record is no wrapping. */
const OF_FILMS = /^(?:_?id|.*_id|.*Id|title|name|titulo|título|original_title)$/u;
const ORDERS: ReadonlySet<string> = new Set(["index", "create", "update", "delete"]);

/** The records in a record that only wraps a list of them, as a page of an answer does; undefined where it is one. */
export function recordsWithin(record: Dict): readonly Dict[] | undefined {
  const isOfTable = record.type === "table" && Array.isArray(record.data);
  if (!isOfTable && hasOfFilms(record)) return undefined;
  for (const key of LISTS) {
    const list = record[key];
    if (isListOfRecords(list)) return list;
  }
  return undefined;
}

/** Where the records of a document lie that is no table itself: deeper, under a name that says so or the only one. */
export function innerDocument(document: Dict): Dict | readonly Dict[] | undefined {
  if (hasOfFilms(document)) return undefined;
  const keys = Object.keys(document);
  for (const key of LISTS) {
    const inner = document[key];
    if (isRecord(inner)) return inner;
    if (isListOfRecords(inner)) return inner;
    if (Array.isArray(inner) && inner.some(isRecord)) return inner.filter(isRecord);
  }
  const [only] = keys.length === 1 ? Object.values(document) : [];
  const isOfRecords = isRecord(only) && Object.values(only).length > 0 && Object.values(only).every(isRecord);
  return isOfRecords && Object.values(only).some((one) => isRecord(one) && hasOfFilms(one))
    ? only
    : undefined;
}

/** Whether a record has what a film itself has. A list of films that somebody gave a name to is none. */
export function hasOfFilms(record: Dict): boolean {
  return (
    Object.keys(record).some((key) => OF_FILMS.test(key)) && !LISTS.some((key) => isOfTitles(record[key]))
  );
}

const TITLE = /^(?:(?:original_?)?title|titulo|título)$/iu;

function isOfTitles(list: unknown): boolean {
  return (
    Array.isArray(list) &&
    list.some((one) => isRecord(one) && Object.keys(one).some((key) => TITLE.test(key)))
  );
}

/** What Elasticsearch is told to do with the record that follows, under which id; undefined for other records. */
export function orderIn(record: Dict): { readonly id: unknown } | undefined {
  const [entry, ...more] = Object.entries(record);
  if (entry === undefined || more.length > 0 || !ORDERS.has(entry[0]) || !isRecord(entry[1]))
    return undefined;
  const isOrder = Object.keys(entry[1]).every((key) => key.startsWith("_") || key === "routing");
  return isOrder ? { id: entry[1]._id } : undefined;
}

/** A record with an id that stood beside it, unless it has one. */
export function withId(record: Dict, id: unknown): Dict {
  const isTold = id === undefined || "id" in record || "tmdb_id" in record || "tmdbId" in record;
  return isTold ? record : { id, ...record };
}

const TYPES: ReadonlySet<string> = new Set(["S", "N", "BOOL", "NULL", "M", "L", "SS", "NS", "B"]);

/** DynamoDB's records, whose values say of which type they are: `{"N": "219"}`. */
export function withoutTypes(record: Dict): Dict {
  const values = Object.values(record);
  if (values.length === 0 || !values.every(isTyped)) return record;
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, untyped(value)]));
}

function isTyped(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const [key, ...more] = Object.keys(value);
  return key !== undefined && more.length === 0 && TYPES.has(key);
}

function untyped(value: unknown): unknown {
  if (!isRecord(value) || !isTyped(value)) return value;
  const [[type, inner] = ["NULL", null]] = Object.entries(value);
  if (type === "NULL") return null;
  if (Array.isArray(inner)) return inner.map(untyped);
  if (type === "M" && isRecord(inner))
    return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, untyped(one)]));
  return inner;
}
