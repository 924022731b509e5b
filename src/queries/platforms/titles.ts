/** What the streaming catalogues hold. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { isoDate } from "../../catalog/film.js";
import { PLATFORMS, type PlatformId, platformRow } from "../../catalog/platforms.js";
import { firstAtLeast } from "../../catalog/sorted.js";
import { LONGEST_PLAUSIBLE } from "../film/runtime.js";

export type { PlatformId } from "../../catalog/platforms.js";

const platformSchema = z.enum(PLATFORMS.map(({ id }) => id)).describe("Platform");
const dataDateSchema = z.string().nullable().describe("Newest date in the platform's data, YYYY-MM-DD");

export const platformCountSchema = z.object({
  platform: platformSchema,
  movieCount: z.int(),
  seriesCount: z.int(),
  dataDate: dataDateSchema,
});

const titleSchema = z.object({
  id: z.string().describe("First letter of the platform and its show_id: as123"),
  title: z.string(),
  type: z.enum(["movie", "series"]),
  year: z.int().nullable(),
  platform: platformSchema,
  durationInt: z.int(),
  durationType: z.enum(["min", "season"]),
});

export type PlatformTitleRef = z.infer<typeof titleSchema>;

export const longestTitleSchema = z.object({
  title: titleSchema,
  doubtful: z.array(titleSchema).describe("Longer, but too long to be believed"),
});

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
  dataDate: dataDateSchema,
});

export const platformActorSchema = z.object({
  platform: platformSchema,
  year: z.int(),
  person: z.object({ name: z.string() }),
  titleCount: z.int(),
  others: z.array(z.string()).describe("Further people in as many titles"),
});

/** Titles of a platform: rows from the first up to (not including) the second. */
function titleRange({ platforms, platformTitles }: Catalog, row: number): [from: number, to: number] {
  const next = row + 1 < platforms.rowCount ? platforms.firstTitle[row + 1] : platformTitles.rowCount;
  return [platforms.firstTitle[row], next];
}

/** Rows of a platform's titles of one year: they are sorted by it, unknown years last. */
function titlesOfYear(catalog: Catalog, row: number, year: number): [from: number, to: number] {
  const [from, to] = titleRange(catalog, row);
  const yearAt = (title: number) => catalog.platformTitles.releaseYear.get(title) ?? Number.POSITIVE_INFINITY;
  const firstFrom = (wanted: number) => {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (yearAt(middle) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [firstFrom(year), firstFrom(year + 1)];
}

function dataDate({ platforms }: Catalog, row: number): string | null {
  const day = platforms.dataDate.get(row);
  return day === undefined ? null : isoDate(day);
}

/** Whether the catalogue of a platform is loaded at all. */
export function hasPlatform(catalog: Catalog, platform: PlatformId): boolean {
  const [from, to] = titleRange(catalog, platformRow(platform));
  return to > from;
}

export function platformCount(catalog: Catalog, platform: PlatformId): z.infer<typeof platformCountSchema> {
  const row = platformRow(platform);
  const { movies, series } = catalog.platforms;
  return { platform, movieCount: movies[row], seriesCount: series[row], dataDate: dataDate(catalog, row) };
}

/**
 * The longest title, where asked for of one platform, one year.
 * @param durationType `min` for movies, `season` for series
 * @returns undefined where no title fits
 */
export function longestTitle(
  catalog: Catalog,
  { platform, year, durationType }: { platform?: PlatformId; year?: number; durationType: "min" | "season" },
): z.infer<typeof longestTitleSchema> | undefined {
  const { platformTitles: titles } = catalog;
  let longest: { title: number; duration: number; row: number } | undefined;
  const doubtful: PlatformTitleRef[] = [];
  const rows = platform === undefined ? PLATFORMS.map((_, row) => row) : [platformRow(platform)];
  for (const row of rows) {
    const [from, to] = year === undefined ? titleRange(catalog, row) : titlesOfYear(catalog, row, year);
    for (let title = from; title < to; title++) {
      const duration = titles.durationInt.get(title);
      if (duration === undefined || titles.durationType.get(title) !== durationType) continue;
      if (durationType === "min" && duration > LONGEST_PLAUSIBLE) {
        doubtful.push(titleRef(catalog, title, row, duration, durationType));
      } else if (longest === undefined || duration > longest.duration) {
        longest = { title, duration, row };
      }
    }
  }
  if (longest === undefined) return undefined;
  return {
    title: titleRef(catalog, longest.title, longest.row, longest.duration, durationType),
    doubtful: doubtful.sort((a, b) => b.durationInt - a.durationInt),
  };
}

function titleRef(
  { platformTitles: titles }: Catalog,
  title: number,
  platform: number,
  durationInt: number,
  durationType: "min" | "season",
): PlatformTitleRef {
  return {
    id: titles.id.get(title),
    title: titles.title.get(title),
    type: titles.series[title] === 1 ? "series" : "movie",
    year: titles.releaseYear.get(title) ?? null,
    platform: PLATFORMS[platform].id,
    durationInt,
    durationType,
  };
}

/** How many movies of a year have a score above `score` (0–100). */
export function scoredAbove(
  catalog: Catalog,
  platform: PlatformId,
  score: number,
  year: number,
): z.infer<typeof scoredCountSchema> {
  const { platformTitles: titles, films } = catalog;
  const row = platformRow(platform);
  const [first, last] = titleRange(catalog, row);
  let ownScores = false;
  for (let title = first; title < last && !ownScores; title++)
    ownScores = titles.score.get(title) !== undefined;
  const scoreOf = (title: number): number | undefined => {
    if (ownScores) return titles.score.get(title);
    const film = titles.film.get(title);
    const average = film === undefined ? undefined : films.voteAverage.get(film);
    return average === undefined ? undefined : average * 10;
  };
  const [from, to] = titlesOfYear(catalog, row, year);
  let movieCount = 0;
  for (let title = from; title < to; title++) {
    if (titles.series[title] === 0 && (scoreOf(title) ?? Number.NEGATIVE_INFINITY) > score) movieCount++;
  }
  return {
    platform,
    score,
    year,
    movieCount,
    scoreSource: ownScores ? "platform" : "votes",
    dataDate: dataDate(catalog, row),
  };
}

/**
 * Who appears most often in a platform's titles (movies and series) of a year. Names are compared without regard to
 * case and shown as first written; of several in as many titles the first by name is given, the rest beside.
 * @returns undefined where no title names a cast
 */
export function mostFrequentActor(
  catalog: Catalog,
  platform: PlatformId,
  year: number,
): z.infer<typeof platformActorSchema> | undefined {
  const counts = new Map<string, { name: string; titleCount: number }>();
  const [from, to] = titlesOfYear(catalog, platformRow(platform), year);
  for (let title = from; title < to; title++) {
    const cast = new Map(catalog.platformTitles.cast.get(title).map((name) => [name.toLowerCase(), name]));
    for (const [key, name] of cast) {
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { name, titleCount: 1 });
      else known.titleCount++;
    }
  }
  let most = 0;
  for (const { titleCount } of counts.values()) most = Math.max(most, titleCount);
  const [first, ...others] = [...counts.values()]
    .filter(({ titleCount }) => titleCount === most)
    .map(({ name }) => name)
    .sort((a, b) => (a < b ? -1 : 1));
  if (first === undefined) return undefined;
  return { platform, year, person: { name: first }, titleCount: most, others };
}

/** Where a film can be seen, each platform once, with the date of that data. */
export function platformsOfFilm(
  catalog: Catalog,
  film: number,
): { platform: PlatformId; name: string; dataDate: string | null }[] {
  const { platformLinks: links, platforms } = catalog;
  let at = firstAtLeast(links.film, links.rowCount, film);
  const rows = new Set<number>();
  for (; at < links.rowCount && links.film[at] === film; at++) {
    let row = platforms.rowCount - 1;
    while (platforms.firstTitle[row] > links.title[at]) row--;
    rows.add(row);
  }
  return [...rows].map((row) => ({
    platform: PLATFORMS[row].id,
    name: PLATFORMS[row].name,
    dataDate: dataDate(catalog, row),
  }));
}
