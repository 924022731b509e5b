/** Series by any combination of what the catalogues tell of them. */
import { z } from "zod";
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { leadTitle } from "../../catalog/platform-titles.js";
import { eachRow, type SeriesRow } from "../../catalog/rows.js";
import type { Constraint, Trait } from "../../select/filter.js";
import type { SeriesConstraint, SeriesFilter, SeriesTrait } from "../../select/series/filter.js";
import {
  SERIES_ORDERS,
  type SelectingSeries,
  type SeriesOrder,
  selectSeries,
} from "../../select/series/select.js";
import { titleCard, titleCardSchema } from "../platforms/title-card.js";
import { titleRefSchema } from "../refs/title.js";
import { discoveredSchema } from "./discover.js";

const seriesFactsSchema = z.object({
  ...titleRefSchema.shape,
  ...titleCardSchema.pick({ seasons: true, genres: true, platforms: true }).shape,
});

export const discoveredSeriesSchema = z.object({
  series: z.array(seriesFactsSchema).describe("One page, in order"),
  total: z.int().describe("How many series there are, all pages together"),
  filters: discoveredSchema.shape.filters,
  order: z.enum(SERIES_ORDERS),
  notApplied: z
    .array(z.string())
    .describe("Options of which the catalogues tell nothing: they were left out"),
});

export type DiscoveredSeries = z.infer<typeof discoveredSeriesSchema>;
export type SeriesFacts = DiscoveredSeries["series"][number];

export type { SeriesOrder } from "../../select/series/select.js";

export function discoverSeries(
  catalog: Catalog,
  filter: SeriesFilter,
  page: SelectingSeries,
  { filters, notApplied }: Pick<DiscoveredSeries, "filters" | "notApplied">,
): DiscoveredSeries {
  const { series, total } = selectSeries(catalog, filter, page);
  return { series: series.map((row) => facts(catalog, row)), total, filters, order: page.order, notApplied };
}

/** How many series meet a filter. */
export function countSeries(catalog: Catalog, filter: SeriesFilter): number {
  const nothing = { order: "reciente", skip: 0, count: 0, seed: 0 } as const satisfies SelectingSeries;
  return selectSeries(catalog, filter, nothing).total;
}

export function isSeriesOrder(order: string): order is SeriesOrder {
  return (SERIES_ORDERS as readonly string[]).includes(order);
}

function facts(catalog: Catalog, row: SeriesRow): SeriesFacts {
  const { id, type, title, titleEs, year, seasons, genres, platforms } = titleCard(
    catalog,
    leadTitle(catalog, row),
  );
  return { id, type, title, titleEs, year, seasons, genres, platforms };
}

/**
 * What is asked of films as it is asked of series; undefined for what no catalogue tells.
 * @param genreOf TMDB's English name of the genre that a theme is as well ("crimen")
 */
export function seriesConstraint(
  catalog: Catalog,
  constraint: Constraint,
  genreOf: (words: string) => string | undefined,
): SeriesConstraint | undefined {
  switch (constraint.kind) {
    case "not": {
      const trait = seriesTrait(catalog, constraint.trait, genreOf);
      return trait && { kind: "not", trait };
    }
    case "year":
      return "least" in constraint
        ? { kind: "year", least: constraint.least }
        : { kind: "year", most: constraint.most };
    case "minutes":
    case "average":
    case "votes":
      return undefined;
    default:
      return seriesTrait(catalog, constraint, genreOf);
  }
}

function seriesTrait(
  catalog: Catalog,
  trait: Trait,
  genreOf: (words: string) => string | undefined,
): SeriesTrait | undefined {
  switch (trait.kind) {
    case "platform":
    case "genre":
    case "country":
    case "actor":
    case "director":
    case "person":
      return trait;
    case "theme": {
      const english = englishThemes(catalog).get(plainTheme(trait.words)) ?? [];
      const name = genreOf(trait.words);
      const genre = [...eachRow(catalog.genres)].find((row) => catalog.genres.name.get(row) === name);
      return {
        kind: "theme",
        phrases: [trait.words, ...english],
        ...(genre === undefined ? {} : { genre }),
      };
    }
    default:
      return undefined;
  }
}

/** English names of themes by their Spanish ones: descriptions are in English. */
const englishThemes = oncePerCatalog(({ keywords }) => {
  const names = new Map<string, string[]>();
  for (const row of eachRow(keywords)) {
    const spanish = keywords.nameEs.get(row);
    if (spanish === undefined) continue;
    const plain = plainTheme(spanish);
    names.set(plain, [...(names.get(plain) ?? []), keywords.name.get(row)]);
  }
  return names;
});

/** Without accents, case and plural. */
function plainTheme(words: string): string {
  return words
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .split(/\s+/u)
    .map((word) => word.replace(/(?<=[aeiou])s$|(?<=[^aeiou])es$/u, ""))
    .join(" ");
}
