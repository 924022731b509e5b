/** How many titles a platform has. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { platformRow } from "../../catalog/platforms.js";
import { catalogueOf, catalogueSchema, type PlatformId, platformSchema } from "./catalogue.js";

export const platformCountSchema = z.object({
  platform: platformSchema,
  movieCount: z.int(),
  seriesCount: z.int(),
  ...catalogueSchema.shape,
});

export type PlatformCount = z.infer<typeof platformCountSchema>;

export function platformCount(catalog: Catalog, platform: PlatformId): PlatformCount {
  const row = platformRow(platform);
  const { movies, series } = catalog.platforms;
  return {
    platform,
    movieCount: movies[row] ?? 0,
    seriesCount: series[row] ?? 0,
    ...catalogueOf(catalog, platform),
  };
}
