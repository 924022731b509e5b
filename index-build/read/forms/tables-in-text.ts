/** What can be read of a text with tables in it: each table of a page, a dump or a document, or the records of an XML text. */
import { InputRefused } from "../files/broken-input.js";
import type { ReadLimits } from "../files/limits.js";
import type { Peeked } from "../files/peeked.js";
import { wholeText } from "../files/text/whole-text.js";
import { RecordTable } from "../formats/json/records.js";
import { mayHoldSeveral, type NamedRecords, severalTables } from "../formats/json/several.js";
import { readJsonTable } from "../formats/json/table.js";
import { type Markup, markupOf } from "../formats/markup/kind.js";
import { readXmlRecords, recordPath } from "../formats/markup/records.js";
import { type MarkupTable, tablesOf } from "../formats/markup/tables.js";
import { SheetRows } from "../formats/spreadsheet/rows.js";
import { isSqlDump, sqlTables } from "../formats/sql/tables.js";
import type { TableHandlers } from "../table.js";

/** A table, with the name that tells it from others of its file. */
export interface TableInText {
  readonly name: string | undefined;
  read(handlers: TableHandlers): Promise<number>;
}

export type TablesForm = Markup | "sql" | "json";

/** What a text with tables in it is, by its beginning; undefined for other texts. */
export async function tablesFormOf(head: Buffer): Promise<TablesForm | undefined> {
  const text = await wholeText(pieces(head));
  const markup = markupOf(text.slice(0, LOOKED_AT));
  if (markup !== undefined) return markup;
  if (mayHoldSeveral(text)) return "json";
  return isSqlDump(text) ? "sql" : undefined;
}

/** Characters that tell what a text is. */
const LOOKED_AT = 4096;

/**
 * The tables of a text, to be read in their order.
 * @throws InputRefused where a page has no table, or is too large to be held
 */
export async function tablesInText(
  form: TablesForm,
  peeked: Peeked,
  limits: ReadLimits,
): Promise<readonly TableInText[]> {
  if (form === "xml") {
    const path = recordPath(await wholeText(pieces(peeked.head)));
    if (path === undefined) throw new InputRefused("web-page");
    return [{ name: undefined, read: (handlers) => readXmlRecords(peeked.bytes(), path, limits, handlers) }];
  }
  if (form === "json") return jsonTables(peeked, limits);
  const tables: readonly MarkupTable[] =
    form === "sql"
      ? sqlTables(await wholeText(peeked.bytes(), limits)).map((table) => ({ ...table, isCut: false }))
      : await tablesOf(peeked.bytes(), { isXml: form === "xml-sheets", limits });
  if (tables.length === 0) throw new InputRefused("web-page");
  return tables.map((table, at) => ({
    name: tables.length === 1 ? undefined : (table.name ?? String(at + 1)),
    read: async (handlers) => readRows(table, limits, handlers),
  }));
}

/** Several tables, or the one that any other document is. */
async function jsonTables(peeked: Peeked, limits: ReadLimits): Promise<readonly TableInText[]> {
  const read: Buffer[] = [];
  let size = 0;
  for await (const piece of peeked.bytes()) {
    size += piece.length;
    if (size > limits.jsonBytes) throw new InputRefused("too-large", `> ${limits.jsonBytes} bytes`);
    read.push(piece);
  }
  const several = severalTables(await wholeText(pieces(...read)));
  if (several === undefined)
    return [{ name: undefined, read: (handlers) => readJsonTable(pieces(...read), limits, handlers) }];
  return several.map((table) => ({
    name: table.name,
    read: async (handlers) => readRecords(table, limits, handlers),
  }));
}

function readRecords({ records }: NamedRecords, limits: ReadLimits, handlers: TableHandlers): number {
  const table = new RecordTable(limits, handlers);
  for (const [at, record] of records.entries()) table.push(record, at + 1);
  table.end();
  return table.rows;
}

function readRows({ rows, isCut }: MarkupTable, limits: ReadLimits, handlers: TableHandlers): number {
  const sheet = new SheetRows(limits, handlers);
  for (const [at, cells] of rows.entries()) sheet.take(cells, at + 1);
  if (isCut && !sheet.stopped) handlers.onProblem({ code: "truncated", line: rows.length + 1 });
  return sheet.rows;
}

async function* pieces(...read: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* read;
}
