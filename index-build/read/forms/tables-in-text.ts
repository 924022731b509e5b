/** What can be read of a text with tables in it: each table of a page or a dump, or the records of an XML text. */
import { InputRefused } from "../files/broken-input.js";
import type { ReadLimits } from "../files/limits.js";
import type { Peeked } from "../files/peeked.js";
import { textChunks } from "../files/text-chunks.js";
import { type Markup, markupOf } from "../markup/kind.js";
import { readXmlRecords, recordPath } from "../markup/records.js";
import { type MarkupTable, tablesOf } from "../markup/tables.js";
import { SheetRows } from "../spreadsheet/rows.js";
import { isSqlDump, sqlTables } from "../sql/tables.js";
import type { TableHandlers } from "../table.js";

/** A table, with the name that tells it from others of its file. */
export interface TableInText {
  readonly name: string | undefined;
  read(handlers: TableHandlers): Promise<number>;
}

/** What a text with tables in it is, by its beginning; undefined for other texts. */
export async function tablesFormOf(head: Buffer): Promise<Markup | "sql" | undefined> {
  const text = await textOf(pieces(head));
  return markupOf(text.slice(0, LOOKED_AT)) ?? (isSqlDump(text) ? "sql" : undefined);
}

/** Characters that tell what a text is. */
const LOOKED_AT = 4096;

/**
 * The tables of a text, to be read in their order.
 * @throws InputRefused where a page has no table, or is too large to be held
 */
export async function tablesInText(
  form: Markup | "sql",
  peeked: Peeked,
  limits: ReadLimits,
): Promise<readonly TableInText[]> {
  if (form === "xml") {
    const path = recordPath(await textOf(pieces(peeked.head)));
    if (path === undefined) throw new InputRefused("web-page");
    return [{ name: undefined, read: (handlers) => readXmlRecords(peeked.bytes(), path, limits, handlers) }];
  }
  const tables: readonly MarkupTable[] =
    form === "sql"
      ? sqlTables(await textOf(peeked.bytes(), limits)).map((table) => ({ ...table, isCut: false }))
      : await tablesOf(peeked.bytes(), { isXml: form === "xml-sheets", limits });
  if (tables.length === 0) throw new InputRefused("web-page");
  return tables.map((table, at) => ({
    name: tables.length === 1 ? undefined : (table.name ?? String(at + 1)),
    read: async (handlers) => readRows(table, limits, handlers),
  }));
}

function readRows({ rows, isCut }: MarkupTable, limits: ReadLimits, handlers: TableHandlers): number {
  const sheet = new SheetRows(limits, handlers);
  for (const [at, cells] of rows.entries()) sheet.take(cells, at + 1);
  if (isCut && !sheet.stopped) handlers.onProblem({ code: "truncated", line: rows.length + 1 });
  return sheet.rows;
}

async function textOf(bytes: AsyncIterable<Buffer>, limits?: ReadLimits): Promise<string> {
  let text = "";
  for await (const piece of textChunks(bytes)) {
    text += piece;
    if (limits !== undefined && text.length > limits.jsonBytes)
      throw new InputRefused("too-large", `> ${limits.jsonBytes} bytes`);
  }
  return text;
}

async function* pieces(head: Buffer): AsyncGenerator<Buffer> {
  yield head;
}
