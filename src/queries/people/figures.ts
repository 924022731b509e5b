/** What some films brought in together. Averages are over the films with known figures. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import { money, overKnown } from "../film/money.js";

export const figuresSchema = z.object({
  filmCount: z.int(),
  filmsWithRevenue: z.int(),
  totalRevenue: z.number().describe("US dollars"),
  averageRevenue: z.number().nullable().describe("US dollars, over the films with known revenue"),
  filmsWithGain: z.int(),
  totalGain: z.number().describe("US dollars, over the films with known budget and revenue"),
  averageGain: z.number().nullable().describe("US dollars, over the films with known budget and revenue"),
});

export type Figures = z.infer<typeof figuresSchema>;

export function figures(catalog: Catalog, films: readonly FilmRow[]): Figures {
  const sums = films.map((film) => money(catalog, film));
  const revenue = overKnown(sums.map((film) => film.revenue));
  const gain = overKnown(sums.map((film) => film.gain));
  return {
    filmCount: films.length,
    filmsWithRevenue: revenue.count,
    totalRevenue: revenue.total,
    averageRevenue: revenue.average,
    filmsWithGain: gain.count,
    totalGain: gain.total,
    averageGain: gain.average,
  };
}
