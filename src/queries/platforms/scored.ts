/** How many movies of a platform's catalogue are scored above something. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { PlatformTitleRow } from "../../catalog/rows.js";
import { catalogueOf, catalogueSchema, type PlatformId, platformSchema, titlesOf } from "./catalogue.js";

export const scoredCountSchema = z.object({
  platform: platformSchema,
  score: z.number(),
  year: z.int(),
  movieCount: z.int().describe("Movies with a score above it"),
  scoreSource: z
    .enum(["platform", "votes"])
    .describe(
      "The platform file's own score, or the linked film's vote average × 10 where the file has none",
    ),
  ...catalogueSchema.shape,
});

export type ScoredCount = z.infer<typeof scoredCountSchema>;

/** How many movies of a year have a score above `score` (0–100). */
export function scoredAbove(
  catalog: Catalog,
  platform: PlatformId,
  score: number,
  year: number,
): ScoredCount {
  const { platformTitles: titles, films } = catalog;
  const ownScores = hasOwnScores(catalog, platform);
  const scoreOf = (title: PlatformTitleRow): number | undefined => {
    if (ownScores) return titles.score.get(title);
    const film = titles.film.get(title);
    const average = film === undefined ? undefined : films.voteAverage.get(film);
    return average === undefined ? undefined : average * 10;
  };
  let movieCount = 0;
  for (const title of titlesOf(catalog, platform, year)) {
    if (titles.series[title] === 0 && (scoreOf(title) ?? Number.NEGATIVE_INFINITY) > score) movieCount++;
  }
  return {
    platform,
    score,
    year,
    movieCount,
    scoreSource: ownScores ? "platform" : "votes",
    ...catalogueOf(catalog, platform),
  };
}

function hasOwnScores(catalog: Catalog, platform: PlatformId): boolean {
  for (const title of titlesOf(catalog, platform))
    if (catalog.platformTitles.score.get(title) !== undefined) return true;
  return false;
}
