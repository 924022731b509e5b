/** Series by a filter and in an order. */
import type { Catalog } from "../../catalog/catalog.js";
import { eachRow, type SeriesRow } from "../../catalog/rows.js";
import { scattered } from "../orders.js";
import type { SeriesFilter } from "./filter.js";
import { seriesMatcher, yearsOf } from "./matching.js";

/** Those of the orders of films that series have as well: nobody tells their votes, or what they earned. */
export const SERIES_ORDERS = ["reciente", "antigua", "larga", "corta", "azar"] as const;

export type SeriesOrder = (typeof SERIES_ORDERS)[number];

export interface SelectingSeries {
  readonly order: SeriesOrder;
  readonly skip: number;
  readonly count: number;
  /** Another seed is another order at random. */
  readonly seed: number;
}

export interface SeriesSelection {
  readonly series: readonly SeriesRow[];
  /** How many there are, all pages together. */
  readonly total: number;
}

/** A page of the series that meet a filter. What the order is about is unknown of those that come last. */
export function selectSeries(
  catalog: Catalog,
  filter: SeriesFilter,
  { order, skip, count, seed }: SelectingSeries,
): SeriesSelection {
  const meets = seriesMatcher(catalog, filter);
  const rank = rankOf(catalog, order, seed);
  const all: { row: SeriesRow; rank: number }[] = [];
  for (const row of eachRow(catalog.series)) if (meets(row)) all.push({ row, rank: rank(row) });
  all.sort((a, b) => b.rank - a.rank || a.row - b.row);
  return { series: all.slice(skip, skip + count).map(({ row }) => row), total: all.length };
}

function rankOf(catalog: Catalog, order: SeriesOrder, seed: number): (row: SeriesRow) => number {
  const last = -Number.MAX_VALUE;
  switch (order) {
    case "reciente":
      return (row) => yearsOf(catalog, row)?.last ?? last;
    case "antigua":
      return (row) => {
        const years = yearsOf(catalog, row);
        return years === undefined ? last : -years.first;
      };
    case "larga":
      return (row) => seasonsOf(catalog, row) ?? last;
    case "corta":
      return (row) => {
        const seasons = seasonsOf(catalog, row);
        return seasons === undefined ? last : -seasons;
      };
    case "azar":
      return (row) => scattered(row, seed);
  }
}

/** The most seasons that a catalogue has. */
function seasonsOf({ series, platformTitles }: Catalog, row: SeriesRow): number | undefined {
  const told = Array.from(series.titles.get(row)).flatMap(
    (title) => platformTitles.durationInt.get(title) ?? [],
  );
  return told.length === 0 ? undefined : Math.max(...told);
}
