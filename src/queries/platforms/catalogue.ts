/**
 * The catalogue of a streaming platform: which titles are its own, of which year, and of when that is known.
 */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { isoDate } from "../../catalog/film.js";
import { PLATFORMS, type PlatformId, platformRow } from "../../catalog/platforms.js";
import { type PlatformRow, type PlatformTitleRow, rowIn } from "../../catalog/rows.js";
import { firstPlace } from "../../catalog/sorted.js";

export type { PlatformId } from "../../catalog/platforms.js";

export const platformIdSchema = z.enum(PLATFORMS.map(({ id }) => id));
export const platformSchema = platformIdSchema.describe("Platform");
/** Whose catalogue of a platform is known, and of when it is. */
export const catalogueSchema = z.object({
  region: z.string().nullable().describe("Whose catalogue it is, an ISO 3166-1 code"),
  dataDate: z.string().nullable().describe("Newest date in the platform's data, YYYY-MM-DD"),
});

export type PlatformCatalogue = z.infer<typeof catalogueSchema>;

/** The titles of a platform, of all years (sorted by it, unknown last) or of one. */
export function* titlesOf(
  catalog: Catalog,
  platform: PlatformId,
  year?: number,
): Generator<PlatformTitleRow> {
  const [from, to] = titleRange(catalog, platformRow(platform));
  const { releaseYear } = catalog.platformTitles;
  const firstOf = (wanted: number) =>
    firstPlace(from, to, (title) => {
      const own = releaseYear.get(rowIn("platformTitles", title)) ?? Number.POSITIVE_INFINITY;
      return own < wanted;
    });
  const [first, end] = year === undefined ? [from, to] : [firstOf(year), firstOf(year + 1)];
  for (let title = first; title < end; title++) yield rowIn("platformTitles", title);
}

/** Whether the catalogue of a platform is loaded at all. */
export function hasPlatform(catalog: Catalog, platform: PlatformId): boolean {
  const [from, to] = titleRange(catalog, platformRow(platform));
  return to > from;
}

/** What a source of whole catalogues is called in a manifest. */
const WHOLE_CATALOGUES = "platform-titles";

/** Whether only some titles of the platforms are known: those that our own catalogue of films comes with. */
export function isSample({ manifest }: Pick<Catalog, "manifest">): boolean {
  return manifest.sources.every(({ kind }) => kind !== WHOLE_CATALOGUES);
}

/** Whose catalogue of a platform is known, and of when it is. */
export function catalogueOf({ platforms }: Pick<Catalog, "platforms">, id: PlatformId): PlatformCatalogue {
  const row = platformRow(id);
  const day = platforms.dataDate.get(row);
  return { region: platforms.region.get(row) ?? null, dataDate: day === undefined ? null : isoDate(day) };
}

/** Of each platform that is loaded. */
export function loadedCatalogues(catalog: Catalog): readonly PlatformCatalogue[] {
  return PLATFORMS.filter(({ id }) => hasPlatform(catalog, id)).map(({ id }) => catalogueOf(catalog, id));
}

/** Rows from the first up to (not including) the second. */
function titleRange({ platforms, platformTitles }: Catalog, row: PlatformRow): [from: number, to: number] {
  const end = platformTitles.rowCount;
  return [platforms.firstTitle[row] ?? end, platforms.firstTitle[row + 1] ?? end];
}
