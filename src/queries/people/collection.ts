/** A franchise: its films, and what they brought in. Averages are over the films with known figures. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { CollectionRow, FilmRow } from "../../catalog/rows.js";
import { filmMoney, filmMoneySchema, money, overKnown } from "../film/money.js";
import { isAdult } from "../refs/film.js";
import { namedRef, namedRefSchema } from "../refs/named.js";

export const collectionSchema = z.object({
  collection: namedRefSchema,
  filmCount: z.int(),
  filmsWithRevenue: z.int(),
  totalRevenue: z.number().describe("US dollars"),
  averageRevenue: z.number().nullable().describe("US dollars, over the films with known revenue"),
  filmsWithGain: z.int(),
  totalGain: z.number().describe("US dollars"),
  averageGain: z.number().nullable().describe("US dollars, over the films with known budget and revenue"),
  films: z.array(filmMoneySchema).describe("Oldest first, undated last, without adult ones"),
});

export type Collection = z.infer<typeof collectionSchema>;

export function collection(catalog: Catalog, row: CollectionRow): Collection {
  const rows = [...catalog.collections.films.get(row)];
  const sums = rows.map((film) => money(catalog, film));
  const revenue = overKnown(sums.map((film) => film.revenue));
  const gain = overKnown(sums.map((film) => film.gain));
  const day = (film: FilmRow) => catalog.films.releaseDate.get(film) ?? Number.POSITIVE_INFINITY;
  return {
    collection: namedRef(catalog.collections, row),
    filmCount: rows.length,
    filmsWithRevenue: revenue.count,
    totalRevenue: revenue.total,
    averageRevenue: revenue.average,
    filmsWithGain: gain.count,
    totalGain: gain.total,
    averageGain: gain.average,
    films: rows
      .filter((film) => !isAdult(catalog, film))
      .sort((a, b) => (day(a) === day(b) ? a - b : day(a) - day(b)))
      .map((film) => filmMoney(catalog, film)),
  };
}
