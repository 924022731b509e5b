/** What the streaming catalogues tell of a series, or of a movie of theirs that is none of our films. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { isoDate } from "../../catalog/film.js";
import { seriesOfTitle, titlesOfSeries } from "../../catalog/platform-titles.js";
import { platformOf, platformOfTitle } from "../../catalog/platforms.js";
import type { PlatformTitleRow } from "../../catalog/rows.js";
import { titleRef, titleRefSchema } from "../refs/title.js";
import { catalogueOf, catalogueSchema, platformIdSchema } from "./catalogue.js";

const cataloguedSchema = z.object({
  platform: platformIdSchema,
  name: z.string(),
  id: z.string().describe("First letter of the platform and its show_id: ns81"),
  year: z.int().nullable().describe("By this catalogue: of the first season, or of the newest"),
  durationInt: z.int().nullable().describe("Seasons there, of a movie minutes"),
  dateAdded: z.string().nullable().describe("YYYY-MM-DD"),
  ...catalogueSchema.shape,
});

export const titleCardSchema = z.object({
  ...titleRefSchema.shape,
  seasons: z.int().nullable().describe("The most that a catalogue has"),
  runtime: z.int().nullable().describe("Minutes, of a movie"),
  maturity: z.string().nullable(),
  genres: z.array(z.string()).describe("English names, as of films"),
  listedIn: z.array(z.string()).describe("What the catalogues call its genres"),
  directors: z.array(z.string()),
  cast: z.array(z.string()).describe("The first ten"),
  countries: z.array(z.string()).describe("English names"),
  platforms: z.array(cataloguedSchema).describe("In whose catalogues it stood"),
});

export type TitleCard = z.infer<typeof titleCardSchema>;

export const seriesResultSchema = z.object({ series: titleCardSchema });

/** What a command that answers for films says of a series. */
export type SeriesResult = z.infer<typeof seriesResultSchema>;

const BILLED = 10;
/** What catalogues that tell no rating are read as (`index-build/clean/maturity.ts`): it says nothing. */
const NO_MATURITY = "G";

export function titleCard(catalog: Catalog, row: PlatformTitleRow): TitleCard {
  const { platformTitles: titles } = catalog;
  const rows = titlesOfSeries(catalog, row);
  const ref = titleRef(catalog, row);
  const durations = rows.flatMap((own) => titles.durationInt.get(own) ?? []);
  const longest = durations.length === 0 ? null : Math.max(...durations);
  const union = (column: typeof titles.genres) => [...new Set(rows.flatMap((own) => column.get(own)))];
  // Hulu names no cast; of those that do, the longest list is the original's.
  const longestList = (column: typeof titles.cast) =>
    rows.map((own) => column.get(own)).reduce((best, own) => (own.length > best.length ? own : best), []);
  const listedIn = union(titles.genres);
  const maturity = rows.map((own) => titles.maturity.get(own)).find((told) => told !== NO_MATURITY);
  return {
    ...ref,
    seasons: ref.type === "series" ? longest : null,
    runtime: ref.type === "movie" ? longest : null,
    maturity: maturity ?? null,
    genres: genresOf(catalog, row),
    listedIn,
    directors: union(titles.directors),
    cast: longestList(titles.cast).slice(0, BILLED),
    countries: union(titles.countries),
    platforms: rows.map((own) => catalogued(catalog, own)),
  };
}

/** Of a movie that is none of our films, none is known but what its catalogue calls them. */
function genresOf(catalog: Catalog, row: PlatformTitleRow): string[] {
  const series = seriesOfTitle(catalog, row);
  if (series === undefined) return [];
  return Array.from(catalog.series.genres.get(series), (genre) => catalog.genres.name.get(genre));
}

function catalogued(catalog: Catalog, row: PlatformTitleRow): z.infer<typeof cataloguedSchema> {
  const { platformTitles: titles } = catalog;
  const { id, name } = platformOf(platformOfTitle(catalog, row));
  const added = titles.dateAdded.get(row);
  return {
    platform: id,
    name,
    id: titles.id.get(row),
    year: titles.releaseYear.get(row) ?? null,
    durationInt: titles.durationInt.get(row) ?? null,
    dateAdded: added === undefined ? null : isoDate(added),
    ...catalogueOf(catalog, id),
  };
}
