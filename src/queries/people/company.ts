/** A production company: how many films, and what they brought in. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { CompanyRow } from "../../catalog/rows.js";
import { money, overKnown } from "../film/money.js";
import { bestKnown, filmRefSchema } from "../refs/film.js";
import { namedRef, namedRefSchema } from "../refs/named.js";

export const companySchema = z.object({
  company: namedRefSchema,
  filmCount: z.int(),
  filmsWithRevenue: z.int(),
  totalRevenue: z.number().describe("US dollars"),
  filmsWithGain: z.int(),
  totalGain: z.number().describe("US dollars, over the films with known budget and revenue"),
  films: z.array(filmRefSchema).describe("The best known"),
});

export type Company = z.infer<typeof companySchema>;

const BEST_KNOWN = 10;

export function company(catalog: Catalog, row: CompanyRow): Company {
  const rows = catalog.companies.films.get(row);
  const sums = Array.from(rows, (film) => money(catalog, film));
  const revenue = overKnown(sums.map((film) => film.revenue));
  const gain = overKnown(sums.map((film) => film.gain));
  return {
    company: namedRef(catalog.companies, row),
    filmCount: rows.length,
    filmsWithRevenue: revenue.count,
    totalRevenue: revenue.total,
    filmsWithGain: gain.count,
    totalGain: gain.total,
    films: bestKnown(catalog, rows, BEST_KNOWN),
  };
}
