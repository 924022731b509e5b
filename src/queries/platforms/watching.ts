/**
 * Where a film can be watched today, in the region that TMDB is asked about. TMDB has it from JustWatch, who
 * must be named.
 */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { isoDate } from "../../catalog/film.js";
import { platformOf, WAYS, type Way } from "../../catalog/platforms.js";
import type { FilmRow, ProviderRow } from "../../catalog/rows.js";
import { firstAtLeast } from "../../catalog/sorted.js";
import { platformIdSchema } from "./catalogue.js";

const offerSchema = z.object({
  name: z.string(),
  platform: platformIdSchema.nullable().describe("Where it is one of /plataforma's"),
  ways: z.array(z.enum(WAYS)).describe("subscription, free, ads: free with advertisements, rent, buy"),
});

export type Offer = z.infer<typeof offerSchema>;

export const watchingSchema = z.object({
  region: z.string().describe("ISO 3166-1 code"),
  dataDate: z.string().nullable().describe("Of when this is known, YYYY-MM-DD"),
  source: z.literal("JustWatch").describe("To be named wherever this is shown"),
  offers: z.array(offerSchema).describe("Each provider once; empty where JustWatch knows of none"),
});

export type WatchingHere = z.infer<typeof watchingSchema>;

/** @returns null where nobody was asked about the film */
export function watchingOfFilm(catalog: Catalog, film: FilmRow): WatchingHere | null {
  const { watching, providers } = catalog;
  const row = rowOf(catalog, film);
  if (row === undefined) return null;
  const ways = new Map<ProviderRow, Way[]>();
  for (const way of WAYS) {
    for (const provider of watching[way].get(row)) {
      const others = ways.get(provider);
      if (others) others.push(way);
      else ways.set(provider, [way]);
    }
  }
  const asOf = watching.asOf.get(row);
  return {
    region: watching.region.get(row),
    dataDate: asOf === undefined ? null : isoDate(asOf),
    source: "JustWatch",
    offers: [...ways].map(([provider, offered]) => {
      const platform = providers.platform.get(provider);
      return {
        name: providers.name.get(provider),
        platform: platform === undefined ? null : platformOf(platform).id,
        ways: offered,
      };
    }),
  };
}

function rowOf({ watching }: Catalog, film: FilmRow): number | undefined {
  const row = firstAtLeast(watching.film, film);
  return watching.film[row] === film ? row : undefined;
}
