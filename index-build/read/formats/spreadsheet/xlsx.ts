/** Excel workbooks (.xlsx): the sheets of one, and the rows of a sheet, read as a stream. */
import { posix } from "node:path";
import type { ReadLimits } from "../../files/limits.js";
import type { TableHandlers } from "../../table.js";
import type { SpreadsheetArchive } from "./archive.js";
import { isDateFormat, serialDate } from "./dates.js";
import { SheetRows } from "./rows.js";

export interface Sheet {
  readonly name: string;
  /** @returns rows met after the header */
  read(handlers: TableHandlers): Promise<number>;
}

/** Sheets in their order, hidden ones last. */
export async function xlsxSheets(archive: SpreadsheetArchive, limits: ReadLimits): Promise<Sheet[]> {
  const parts = await partsById(archive, limits);
  const sheets: { name: string; part: string; hidden: boolean }[] = [];
  let from1904 = false;
  await archive.read("xl/workbook.xml", limits, {
    onOpen(tag, attributes) {
      if (tag === "workbookPr") from1904 = isTrue(attributes.date1904);
      const part = parts.get(attributes["r:id"] ?? attributes["d3p1:id"] ?? "");
      if (tag !== "sheet" || part === undefined) return;
      const hidden = attributes.state !== undefined && attributes.state !== "visible";
      sheets.push({ name: attributes.name ?? part, part, hidden });
    },
  });
  const book: Book = { archive, limits, from1904 };
  return [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)].map(
    ({ name, part }) => ({ name, read: (handlers) => readSheet(book, part, handlers) }),
  );
}

interface Book {
  readonly archive: SpreadsheetArchive;
  readonly limits: ReadLimits;
  readonly from1904: boolean;
  /** Read with the first sheet. */
  texts?: readonly string[];
  dateStyles?: ReadonlySet<number>;
}

async function partsById(archive: SpreadsheetArchive, limits: ReadLimits): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  await archive.read("xl/_rels/workbook.xml.rels", limits, {
    onOpen(tag, { Id, Target = "", Type = "" }) {
      if (tag !== "Relationship" || Id === undefined || !Type.endsWith("/worksheet")) return;
      parts.set(Id, Target.startsWith("/") ? Target.slice(1) : posix.join("xl", Target));
    },
  });
  return parts;
}

async function readSheet(book: Book, part: string, handlers: TableHandlers): Promise<number> {
  const { archive, limits, from1904 } = book;
  book.texts ??= await sharedTexts(archive, limits);
  book.dateStyles ??= await dateStyles(archive, limits);
  const { texts, dateStyles: dates } = book;
  const rows = new SheetRows(limits, handlers);
  let cells: string[] = [];
  let line = 0;
  let column = -1;
  let type = "n";
  let style = 0;
  let text = "";
  let inText = false;
  await archive.read(part, limits, {
    done: () => rows.stopped,
    onOpen(tag, attributes) {
      if (tag === "row") {
        cells = [];
        column = -1;
        line = Number(attributes.r ?? line + 1);
      } else if (tag === "c") {
        column = columnOf(attributes.r) ?? column + 1;
        type = attributes.t ?? "n";
        style = Number(attributes.s ?? 0);
        text = "";
      } else if (tag === "v" || tag === "t") inText = true;
      else if (tag === "rPh") type = "phonetic";
    },
    onText(piece) {
      if (inText && type !== "phonetic") text += piece;
    },
    onClose(tag) {
      if (tag === "v" || tag === "t") inText = false;
      else if (tag === "c" && column >= 0 && column < limits.fieldsPerRow) {
        while (cells.length < column) cells.push("");
        cells[column] = value(text, type, dates.has(style));
      } else if (tag === "row") rows.take(cells, line);
    },
  });
  return rows.rows;

  function value(written: string, kind: string, isDate: boolean): string {
    switch (kind) {
      case "s":
        return texts[Number(written)] ?? "";
      case "b":
        return isTrue(written) ? "True" : "False";
      case "e":
        return "";
      case "n":
        return isDate ? (serialDate(Number(written), from1904) ?? written) : plainNumber(written);
      default:
        return unescaped(written);
    }
  }
}

/** Texts that cells share, by their numbers. */
async function sharedTexts(archive: SpreadsheetArchive, limits: ReadLimits): Promise<string[]> {
  const texts: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = false;
  await archive.read("xl/sharedStrings.xml", limits, {
    onOpen(tag) {
      if (tag === "si") text = "";
      else if (tag === "t") inText = true;
      else if (tag === "rPh") phonetic = true;
    },
    onText(piece) {
      if (inText && !phonetic) text += piece;
    },
    onClose(tag) {
      if (tag === "t") inText = false;
      else if (tag === "rPh") phonetic = false;
      else if (tag === "si") texts.push(unescaped(text));
    },
  });
  return texts;
}

/** Styles whose numbers are days. */
async function dateStyles(archive: SpreadsheetArchive, limits: ReadLimits): Promise<Set<number>> {
  const formats = new Map<number, string>();
  const styles = new Set<number>();
  let inCells = false;
  let count = 0;
  await archive.read("xl/styles.xml", limits, {
    onOpen(tag, attributes) {
      if (tag === "numFmt") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (tag === "cellXfs") inCells = true;
      else if (tag === "xf" && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        if (isDateFormat(id, formats.get(id))) styles.add(count);
        count += 1;
      }
    },
    onClose(tag) {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return styles;
}

/** "AB12" → 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]+/u.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Numbers are kept as the nearest that a computer has: 7.7 may stand as 7.7000000000000002. */
function plainNumber(written: string): string {
  return written === "" || Number.isNaN(Number(written)) ? written : String(Number(written));
}

/** Characters that XML cannot hold are written as "_x000D_". */
function unescaped(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
