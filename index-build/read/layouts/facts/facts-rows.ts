import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";
import { THING_IDS } from "./things.js";

const { id, title, imdbId, releaseYear, releaseDate, genres, companies, countries } = FILM_COLUMNS;
const { countryCodes, directors, writers, producers } = FILM_COLUMNS;

/** What films have many of, one a row: genres, companies, countries, languages, keywords, people. */
export const factsRows: Layout = {
  name: "film_id, genre",
  kind: "facts-rows",
  columns: {
    // A table of pairs may number them in a column of its own.
    id: [...id.filter((name) => name !== "id"), "movie", "film", "pelicula", "id"],
    imdbId,
    // "name" is that of the genre or the company.
    title: title.filter((name) => !["name", "nombre", "film", "pelicula"].includes(name)),
    releaseYear,
    releaseDate,
    genres: [...genres, "name_of_genre"],
    ...THING_IDS,
    companies,
    countries,
    countryCodes,
    spokenLanguages: ["spoken_language", "language", "language_name", "idioma", "iso_639_1", "language_code"],
    keywords: ["keyword", "keyword_name", "palabra_clave", "tema", "theme"],
    collection: ["collection", "collection_name", "franchise", "saga", "coleccion"],
    cast: ["actor", "actor_name", "name_actor", "nombre_actor", "actriz", "interprete"],
    directors,
    writers,
    producers,
  },
  needs: [
    ["id", "imdbId", "title"],
    [
      "genres",
      "genreIds",
      "companyIds",
      "countryIds",
      "languageIds",
      "keywordIds",
      "companies",
      "countries",
      "countryCodes",
      "spokenLanguages",
      "keywords",
      "collection",
      "cast",
      "directors",
    ],
  ],
  never: [
    ...FILM_COLUMNS.overview,
    ...FILM_COLUMNS.budget,
    ...FILM_COLUMNS.revenue,
    ...FILM_COLUMNS.popularity,
    ...FILM_COLUMNS.voteCount,
    ...FILM_COLUMNS.voteAverage,
    ...FILM_COLUMNS.runtime,
    ...FILM_COLUMNS.originalTitle,
    "cast",
    "crew",
    "user_id",
    "userid",
    "user",
    "relevance",
    "show_id",
    "type",
    "listed_in",
    "date_added",
    "platform",
    "person_id",
    "votes_as_of",
    "letterboxd_uri",
    "const",
    "tconst",
    "imdb_rating",
  ],
  marks: [],
};
