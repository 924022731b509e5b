/** The tables of a page, or of a spreadsheet in one XML file: rows of cells as they are seen. */
import { Parser } from "htmlparser2";
import { InputCut, InputRefused } from "../../files/broken-input.js";
import type { ReadLimits } from "../../files/limits.js";
import { textChunks } from "../../files/text/text-chunks.js";
import { CellText } from "./cell-text.js";
import { LinkedIds } from "./linked-ids.js";

export interface MarkupTable {
  /** Undefined where it has none of its own. */
  readonly name: string | undefined;
  readonly rows: readonly (readonly string[])[];
  /** Its end is missing. */
  readonly isCut: boolean;
}

/** Tags by what they are of a table: those of pages, of Excel's XML and of LibreOffice's. */
const PARTS: Readonly<Record<string, "table" | "row" | "cell" | "head">> = {
  table: "table",
  tr: "row",
  row: "row",
  "table-row": "row",
  td: "cell",
  cell: "cell",
  "table-cell": "cell",
  "covered-table-cell": "cell",
  th: "head",
};

/** Cells of one file. */
const MOST_CELLS = 100_000_000;

/**
 * Tables with more than a row and a column, in the order in which they end.
 * @throws InputRefused where the text is too large to be held
 */
export async function tablesOf(
  bytes: AsyncIterable<Buffer>,
  { isXml, limits }: { readonly isXml: boolean; readonly limits: ReadLimits },
): Promise<MarkupTable[]> {
  const reader = new TableReader(limits);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(localName(name), attributes),
      onclosetag: (name) => reader.close(localName(name)),
      ontext: (text) => reader.text(text),
    },
    { xmlMode: isXml, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  let length = 0;
  try {
    for await (const text of textChunks(bytes)) {
      length += text.length;
      if (length > limits.jsonBytes) throw new InputRefused("too-large", `> ${limits.jsonBytes} bytes`);
      parser.write(text);
    }
  } catch (error) {
    if (!(error instanceof InputCut)) throw error;
    reader.isCut = true;
  }
  // Tables that are still open have no end.
  reader.isCut = true;
  parser.end();
  return reader.tables;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

interface OpenTable {
  readonly name: string | undefined;
  readonly rows: string[][];
  /** Rows of nothing but heads, by their place. */
  readonly heads: Set<number>;
  readonly ids: LinkedIds;
  row: string[] | undefined;
  hasData: boolean;
  cell: CellText | undefined;
  /** Cells of rows above that go on: value and rows left, by column. */
  readonly spanning: Map<number, { readonly value: string; left: number }>;
  spans: Spans;
}

interface Spans {
  readonly columns: number;
  readonly rows: number;
  /** Cells that are one after the other the same. */
  readonly times: number;
}

class TableReader {
  readonly tables: MarkupTable[] = [];
  isCut = false;
  readonly #open: OpenTable[] = [];
  readonly #limits: ReadLimits;
  #sheet: string | undefined;
  /** A few letters may stand for very many cells. */
  #cells = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === "worksheet") this.#sheet = attributes["ss:name"];
    const part = PARTS[tag];
    const table = this.#open.at(-1);
    if (part === "table") this.#open.push(newTable(attributes.id ?? attributes["table:name"] ?? this.#sheet));
    else if (table === undefined) return;
    else if (part === "row") this.#openRow(table);
    else if (part !== undefined) this.#openCell(table, part, attributes);
    else {
      table.cell?.open(tag, attributes);
      const { href } = attributes;
      if (href !== undefined) table.ids.take(table.rows.length, href);
    }
  }

  close(tag: string): void {
    const part = PARTS[tag];
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (part === "table") this.#closeTable(table);
    else if (part === "row") closeRow(table);
    else if (part !== undefined) this.#closeCell(table);
    else table.cell?.close(tag);
  }

  text(text: string): void {
    this.#open.at(-1)?.cell?.text(text);
  }

  #openCell(table: OpenTable, part: "cell" | "head", attributes: Readonly<Record<string, string>>): void {
    this.#closeCell(table);
    // A page may leave out where its rows begin.
    table.row ??= [];
    if (part === "cell") table.hasData = true;
    fillSpanned(table, table.row);
    // Excel leaves out empty cells, and says which one comes next.
    const next = Number(attributes["ss:index"] ?? 0) - 1;
    while (table.row.length < Math.min(next, this.#limits.fieldsPerRow)) table.row.push("");
    table.cell = new CellText(keptValue(attributes));
    const columns = Number(attributes.colspan ?? 1 + Number(attributes["ss:mergeacross"] ?? 0));
    const rows = Number(attributes.rowspan ?? 1);
    const times = Number(attributes["table:number-columns-repeated"] ?? 1);
    table.spans = {
      columns: within(columns, this.#limits.fieldsPerRow),
      rows: within(rows, this.#limits.rows),
      times,
    };
  }

  #closeCell(table: OpenTable): void {
    const { cell, row, spans } = table;
    table.cell = undefined;
    if (cell === undefined || row === undefined) return;
    const value = cell.value();
    // Empty cells are repeated to the edge of a sheet.
    const { fieldsPerRow } = this.#limits;
    const times = value === "" && spans.times > fieldsPerRow / 2 ? 1 : Math.min(spans.times, fieldsPerRow);
    this.#count(times + spans.columns);
    for (let at = 1; at < times; at++) row.push(value);
    for (let at = 0; at < spans.columns; at++) {
      const text = at === 0 ? value : "";
      if (spans.rows > 1) table.spanning.set(row.length, { value: text, left: spans.rows - 1 });
      row.push(text);
    }
  }

  #openRow(table: OpenTable): void {
    closeRow(table);
    this.#count(table.spanning.size);
    table.row = [];
    table.hasData = false;
  }

  #count(cells: number): void {
    this.#cells += cells;
    if (this.#cells > MOST_CELLS) throw new InputRefused("too-large", `> ${MOST_CELLS} cells`);
  }

  #closeTable(table: OpenTable): void {
    this.#closeCell(table);
    closeRow(table);
    this.#open.pop();
    const { isCut } = this;
    if (isCut) table.rows.pop();
    const rows = table.ids.withIds(withOneHeader(table));
    if (rows.length > 1 && rows.some(({ length }) => length > 1))
      this.tables.push({ name: table.name, rows, isCut });
  }
}

function newTable(name: string | undefined): OpenTable {
  return {
    name,
    rows: [],
    heads: new Set(),
    ids: new LinkedIds(),
    row: undefined,
    hasData: false,
    cell: undefined,
    spanning: new Map(),
    spans: { columns: 1, rows: 1, times: 1 },
  };
}

function closeRow(table: OpenTable): void {
  const { row } = table;
  table.row = undefined;
  if (row === undefined) return;
  fillSpanned(table, row);
  if (!table.hasData) table.heads.add(table.rows.length);
  table.rows.push(row);
}

/** Cells of rows above that reach down into this one. */
function fillSpanned({ spanning }: OpenTable, row: string[]): void {
  for (;;) {
    const spanned = spanning.get(row.length);
    if (spanned === undefined) return;
    spanned.left -= 1;
    if (spanned.left === 0) spanning.delete(row.length);
    row.push(spanned.value);
  }
}

/** pandas heads the index in a row of its own: two rows of which each fills what the other leaves empty are one. */
function withOneHeader({ rows, heads }: OpenTable): string[][] {
  const [first = [], second = [], ...others] = rows;
  if (!heads.has(0) || !heads.has(1) || first.length !== second.length) return rows;
  const isShared = first.some((cell, place) => cell !== "" && second[place] !== "");
  return isShared ? rows : [first.map((cell, place) => cell || (second[place] ?? "")), ...others];
}

/** What a spreadsheet keeps beside what it shows. */
function keptValue(attributes: Readonly<Record<string, string>>): string | undefined {
  const date = attributes["office:date-value"]?.replace("T", " ");
  return attributes["x:num"] ?? attributes["office:value"] ?? date ?? attributes["office:boolean-value"];
}

function within(told: number, most: number): number {
  return Number.isInteger(told) && told > 0 ? Math.min(told, most) : 1;
}
