/** Several tables in one document, as programs save a database: `{"movies": […], "genres": […]}`. */
import { isRecord, namesFormat, parseJson } from "./parse.js";
import { hasOfFilms } from "./wrapped.js";

/** A list of records under a name. */
export interface NamedRecords {
  readonly name: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

/** A list of records, perhaps behind when it was saved and the like. */
const BEGINS_WITH_LIST =
  /^\s*\{(?:\s*"[^"\\]{1,100}"\s*:\s*(?:"[^"\\]{0,200}"|[\w.+-]{1,40})\s*,){0,3}\s*"[^"\\]{1,100}"\s*:\s*\[\s*\{/u;

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
  if (!isRecord(document)) return undefined;
  // A film is a record, of which lists are cells.
  if (hasOfFilms(document)) return undefined;
  const tables: NamedRecords[] = [];
  for (const [name, value] of Object.entries(document)) {
    if (!Array.isArray(value)) continue;
    if (value.length > 0 && value.every(isRecord)) tables.push({ name, records: value });
  }
  return tables.length > 1 ? tables : undefined;
}

function isWhole(line: string): boolean {
  try {
    return isRecord(parseJson(line));
  } catch {
    return false;
  }
}
