/** Tables of any form: the header says which reader takes the rows. */
import type { ReadContext } from "../context.js";
import type { CsvKind, RowReader } from "../csv/row.js";
import { credits } from "../dataset/credits.js";
import { keywords } from "../dataset/keywords.js";
import { links } from "../dataset/links.js";
import { movies } from "../dataset/movies.js";
import { ratings } from "../dataset/ratings.js";
import type { InputSummary, SourceParts } from "../parts.js";
import { platformTitles } from "../platforms/titles.js";
import type { TableHandlers, TableProblem } from "../table.js";
import { recogniseHeader } from "./headers.js";

/** All that are known; of several whose columns a file has, it is of the first. */
export const CSV_KINDS: readonly CsvKind[] = [movies, credits, keywords, links, ratings, platformTitles];

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
  let recognised: Recognised | undefined;
  let troubled = false;
  const rows = await read({
    onHeader(cells) {
      header = cells.map((cell) => cell.trim());
      recognised = recognise(cells, file, context);
      const reader = recognised?.reader;
      return reader === undefined ? undefined : (row, line) => reader.row(row, line);
    },
    onProblem({ code, line, column, detail }: TableProblem) {
      troubled = true;
      report.add(code, { file, line, column: column === undefined ? undefined : header?.[column], detail });
    },
  });
  if (header === undefined && !troubled) report.add("empty-file", { file });
  if (recognised === undefined) return undefined;
  return { kind: recognised.kind, rows, kept: recognised.reader.finish(parts) };
}

interface Recognised {
  readonly kind: CsvKind["kind"];
  readonly reader: RowReader;
}

/** Undefined where nothing of ours reads the file, which is reported. */
function recognise(cells: readonly string[], file: string, context: ReadContext): Recognised | undefined {
  const { report } = context;
  const verdict = recogniseHeader(cells, CSV_KINDS);
  if (verdict.is === "unknown") {
    report.add("unknown-header", { file, line: 1, detail: cells.join(",") });
    return undefined;
  }
  const { kind, reader } = verdict.kind;
  if (verdict.is === "damaged") {
    report.add("missing-column", { file, line: 1, column: verdict.missing.join(", "), detail: kind });
    return undefined;
  }
  const created = reader({ file, columns: verdict.columns, context });
  return created && { kind, reader: created };
}
