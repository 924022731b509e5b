/** Catalogues of streaming platforms: one movie or series a row. */
import { PLATFORMS } from "../../../src/catalog/platforms.js";
import { parseEnglishDate, parseYear } from "../../clean/dates.js";
import { parseDuration } from "../../clean/duration.js";
import { parseMaturityAndDuration } from "../../clean/maturity.js";
import { parseNameList } from "../../clean/name-list.js";
import { parseWithin } from "../../clean/numbers.js";
import { cleanName } from "../../clean/text.js";
import type { Platform, PlatformTitle } from "../../records.js";
import { type CsvKind, type ReaderInput, Row, type RowReader } from "../csv/row.js";
import type { SourceParts } from "../parts.js";
import { detached } from "../vocabulary/texts.js";

/** The platform that a file is named after: the nearest part of its path that names one ("netflix_titles.csv"). */
export function platformOf(path: string): Platform | undefined {
  for (const part of path.toLowerCase().split("/").reverse()) {
    const platform = PLATFORMS.find(({ id }) => part.includes(id));
    if (platform !== undefined) return platform.id;
  }
  return undefined;
}

/** The published catalogues, whose columns these files have, are those of the United States. */
const REGION = "US";

const SHOW_ID = /^s?\d{1,9}$/;

const TYPES: ReadonlyMap<string, PlatformTitle["type"]> = new Map([
  ["movie", "movie"],
  ["tv show", "series"],
]);

export const platformTitles: CsvKind = {
  kind: "platform-titles",
  required: [
    "show_id",
    "type",
    "title",
    "director",
    "cast",
    "country",
    "date_added",
    "release_year",
    "rating",
    "duration",
    "listed_in",
  ],
  optional: ["description", "score"],
  marks: ["show_id", "listed_in"],
  reader(input) {
    const { file, context } = input;
    const platform = platformOf(file);
    if (platform === undefined) {
      context.report.add("unknown-platform", { file, line: 1 });
      return undefined;
    }
    return platformTitlesReader(input, platform);
  },
};

function platformTitlesReader(input: ReaderInput, platform: Platform): RowReader {
  const read: SourceParts["platformTitles"] = [];
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const title = titleOf(row, platform, input);
      if (title !== undefined) read.push({ title, place: row.place });
    },
    finish(parts) {
      for (const one of read) parts.platformTitles.push(one);
      return read.length;
    },
  };
}

function titleOf(row: Row, platform: Platform, input: ReaderInput): PlatformTitle | undefined {
  const { texts } = input.context;
  const showId = row.text("show_id").trim();
  if (!SHOW_ID.test(showId)) {
    row.tell("bad-id", "show_id", showId);
    return undefined;
  }
  const title = cleanName(row.text("title"));
  if (title === undefined) {
    row.tell("no-title", "title", showId);
    return undefined;
  }
  const type = TYPES.get(row.text("type").trim().toLowerCase());
  if (type === undefined) {
    row.tell("bad-title-type", "type", row.text("type"));
    return undefined;
  }
  const description = row.text("description").trim();
  // Three Hulu rows repeat their description where people should stand.
  const names = (column: string): string[] =>
    description !== "" && row.text(column).trim() === description
      ? []
      : parseNameList(row.text(column)).map((name) => texts.keep(name));
  const { maturity, duration, swapped } = parseMaturityAndDuration(row.text("rating"), row.text("duration"));
  if (swapped) row.tell("duration-as-maturity", "rating", row.text("rating"));
  row.value("duration", parseDuration, "bad-duration");
  return {
    id: detached(`${platform.charAt(0)}${showId}`),
    platform,
    region: REGION,
    type,
    title: texts.keep(title),
    directors: names("director"),
    cast: names("cast"),
    countries: names("country"),
    dateAdded: row.value("date_added", parseEnglishDate, "bad-date"),
    releaseYear: row.value("release_year", parseYear, "bad-date"),
    maturity: texts.keep(maturity),
    durationInt: duration?.int,
    durationType: duration?.type,
    genres: names("listed_in"),
    ...(type === "series" && description !== "" ? { description: detached(description) } : {}),
    score: row.value("score", (cell) => parseWithin(cell, 1, 100), "bad-number"),
  };
}
