/** A title of a streaming catalogue as results name it: a series, once however many have it, or a movie. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { titleNames } from "../../catalog/platform-titles.js";
import type { PlatformTitleRow } from "../../catalog/rows.js";

export { titleLabel, titleText, titleValue } from "../../catalog/platform-titles.js";

export const titleRefSchema = z
  .object({
    id: z.string().describe("As options take it after title: (ns81)"),
    type: z.enum(["series", "movie"]),
    title: z.string(),
    titleEs: z.string().nullable().describe("Our Spanish name, where it has another"),
    year: z.int().nullable().describe("The earliest that a catalogue has"),
  })
  .meta({ id: "PlatformTitle" });

export type TitleRef = z.infer<typeof titleRefSchema>;

export function titleRef(catalog: Catalog, row: PlatformTitleRow): TitleRef {
  const { platformTitles: titles } = catalog;
  const { title, titleEs, year } = titleNames(catalog, row);
  return {
    id: titles.id.get(row),
    type: titles.series[row] === 1 ? "series" : "movie",
    title,
    titleEs: titleEs ?? null,
    year: year ?? null,
  };
}
