import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";
import { filmsOfYourOwn } from "./films-of-your-own.js";

const { id: _id, imdbId: _imdbId, ...columns } = FILM_COLUMNS;

/** Films that only their title and year name: which of those that other sources have with an id they are. */
export const filmsByTitle: Layout = {
  ...filmsOfYourOwn,
  name: "title, year, …",
  columns,
  needs: [
    ["title", "originalTitle"],
    ["releaseYear", "releaseDate"],
    ["genres", "overview", "runtime", "budget", "revenue", "cast", "directors", "companies", "countries"],
  ],
  // Lists that somebody keeps, catalogues of platforms, and what only IMDb knows.
  never: [
    ...(filmsOfYourOwn.never ?? []),
    ...FILM_COLUMNS.id,
    ...FILM_COLUMNS.imdbId,
    "const",
    "title_type",
    "your_rating",
    "letterboxd_uri",
    "imdb_rating",
    "imdb_votes",
    "meta_score",
    "metascore",
    "series_title",
    "platform",
    "user",
  ],
  marks: [],
};
