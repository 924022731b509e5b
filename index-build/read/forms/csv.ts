/** CSV files: the header says which reader takes the rows. */
import type { ReadContext } from "../context.js";
import { type CsvProblem, readCsv } from "../csv/csv.js";
import type { ReadLimits } from "../files/limits.js";
import type { SourceInput } from "../files/open.js";
import type { InputSummary, SourceParts } from "../parts.js";
import { type OpenTable, openTable } from "./tables.js";

/**
 * Adds what the file tells to `parts`, once it has been read to its end or to where it is cut.
 * @throws InputRefused, and errors of the file system: then nothing of the file is added
 */
export async function readCsvInput(
  input: SourceInput,
  limits: ReadLimits,
  context: ReadContext,
  parts: SourceParts,
): Promise<InputSummary | undefined> {
  const { report } = context;
  const file = input.name;
  let header: readonly string[] = [];
  let table: OpenTable | undefined;
  const rows = await readCsv(input.open(), limits, {
    onHeader(cells) {
      header = cells.map((cell) => cell.trim());
      table = openTable(header, file, context);
      const reader = table?.reader;
      return reader === undefined ? undefined : (row, line) => reader.row(row, line);
    },
    onProblem({ code, line, column, detail }: CsvProblem) {
      report.add(code, { file, line, column: column === undefined ? undefined : header[column], detail });
    },
  });
  if (header.length === 0) report.add("empty-file", { file });
  if (table === undefined) return undefined;
  return { kind: table.kind, rows, kept: table.reader.finish(parts) };
}
