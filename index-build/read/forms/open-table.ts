/** Tables of rows, from whichever form of file: the header says what they tell, and who reads them. */
import { dirname } from "node:path";
import type { ReadContext } from "../context.js";
import type { ReaderInput, RowReader } from "../formats/csv/row.js";
import { creditsByIds } from "../layouts/facts/credits-rows.js";
import type { Fact, TableKind } from "../layouts/layout.js";
import { EXPORTED_AGAIN, exportedFilms } from "../layouts/own-export.js";
import { creditsReader } from "../sources/dataset/credits.js";
import { creditsRowsReader } from "../sources/dataset/credits-rows.js";
import { filmsReader } from "../sources/dataset/films.js";
import { keywordsReader } from "../sources/dataset/keywords.js";
import { linksReader } from "../sources/dataset/links.js";
import { movieLensFilmsReader } from "../sources/dataset/movielens-films.js";
import { ratingsReader } from "../sources/dataset/ratings.js";
import { factsRowsReader } from "../sources/facts/facts-rows.js";
import {
  arePeople,
  areThings,
  peopleNamesReader,
  thingNamesReader,
  thingOf,
} from "../sources/facts/thing-names.js";
import { areOfTitles, titleCreditsReader } from "../sources/facts/title-credits.js";
import { ratingsSummaryReader, watchingReader } from "../sources/own-export/tables.js";
import { mayTellPlatform, platformTitlesReader } from "../sources/platforms/titles.js";
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
  movies: withSample((input) =>
    refersToPeople(input) ? both(filmsReader(input), creditsRowsReader(input)) : filmsReader(input),
  ),
  credits: withSample(creditsReader),
  "credits-rows": withSample((input) => {
    if (areOfTitles(input)) return titleCreditsReader(input);
    return arePeople(input) ? peopleNamesReader(input) : creditsRowsReader(input);
  }),
  "facts-rows": withSample((input) => (areThings(input) ? thingNamesReader(input) : factsRowsReader(input))),
  "thing-names": (input) => (thingOf(input) === undefined ? undefined : atOnce(thingNamesReader)(input)),
  keywords: withSample(keywordsReader),
  "ratings-summary": atOnce(ratingsSummaryReader),
  watching: atOnce(watchingReader),
  links: atOnce(linksReader),
  ratings: atOnce(ratingsReader),
  "platform-titles": (input) => (mayTellPlatform(input) ? sampled(input, platformTitlesReader) : undefined),
  "movielens-films": atOnce(movieLensFilmsReader),
};

/** Films whose directors another table of their database names. */
function refersToPeople({ layout, columns }: Pick<ReaderInput, "layout" | "columns">): boolean {
  return layout.kind === "movies" && columns.has("personId") && !columns.has("directors");
}

/** Two readers of the same rows, of which the first says how many are kept. */
function both(first: RowReader, second: RowReader): RowReader {
  return {
    row(cells, line) {
      first.row([...cells], line);
      second.row(cells, line);
    },
    finish(parts) {
      const kept = first.finish(parts);
      second.finish(parts);
      return kept;
    },
  };
}

/** Numbers of a database's own, by which rows are only told once its tables of names are read. */
const REFERRING: readonly Fact[] = ["genreIds", "companyIds", "countryIds", "languageIds", "keywordIds"];

export interface OpenTable {
  readonly kind: TableKind;
  readonly reader: RowReader;
  /** It has the columns of a table of our own export that tells what the one of films does. */
  readonly mayRepeat: boolean;
  /** It has numbers that another table explains. */
  readonly refers: boolean;
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
      if (layout === exportedFilms) context.exports.add(dirname(file));
      const isOfNumbers = layout.kind === "facts-rows" && REFERRING.some((fact) => columns.has(fact));
      return (
        reader && {
          kind: layout.kind,
          reader,
          mayRepeat: isExportedAgain(header),
          refers: layout === creditsByIds || isOfNumbers || refersToPeople({ layout, columns }),
        }
      );
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

function isExportedAgain(header: readonly string[]): boolean {
  return EXPORTED_AGAIN.some(
    (columns) => columns.length === header.length && columns.every((column, at) => header[at] === column),
  );
}
