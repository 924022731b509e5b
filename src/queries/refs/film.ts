/** A film as results name it. */
import { z } from "zod";
import { type Catalog, filmById, idOf } from "../../catalog/catalog.js";
import { filmTitles, isAdult, releaseYear } from "../../catalog/film.js";

import type { FilmRow } from "../../catalog/rows.js";

export {
  isAdult,
  isoDate,
  isSameTitle,
  readableOriginal,
  releaseDate,
  shownTitle,
} from "../../catalog/film.js";
export { filmLabel } from "../../catalog/labels.js";

export const filmRefSchema = z
  .object({
    id: z.int().describe("TMDB id"),
    year: z.int().nullable(),
    title: z.string().describe("The source's (English) title"),
    originalTitle: z.string().optional(),
    originalLatin: z
      .string()
      .optional()
      .describe("The original title in Latin letters, where it is in others and they are known"),
    titleEs: z.string().optional().describe("Title in Spain"),
    titleEs419: z.string().optional().describe("Title in Latin America, where it differs from Spain's"),
  })
  .meta({ id: "Film" });

export type FilmRef = z.infer<typeof filmRefSchema>;

export function filmRef(catalog: Catalog, row: FilmRow): FilmRef {
  return {
    id: idOf(catalog.films, row),
    year: releaseYear(catalog, row) ?? null,
    ...filmTitles(catalog, row),
  };
}

/** The row of a TMDB id; undefined where the catalogue has none that may be named. */
export function filmRowOf(catalog: Catalog, id: number): FilmRow | undefined {
  const row = filmById(catalog, id);
  return row === undefined || isAdult(catalog, row) ? undefined : row;
}

/** The film of a TMDB id; undefined where the catalogue has none that may be named. */
export function filmOfId(catalog: Catalog, id: number): FilmRef | undefined {
  const row = filmRowOf(catalog, id);
  return row === undefined ? undefined : filmRef(catalog, row);
}

/** Whether the film of a TMDB id is of a genre, by its name in the catalogue. */
export function isOfGenre(catalog: Catalog, id: number, genre: string): boolean {
  const row = filmById(catalog, id);
  if (row === undefined) return false;
  return [...catalog.films.genres.get(row)].some((own) => catalog.genres.name.get(own) === genre);
}

/**
 * The first `count` of some film rows that may be named. Rows come most voted first, so these are the best
 * known.
 */
export function bestKnown(catalog: Catalog, rows: Iterable<FilmRow>, count: number): FilmRef[] {
  const films: FilmRef[] = [];
  for (const row of rows) {
    if (films.length === count) break;
    if (!isAdult(catalog, row)) films.push(filmRef(catalog, row));
  }
  return films;
}
