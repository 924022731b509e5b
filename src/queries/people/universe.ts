/** The films of one world, whichever collections hold them. */
import { z } from "zod";
import { type Catalog, idOf, oncePerCatalog } from "../../catalog/catalog.js";
import type { CollectionRow, FilmRow } from "../../catalog/rows.js";
import { filmMoney, filmMoneySchema } from "../film/money.js";
import { collectionRef, collectionRefSchema } from "../refs/collection.js";
import { isAdult } from "../refs/film.js";
import { figures, figuresSchema } from "./figures.js";

export const universeSchema = z
  .object({
    id: z.string().describe('A name for programs: "star-wars"'),
    name: z.string(),
    nameEs: z.string(),
    members: z
      .array(
        collectionRefSchema.extend({ filmCount: z.int().describe("Of its films, those in the universe") }),
      )
      .describe("The collections that films of it are in, best known first; films may be in none"),
    figures: figuresSchema.describe("Over `films`, each counted once"),
    films: z.array(filmMoneySchema).describe("In order of release"),
    story: z
      .array(filmMoneySchema)
      .nullable()
      .describe("The same films in order of the story; null where they tell no common one"),
    apart: z.array(filmMoneySchema).describe("Films of other makers or outside its story, not counted"),
  })
  .meta({ id: "Universe" });

export type Universe = z.infer<typeof universeSchema>;

/** The universe that a collection stands for; undefined where it is a collection and nothing more. */
export function universeOf(catalog: Catalog, collection: CollectionRow): Universe | undefined {
  const row = rowsOf(catalog).get(collection);
  if (row === undefined) return undefined;
  const { universes, films } = catalog;
  const own = [...universes.films.get(row)];
  const told = (rows: Iterable<FilmRow>) =>
    [...rows].filter((film) => !isAdult(catalog, film)).map((film) => filmMoney(catalog, film));
  const story = told(universes.story.get(row));
  return {
    id: universes.id.get(row),
    name: universes.nameEn.get(row),
    nameEs: universes.nameEs.get(row),
    members: Array.from(universes.members.get(row), (member) => ({
      ...collectionRef(catalog, member),
      filmCount: own.filter((film) => films.collection.get(film) === member).length,
    })),
    figures: figures(catalog, own),
    films: told(own),
    story: story.length > 0 ? story : null,
    apart: told(universes.apart.get(row)),
  };
}

/** The universes that films of a collection are in, beside those it stands for itself; best known first. */
export function universesWith(catalog: Catalog, collection: CollectionRow): CollectionRow[] {
  const { universes } = catalog;
  const within: CollectionRow[] = [];
  for (const [standsFor, row] of rowsOf(catalog)) {
    if (standsFor !== collection && universes.members.get(row).includes(collection)) within.push(standsFor);
  }
  return within.sort((a, b) => a - b);
}

/** What a universe that a collection is part of is called, and the collection that stands for it. */
export const universeRefSchema = z
  .object({
    id: z.int().describe("Of the collection that stands for it; below 0 where the sources have none"),
    name: z.string(),
    nameEs: z.string(),
  })
  .meta({ id: "UniverseName" });

export type UniverseRef = z.infer<typeof universeRefSchema>;

/** @param collection one that stands for a universe */
export function universeRef(catalog: Catalog, collection: CollectionRow): UniverseRef {
  const { universes, collections } = catalog;
  const row = rowsOf(catalog).get(collection);
  if (row === undefined) throw new RangeError(`collection ${collection} stands for no universe`);
  return {
    id: idOf(collections, collection),
    name: universes.nameEn.get(row),
    nameEs: universes.nameEs.get(row),
  };
}

/** Whether a collection is a universe of which the sources have no collection. */
export function isOwn(catalog: Catalog, collection: CollectionRow): boolean {
  const row = rowsOf(catalog).get(collection);
  return row !== undefined && catalog.universes.own[row] === 1;
}

/** Rows of universes by the collection that stands for them. */
const rowsOf = oncePerCatalog(
  ({ universes }) => new Map([...universes.collection].map((collection, row) => [collection, row])),
);
