/** What a file holds, row by row, before anybody asks what its columns mean. */

import { READ_LIMITS, type ReadLimits } from "../../index-build/read/files/limits.js";
import { openInputs, type SourceInput } from "../../index-build/read/files/open.js";
import { readCsv } from "../../index-build/read/formats/csv/csv.js";
import { readJsonTable } from "../../index-build/read/formats/json/table.js";
import type { TableHandlers } from "../../index-build/read/table.js";

export interface ReadTable {
  readonly name: string;
  header: string[];
  readonly rows: string[][];
}

export interface ReadTables {
  readonly tables: ReadTable[];
  /** Codes of what was told, in their order. */
  readonly told: string[];
}

/** Every table in a file on disk; a file that is refused whole is told like the rest. */
export async function readTables(path: string, limits: Partial<ReadLimits> = {}): Promise<ReadTables> {
  const all = { ...READ_LIMITS, ...limits };
  const tables: ReadTable[] = [];
  const told: string[] = [];
  const tell = (code: string): void => void told.push(code);
  const refused = (error: unknown): void => {
    if (!(error instanceof Error && "reason" in error)) throw error;
    tell(String(error.reason));
  };
  try {
    const file = { path, name: "file" };
    for await (const input of openInputs(file, all, tell, (_, error) => refused(error))) {
      const table: ReadTable = { name: input.name, header: [], rows: [] };
      tables.push(table);
      const handlers: TableHandlers = {
        onHeader(cells) {
          table.header = cells;
          return (row) => table.rows.push(row);
        },
        onProblem: ({ code }) => tell(code),
      };
      await readInput(input, all, handlers).catch(refused);
    }
  } catch (error) {
    refused(error);
  }
  return { tables, told };
}

function readInput(input: SourceInput, limits: ReadLimits, handlers: TableHandlers): Promise<number> {
  if (input.form === "table") return input.read(handlers);
  const isJson = /^\s*[[{]/u.test(input.head.toString("utf8", 0, 100));
  return (isJson ? readJsonTable : readCsv)(input.open(), limits, handlers);
}
