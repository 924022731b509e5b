/** Films by any combination of what they are, in an order. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { voteCount } from "../../catalog/film.js";
import type { FilmRow, KeywordRow } from "../../catalog/rows.js";
import type { Filter } from "../../select/filter.js";
import { type Loosening, loosenings } from "../../select/loosen.js";
import { ORDERS, type Order, rankOf, type Turn } from "../../select/orders.js";
import { type Selecting, selectSteps } from "../../select/select.js";
import { weightedRating } from "../../select/weighted-rating.js";
import { atOnce, type Steps } from "../../steps.js";
import { money } from "../film/money.js";
import { filmRef, filmRefSchema, releaseDate } from "../refs/film.js";

const factsSchema = z.object({
  film: filmRefSchema,
  rating: z.number().describe("Average vote drawn towards 6 where few voted: what best and worst go by"),
  voteAverage: z.number().nullable().describe("0 to 10"),
  voteCount: z.int().nullable().describe("Null where the sources tell no votes"),
  votesYear: z.int().nullable().describe("Year in which the votes were counted"),
  popularity: z.number().nullable().describe("TMDB popularity"),
  budget: z.number().nullable().describe("US dollars"),
  revenue: z.number().nullable().describe("US dollars"),
  gain: z.number().nullable().describe("Revenue less budget, where both are known"),
  return: z.number().nullable().describe("Revenue by budget, where both are known"),
  releaseDate: z.string().nullable().describe("YYYY-MM-DD; null where at most the year is known"),
  runtime: z.number().nullable().describe("Minutes"),
  themes: z
    .array(z.object({ name: z.string(), nameEs: z.string().nullable() }))
    .describe("Of the themes asked for, the keywords it has"),
});

export const discoveredSchema = z.object({
  films: z.array(factsSchema).describe("One page, in order, with what they can be ordered by"),
  total: z.int().describe("How many films there are, all pages together"),
  unplaced: z
    .int()
    .describe("How many more meet the filters, but of these is unknown what the order is about"),
  filters: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]))
    .describe("What was understood: options with exact values"),
  order: z.enum(ORDERS),
});

export type Discovered = z.infer<typeof discoveredSchema>;
export type DiscoveredFilm = Discovered["films"][number];

/** @param filters what the filter was asked for with */
export function discover(
  catalog: Catalog,
  filter: Filter,
  asked: Selecting,
  filters: Discovered["filters"],
): Discovered {
  return atOnce(discoverSteps(catalog, filter, asked, filters));
}

/** The same in steps. */
export function* discoverSteps(
  catalog: Catalog,
  filter: Filter,
  asked: Selecting,
  filters: Discovered["filters"],
): Steps<Discovered> {
  const { films, total, unplaced } = yield* selectSteps(catalog, filter, asked);
  const keywords = new Set(filter.flatMap((one) => (one.kind === "theme" ? one.keywords : [])));
  return {
    films: films.map((row) => facts(catalog, row, keywords)),
    total,
    unplaced,
    filters,
    order: asked.order,
  };
}

/** How to loosen a filter that leaves nothing, best way first; see `loosenings`. */
export function waysOut(catalog: Catalog, filter: Filter, order: Order, turn: Turn): readonly Loosening[] {
  const rank = rankOf(catalog, order, turn);
  return loosenings(catalog, filter, (film) => !Number.isNaN(rank(film)));
}

function facts(catalog: Catalog, row: FilmRow, asked: ReadonlySet<KeywordRow>): DiscoveredFilm {
  const { films, keywords } = catalog;
  const { budget, revenue, gain, return: factor } = money(catalog, row);
  return {
    film: filmRef(catalog, row),
    rating: weightedRating(catalog, row),
    voteAverage: films.voteAverage.get(row) ?? null,
    voteCount: voteCount(catalog, row) ?? null,
    votesYear: films.votesYear.get(row) ?? null,
    popularity: films.popularity.get(row) ?? null,
    budget,
    revenue,
    gain,
    return: factor,
    releaseDate: releaseDate(catalog, row) ?? null,
    runtime: films.runtime.get(row) ?? null,
    themes: Array.from(films.keywords.get(row))
      .filter((keyword) => asked.has(keyword))
      .map((keyword) => ({
        name: keywords.name.get(keyword),
        nameEs: keywords.nameEs.get(keyword) ?? null,
      })),
  };
}
