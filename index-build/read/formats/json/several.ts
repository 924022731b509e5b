/** Several tables in one document, as programs save a database: `{"movies": […], "genres": […]}`. */
import { isListOfRecords, isRecord, namesFormat, parseJson } from "./parse.js";
import { hasOfFilms, innerDocument } from "./wrapped.js";

/** A list of records under a name. */
export interface NamedRecords {
  readonly name: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

/** A list of records, perhaps behind when it was saved, by whom and the like, and perhaps in something around it. */
const BEGINS_WITH_LIST = new RegExp(
  [
    String.raw`^\s*\{`,
    String.raw`(?:\s*NAME(?:"[^"\\]{0,200}"|[\w.+-]{1,40}|\{[^{}[\]]{0,500}\}|\[[^{}[\]]{0,500}\])\s*,){0,8}`,
    String.raw`(?:\s*NAME\{){0,2}`,
    String.raw`\s*NAME\[\s*\{`,
  ]
    .join("")
    .replaceAll("NAME", String.raw`"[^"\\]{1,100}"\s*:\s*`),
  "u",
);

/** Whether a text may be such a document, by its beginning. Records a line each may begin so, too, and are none. */
export function mayHoldSeveral(start: string): boolean {
  if (namesFormat(start) || !BEGINS_WITH_LIST.test(start)) return false;
  const end = start.indexOf("\n") + 1;
  return end === 0 || start.slice(end).trim() === "" || !isWhole(start.slice(0, end));
}

/** The tables of a document that is several of them; undefined for any other. */
export function severalTables(text: string): readonly NamedRecords[] | undefined {
  let document: unknown;
  try {
    document = parseJson(text);
  } catch {
    return undefined;
  }
  return isRecord(document) ? tablesIn(document) : undefined;
}

function tablesIn(document: Readonly<Record<string, unknown>>): readonly NamedRecords[] | undefined {
  // A film is a record, of which lists are cells.
  if (hasOfFilms(document)) return undefined;
  const tables = listsIn(document);
  const within = innerDocument(document);
  const isInside = within !== undefined && isRecord(within);
  // Films by their ids beside lists are the films.
  if (tables.length > 1 && !(isInside && Object.values(within).every(isRecord))) return tables;
  return isInside && tables.length === 0 ? tablesIn(within) : undefined;
}

/** The lists of records of a document, by their names. */
export function listsIn(document: Readonly<Record<string, unknown>>): readonly NamedRecords[] {
  return Object.entries(document).flatMap(([name, value]) =>
    isListOfRecords(value) ? { name, records: value } : [],
  );
}

function isWhole(line: string): boolean {
  try {
    return isRecord(parseJson(line));
  } catch {
    return false;
  }
}
