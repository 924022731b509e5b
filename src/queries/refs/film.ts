/** A film as results name it. */
import { z } from "zod";
import { type Catalog, filmById, idOf } from "../../catalog/catalog.js";
import { type FilmTitles, filmTitles, isAdult, releaseYear, voteCount } from "../../catalog/film.js";
import type { FilmRow } from "../../catalog/rows.js";
import { poster } from "../film/poster.js";

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
    poster: z.string().optional().describe("Link to TMDB's image server, where one is known"),
    voteCount: z.int().optional().describe("Where the sources tell votes"),
    voteAverage: z.number().optional().describe("0 to 10"),
    synopsisEs: z.string().optional().describe("What it is about, in Spanish"),
    overview: z.string().optional().describe("The source's English summary"),
  })
  .meta({ id: "Film" });

export type FilmRef = z.infer<typeof filmRefSchema>;

/** What a film is called by. */
export type NamedFilm = FilmTitles & Pick<FilmRef, "year">;

/** Put together by adding, as `namedFilm` is: spreading takes twice as long, and a list has hundreds. */
export function filmRef(catalog: Catalog, row: FilmRow): FilmRef {
  return Object.assign(namedFilm(catalog, row), filmFacts(catalog, row));
}

/** What tells which film it is, and nothing that lies on disk. */
export function namedFilm(catalog: Catalog, row: FilmRow): NamedFilm & Pick<FilmRef, "id"> {
  const named = { id: idOf(catalog.films, row), year: releaseYear(catalog, row) ?? null };
  return Object.assign(named, filmTitles(catalog, row));
}

/** What is shown of a film in a list besides its name. */
function filmFacts(catalog: Catalog, row: FilmRow): Partial<FilmRef> {
  const { films } = catalog;
  return {
    poster: poster(catalog, row) ?? undefined,
    voteCount: voteCount(catalog, row),
    voteAverage: films.voteAverage.get(row),
    synopsisEs: films.synopsis.get(row),
    overview: films.overview.get(row),
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
