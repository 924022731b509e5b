/** LibreOffice spreadsheets (.ods): all sheets stand in one part, read as a stream. */
import type { ReadLimits } from "../../files/limits.js";
import type { TableHandlers } from "../../table.js";
import type { SpreadsheetArchive } from "./archive.js";
import { SheetRows } from "./rows.js";
import type { Sheet } from "./xlsx.js";

const PART = "content.xml";

export async function odsSheets(archive: SpreadsheetArchive, limits: ReadLimits): Promise<Sheet[]> {
  const names: string[] = [];
  await archive.read(PART, limits, {
    onOpen(tag, attributes) {
      if (tag === "table") names.push(attributes["table:name"] ?? String(names.length + 1));
    },
  });
  return names.map((name, place) => ({
    name,
    read: (handlers) => readSheet(archive, limits, place, handlers),
  }));
}

async function readSheet(
  archive: SpreadsheetArchive,
  limits: ReadLimits,
  place: number,
  handlers: TableHandlers,
): Promise<number> {
  const rows = new SheetRows(limits, handlers);
  let sheet = -1;
  let cells: string[] = [];
  let line = 0;
  let repeatedRows = 1;
  let repeatedCells = 1;
  let value: string | undefined;
  let text: string[] = [];
  let inText = 0;
  await archive.read(PART, limits, {
    done: () => rows.stopped || sheet > place,
    onOpen(tag, attributes) {
      if (tag === "table") sheet += 1;
      else if (tag === "table-row") {
        cells = [];
        repeatedRows = Number(attributes["table:number-rows-repeated"] ?? 1);
      } else if (tag === "table-cell" || tag === "covered-table-cell") {
        repeatedCells = Number(attributes["table:number-columns-repeated"] ?? 1);
        value = keptValue(attributes);
        text = [];
      } else if (tag === "p") {
        inText += 1;
        text.push("");
      } else if (tag === "s") append(" ".repeat(Math.min(1000, Number(attributes["text:c"] ?? 1))));
      else if (tag === "line-break") append("\n");
      else if (tag === "tab") append("\t");
    },
    onText: append,
    onClose(tag) {
      if (tag === "p") inText -= 1;
      else if (tag === "table-cell" || tag === "covered-table-cell") {
        const cell = value ?? text.join("\n");
        // Empty cells are repeated to the edge of the sheet.
        const times = Math.min(repeatedCells, limits.fieldsPerRow - cells.length);
        if (cell !== "" || times < limits.fieldsPerRow / 2)
          for (let one = 0; one < times; one++) cells.push(cell);
      } else if (tag === "table-row" && sheet === place) {
        rows.take(cells, line + 1);
        line += repeatedRows;
      }
    },
  });
  return rows.rows;

  function append(piece: string): void {
    if (inText > 0 && text.length > 0) text[text.length - 1] += piece;
  }
}

/** What is kept beside the text that is shown; undefined for texts. */
function keptValue(attributes: Readonly<Record<string, string>>): string | undefined {
  switch (attributes["office:value-type"]) {
    case "float":
    case "percentage":
    case "currency":
      return attributes["office:value"];
    case "date":
      return attributes["office:date-value"]?.replace("T", " ");
    case "boolean":
      return attributes["office:boolean-value"];
    default:
      return undefined;
  }
}
