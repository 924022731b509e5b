/** How many films came out in a month or on a weekday, over all years. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow, Rows } from "../../catalog/rows.js";
import { bestKnown, filmRefSchema } from "../refs/film.js";

const releasesSchema = z.object({
  filmCount: z.int().describe("Adult films are counted too"),
  films: z.array(filmRefSchema).describe("The best known of them"),
});

export const monthSchema = releasesSchema.extend({ month: z.int().min(1).max(12) });
export const weekdaySchema = releasesSchema.extend({ weekday: z.int().min(1).max(7).describe("1 = Monday") });

export type Releases = z.infer<typeof releasesSchema>;

const BEST_KNOWN = 5;

/** @param month 1–12 */
export function releasesInMonth(catalog: Catalog, month: number): z.infer<typeof monthSchema> {
  return { month, ...releases(catalog, catalog.months.films.get(month - 1)) };
}

/** @param weekday 1 = Monday … 7 = Sunday */
export function releasesOnWeekday(catalog: Catalog, weekday: number): z.infer<typeof weekdaySchema> {
  return { weekday, ...releases(catalog, catalog.weekdays.films.get(weekday - 1)) };
}

function releases(catalog: Catalog, rows: Rows<FilmRow>): Releases {
  return { filmCount: rows.length, films: bestKnown(catalog, rows, BEST_KNOWN) };
}
