/** Tables of rows, from whichever form of file: the header says what they tell, and who reads them. */
import type { ReadContext } from "../context.js";
import type { ReaderInput, RowReader } from "../csv/row.js";
import { creditsReader } from "../dataset/credits.js";
import { creditsRowsReader } from "../dataset/credits-rows.js";
import { filmsReader } from "../dataset/films.js";
import { keywordsReader } from "../dataset/keywords.js";
import { linksReader } from "../dataset/links.js";
import { movieLensFilmsReader } from "../dataset/movielens-films.js";
import { ratingsReader } from "../dataset/ratings.js";
import type { TableKind } from "../layouts/layout.js";
import { ratingsSummaryReader, watchingReader } from "../own-export/tables.js";
import { mayTellPlatform, platformTitlesReader } from "../platforms/titles.js";
import { recogniseHeader } from "./headers.js";
import { sampled } from "./sampled.js";

type CreateReader = (input: Omit<ReaderInput, "sample" | "between">) => RowReader | undefined;

/** A reader that reads each row as it comes. */
function atOnce(create: (input: ReaderInput) => RowReader): CreateReader {
  return (input) => create({ ...input, sample: [], between: new Map() });
}

/** A reader that knows the first rows before it reads one. */
function withSample(create: (input: ReaderInput) => RowReader): CreateReader {
  return (input) => sampled(input, create);
}

const READERS: Readonly<Record<TableKind, CreateReader>> = {
  movies: withSample(filmsReader),
  credits: withSample(creditsReader),
  "credits-rows": atOnce(creditsRowsReader),
  keywords: withSample(keywordsReader),
  "ratings-summary": atOnce(ratingsSummaryReader),
  watching: atOnce(watchingReader),
  links: atOnce(linksReader),
  ratings: atOnce(ratingsReader),
  "platform-titles": (input) => (mayTellPlatform(input) ? sampled(input, platformTitlesReader) : undefined),
  "movielens-films": atOnce(movieLensFilmsReader),
};

export interface OpenTable {
  readonly kind: TableKind;
  readonly reader: RowReader;
}

/**
 * @param header names of the columns, as the file writes them
 * @returns undefined where nothing of ours reads the table, which is reported
 */
export function openTable(
  header: readonly string[],
  file: string,
  context: ReadContext,
): OpenTable | undefined {
  const { report } = context;
  const verdict = recogniseHeader(header);
  switch (verdict.is) {
    case "known": {
      const { layout, columns } = verdict;
      const reader = READERS[layout.kind]({
        file,
        layout,
        columns,
        header,
        context,
        unknownWords: new Set(),
      });
      return reader && { kind: layout.kind, reader };
    }
    case "unused":
      report.add(verdict.unused.code, { file, detail: verdict.unused.name });
      return undefined;
    case "damaged":
      report.add("missing-column", {
        file,
        line: 1,
        column: verdict.missing.join(", "),
        detail: verdict.layout.name,
      });
      return undefined;
    case "unknown": {
      const { nearest } = verdict;
      report.add("unknown-header", {
        file,
        line: 1,
        column: nearest?.missing.join(", "),
        detail: nearest === undefined ? header.join(",") : nearest.layout.name,
      });
      return undefined;
    }
  }
}
