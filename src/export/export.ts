/** The cleaned tables of an index as files for notebooks and other programs. */
import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Tables } from "../catalog/catalog.js";
import { creditsTable, filmsTable, keywordsTable } from "./films.js";
import { type ExportFormat, writeTable } from "./formats.js";
import { collectionsTable, linkTables, peopleTable } from "./links.js";
import { platformTitlesTable, watchingTable } from "./platforms.js";
import type { ExportedTable } from "./table.js";

/** All tables, films first. */
export function exportedTables(tables: Tables): ExportedTable[] {
  return [
    filmsTable(tables),
    creditsTable(tables),
    keywordsTable(tables),
    ...linkTables(tables),
    peopleTable(tables),
    collectionsTable(tables),
    platformTitlesTable(tables),
    watchingTable(tables),
  ];
}

export interface WrittenTable {
  readonly file: string;
  readonly rows: number;
}

/**
 * Writes each table to `folder`, which is made where it is missing. A file appears under its name when it is whole, in
 * the place of an older one.
 */
export function* exportTables(tables: Tables, folder: string, format: ExportFormat): Generator<WrittenTable> {
  mkdirSync(folder, { recursive: true });
  for (const table of exportedTables(tables)) {
    const file = join(folder, `${table.name}.${format}`);
    const rows = writeTable(table, format, `${file}.part`);
    renameSync(`${file}.part`, file);
    yield { file, rows };
  }
}
