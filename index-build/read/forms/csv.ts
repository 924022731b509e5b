/** CSV files: the header says which reader takes the rows. */
import type { ReportCode } from "../../report.js";
import type { ReadContext } from "../context.js";
import { type CsvProblem, readCsv } from "../csv/csv.js";
import type { ReaderInput, RowReader } from "../csv/row.js";
import { creditsReader } from "../dataset/credits.js";
import { keywordsReader } from "../dataset/keywords.js";
import { linksReader } from "../dataset/links.js";
import { moviesReader } from "../dataset/movies.js";
import { ratingsReader } from "../dataset/ratings.js";
import type { ReadLimits } from "../files/limits.js";
import type { SourceInput } from "../files/open.js";
import type { InputSummary, SourceParts } from "../parts.js";
import { platformOf, platformTitlesReader } from "../platforms/titles.js";
import { type FileKind, recogniseHeader } from "./headers.js";

const READERS: Record<Exclude<FileKind, "platform-titles">, (input: ReaderInput) => RowReader> = {
  movies: moviesReader,
  credits: creditsReader,
  keywords: keywordsReader,
  links: linksReader,
  ratings: ratingsReader,
};

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
  let recognised: { kind: FileKind; reader: RowReader } | undefined;
  const rows = await readCsv(input.open(), limits, {
    onHeader(cells) {
      header = cells.map((cell) => cell.trim());
      recognised = recognise(cells, file, context);
      const reader = recognised?.reader;
      return reader === undefined ? undefined : (row, line) => reader.row(row, line);
    },
    onProblem({ code, line, column, detail }: CsvProblem) {
      report.add(code, { file, line, column: column === undefined ? undefined : header[column], detail });
    },
  });
  if (header.length === 0) report.add("empty-file", { file });
  if (recognised === undefined) return undefined;
  return { kind: recognised.kind, rows, kept: recognised.reader.finish(parts) };
}

function recognise(
  cells: readonly string[],
  file: string,
  context: ReadContext,
): { kind: FileKind; reader: RowReader } | undefined {
  const tell = (code: ReportCode, column?: string, detail?: string): void =>
    context.report.add(code, { file, line: 1, column, detail });
  const verdict = recogniseHeader(cells);
  if (!verdict.known) {
    if (verdict.kind === undefined) tell("unknown-header", undefined, cells.join(","));
    else tell("missing-column", verdict.missing.join(", "), verdict.kind);
    return undefined;
  }
  const input: ReaderInput = { file, columns: verdict.columns, context };
  if (verdict.kind !== "platform-titles") return { kind: verdict.kind, reader: READERS[verdict.kind](input) };
  const platform = platformOf(file);
  if (platform === undefined) {
    tell("unknown-platform");
    return undefined;
  }
  return { kind: verdict.kind, reader: platformTitlesReader(input, platform) };
}
