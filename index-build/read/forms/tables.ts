/** Tables of any form: the header says which reader takes the rows. */
import type { ReadContext } from "../context.js";
import type { InputSummary, SourceParts } from "../parts.js";
import type { TableHandlers, TableProblem } from "../table.js";
import { type OpenTable, openTable } from "./open-table.js";

export interface TableToRead {
  /** As the report names it. */
  readonly file: string;
  /** Reads header and rows; returns the number of rows met. */
  read(handlers: TableHandlers): Promise<number>;
}

/**
 * Adds what the table tells to `parts`, once it has been read to its end or to where it is cut.
 * @throws InputRefused, and errors of the file system: then nothing of the file is added
 */
export async function readTable(
  { file, read }: TableToRead,
  context: ReadContext,
  parts: SourceParts,
): Promise<InputSummary | undefined> {
  const { report } = context;
  let header: readonly string[] | undefined;
  let table: OpenTable | undefined;
  let troubled = false;
  const rows = await read({
    onHeader(cells) {
      header = cells.map((cell) => cell.trim());
      table = openTable(header, file, context);
      const reader = table?.reader;
      return reader === undefined ? undefined : (row, line) => reader.row(row, line);
    },
    onProblem({ code, line, column, detail }: TableProblem) {
      troubled = true;
      report.add(code, { file, line, column: column === undefined ? undefined : header?.[column], detail });
    },
  });
  if (header === undefined && !troubled) report.add("empty-file", { file });
  if (table === undefined) return undefined;
  return { kind: table.kind, rows, kept: table.reader.finish(parts) };
}
