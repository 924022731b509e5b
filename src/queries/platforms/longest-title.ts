/** The longest movie or series of the platforms. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { PLATFORMS } from "../../catalog/platforms.js";
import { LONGEST_PLAUSIBLE } from "../../catalog/plausible.js";
import type { PlatformTitleRow } from "../../catalog/rows.js";
import { catalogueOf, catalogueSchema, type PlatformId, platformSchema, titlesOf } from "./catalogue.js";
import { watchedThrough } from "./watched-through.js";

const durationTypeSchema = z.enum(["min", "season"]);

/** `min` for movies, `season` for series. */
export type DurationType = z.infer<typeof durationTypeSchema>;

const titleSchema = z.object({
  id: z.string().describe("First letter of the platform and its show_id: as123"),
  title: z.string(),
  titleEs: z.string().nullable().describe("Our Spanish name of a series, where it has another"),
  type: z.enum(["movie", "series"]),
  year: z.int().nullable(),
  platform: platformSchema,
  durationInt: z.int(),
  durationType: durationTypeSchema,
  ...catalogueSchema.shape,
});

export type PlatformTitleRef = z.infer<typeof titleSchema>;

export const longestTitleSchema = z.object({
  title: titleSchema,
  watched: titleSchema
    .nullable()
    .describe("The longest that one watches from beginning to end: `title`, unless that is no such thing"),
  doubtful: z.array(titleSchema).describe("Longer, but too long to be believed"),
});

export type LongestTitle = z.infer<typeof longestTitleSchema>;

/**
 * The longest title, where asked for of one platform, one year. Of several as long the first counts.
 * @returns undefined where no title fits
 */
export function longestTitle(
  catalog: Catalog,
  { platform, year, durationType }: { platform?: PlatformId; year?: number; durationType: DurationType },
): LongestTitle | undefined {
  const { platformTitles: titles } = catalog;
  let longest: Found | undefined;
  let watched: Found | undefined;
  const doubtful: Found[] = [];
  for (const own of platform === undefined ? PLATFORMS.map(({ id }) => id) : [platform]) {
    const isWatched = watchedThrough(catalog, own);
    for (const row of titlesOf(catalog, own, year)) {
      const duration = titles.durationInt.get(row);
      if (duration === undefined || titles.durationType.get(row) !== durationType) continue;
      const found = { row, platform: own, duration };
      if (durationType === "min" && duration > LONGEST_PLAUSIBLE) {
        doubtful.push(found);
        continue;
      }
      if (longest === undefined || duration > longest.duration) longest = found;
      const isLonger = watched === undefined || duration > watched.duration;
      if (isLonger && (durationType === "season" || isWatched(row, duration))) watched = found;
    }
  }
  if (longest === undefined) return undefined;
  const ref = ({ row, platform, duration }: Found): PlatformTitleRef => ({
    id: titles.id.get(row),
    title: titles.title.get(row),
    titleEs: titles.titleEs.get(row) ?? null,
    type: titles.series[row] === 1 ? "series" : "movie",
    year: titles.releaseYear.get(row) ?? null,
    platform,
    durationInt: duration,
    durationType,
    ...catalogueOf(catalog, platform),
  });
  return {
    title: ref(longest),
    watched: watched === undefined ? null : ref(watched),
    doubtful: doubtful.sort((a, b) => b.duration - a.duration).map(ref),
  };
}

interface Found {
  readonly row: PlatformTitleRow;
  readonly platform: PlatformId;
  readonly duration: number;
}
