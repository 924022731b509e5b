/** A franchise: its films, and what they brought in. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { CollectionRow, FilmRow } from "../../catalog/rows.js";
import { filmMoney, filmMoneySchema } from "../film/money.js";
import { collectionRef, collectionRefSchema } from "../refs/collection.js";
import { isAdult } from "../refs/film.js";
import { figures, figuresSchema } from "./figures.js";
import {
  isOwn,
  universeOf,
  universeRef,
  universeRefSchema,
  universeSchema,
  universesWith,
} from "./universe.js";

export const collectionSchema = figuresSchema.extend({
  collection: collectionRefSchema
    .nullable()
    .describe(
      "Whose figures and films these are; null for a universe of which the sources have no collection",
    ),
  films: z.array(filmMoneySchema).describe("Oldest first, undated last, without adult ones"),
  universe: universeSchema
    .optional()
    .describe("Where the collection stands for a universe: all films of it, with their own figures"),
  partOf: z.array(universeRefSchema).describe("Other universes that films of it are in"),
});

export type Collection = z.infer<typeof collectionSchema>;

export function collection(catalog: Catalog, row: CollectionRow): Collection {
  const rows = [...catalog.collections.films.get(row)];
  const day = (film: FilmRow) => catalog.films.releaseDate.get(film) ?? Number.POSITIVE_INFINITY;
  return {
    collection: isOwn(catalog, row) ? null : collectionRef(catalog, row),
    ...figures(catalog, rows),
    films: rows
      .filter((film) => !isAdult(catalog, film))
      .sort((a, b) => (day(a) === day(b) ? a - b : day(a) - day(b)))
      .map((film) => filmMoney(catalog, film)),
    universe: universeOf(catalog, row),
    partOf: universesWith(catalog, row).map((other) => universeRef(catalog, other)),
  };
}
