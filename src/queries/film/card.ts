/** The whole card of a film. */
import { z } from "zod";
import { type Catalog, filmById } from "../../catalog/catalog.js";
import { voteCount } from "../../catalog/film.js";
import type { FilmRow, PersonRow, Rows } from "../../catalog/rows.js";
import { catalogueSchema, platformIdSchema } from "../platforms/catalogue.js";
import { platformsOfFilm } from "../platforms/films.js";
import { watchingOfFilm, watchingSchema } from "../platforms/watching.js";
import { collectionRef, collectionRefSchema } from "../refs/collection.js";
import { filmRef, filmRefSchema, releaseDate } from "../refs/film.js";
import { personRef, personRefSchema } from "../refs/person.js";
import { money, moneySchema } from "./money.js";
import { poster } from "./poster.js";

export const cardSchema = z.object({
  film: filmRefSchema,
  imdbId: z.string().nullable(),
  releaseDate: z.string().nullable().describe("YYYY-MM-DD"),
  runtime: z.number().nullable().describe("Minutes"),
  genres: z.array(z.string()).describe("English names"),
  directors: z.array(personRefSchema),
  cast: z.array(personRefSchema).describe("The first ten, in billing order where the source has one"),
  countries: z.array(z.string()).describe("ISO 3166-1 codes"),
  originalLanguage: z.string().nullable().describe("ISO 639-1 code"),
  collection: collectionRefSchema.nullable(),
  money: moneySchema,
  popularity: z.number().nullable(),
  voteCount: z.int().nullable(),
  votesYear: z.int().nullable().describe("Year in which the votes were counted"),
  voteAverage: z.number().nullable().describe("0 to 10"),
  synopsisEs: z.string().nullable(),
  overview: z.string().nullable().describe("The source's English summary"),
  platforms: z
    .array(
      z.object({
        platform: platformIdSchema,
        name: z.string(),
        ...catalogueSchema.shape,
      }),
    )
    .describe("In whose catalogues it stood"),
  watching: watchingSchema.nullable().describe("Where it can be watched; null where nobody was asked"),
  poster: z.string().nullable().describe("Link to TMDB's image server"),
});

export type Card = z.infer<typeof cardSchema>;

/** The card of a TMDB id; undefined where the catalogue does not have it. */
export function cardOfId(catalog: Catalog, id: number): Card | undefined {
  const row = filmById(catalog, id);
  return row === undefined ? undefined : card(catalog, row);
}

const BILLED = 10;

export function card(catalog: Catalog, row: FilmRow): Card {
  const { films, genres, countries, languages } = catalog;
  const people = (rows: Rows<PersonRow>) => Array.from(rows, (person) => personRef(catalog, person));
  const language = films.originalLanguage.get(row);
  const collection = films.collection.get(row);
  const imdb = films.imdb.get(row);
  return {
    film: filmRef(catalog, row),
    imdbId: imdb === undefined ? null : `tt${String(imdb).padStart(7, "0")}`,
    releaseDate: releaseDate(catalog, row) ?? null,
    runtime: films.runtime.get(row) ?? null,
    genres: Array.from(films.genres.get(row), (genre) => genres.name.get(genre)),
    directors: people(films.directors.get(row)),
    cast: people(films.cast.get(row).subarray(0, BILLED)),
    countries: Array.from(films.countries.get(row), (country) => countries.code.get(country)),
    originalLanguage: language === undefined ? null : languages.code.get(language),
    collection: collection === undefined ? null : collectionRef(catalog, collection),
    money: money(catalog, row),
    popularity: films.popularity.get(row) ?? null,
    voteCount: voteCount(catalog, row) ?? null,
    votesYear: films.votesYear.get(row) ?? null,
    voteAverage: films.voteAverage.get(row) ?? null,
    synopsisEs: films.synopsis.get(row) ?? null,
    overview: films.overview.get(row) ?? null,
    platforms: platformsOfFilm(catalog, row),
    watching: watchingOfFilm(catalog, row),
    poster: poster(catalog, row),
  };
}
