/** Tables of our own export, a fact a row: what MovieLens' users said of films, and where films can be watched. */
import { isWay, type Way } from "../../../../src/catalog/platforms.js";
import { cleanName } from "../../../clean/texts/text.js";
import { parseDate } from "../../../clean/values/dates.js";
import { parseCount, parseId, parseNumber } from "../../../clean/values/numbers.js";
import type { Watching } from "../../../records.js";
import { type ReaderInput, Row, type RowReader } from "../../formats/csv/row.js";

export function ratingsSummaryReader(input: ReaderInput): RowReader {
  const read = new Map<number, { count: number; sum: number; likes: number }>();
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const filmId = row.value("id", parseId, "bad-id");
      const count = row.value("ratingCount", parseCount, "bad-number");
      const mean = row.value("ratingMean", parseNumber, "bad-number");
      // How many of them liked it is not told.
      if (filmId !== undefined && count !== undefined && mean !== undefined)
        read.set(filmId, { count, sum: count * mean, likes: 0 });
    },
    finish(parts) {
      for (const [filmId, summary] of read) parts.ratingSummaries.set(filmId, summary);
      return read.size;
    },
  };
}

interface Told {
  readonly region: string;
  readonly asOf: string | undefined;
  readonly offers: Record<Way, string[]>;
}

export function watchingReader(input: ReaderInput): RowReader {
  const read = new Map<number, Told>();
  let kept = 0;
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const filmId = row.value("id", parseId, "bad-id");
      const region = row.text("region");
      if (filmId === undefined || region === "") return;
      kept += 1;
      const told = read.get(filmId) ?? {
        region,
        asOf: row.value("asOf", parseDate, "bad-date"),
        offers: { subscription: [], free: [], ads: [], rent: [], buy: [] },
      };
      read.set(filmId, told);
      const way = row.text("way");
      const provider = cleanName(row.text("provider"));
      if (provider !== undefined && isWay(way)) told.offers[way].push(provider);
    },
    finish(parts) {
      for (const [filmId, watching] of read) parts.watching.set(filmId, watching satisfies Watching);
      return kept;
    },
  };
}
