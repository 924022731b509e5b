import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";
import { filmsOfYourOwn } from "./films-of-your-own.js";

/** Films of which hardly more is told than what they are called: only an id that is TMDB's for sure says which they are. */
export const filmsByTmdbId: Layout = {
  ...filmsOfYourOwn,
  name: "tmdb_id, title, year",
  columns: { ...FILM_COLUMNS, id: FILM_COLUMNS.id.filter((name) => /tmdb/u.test(name)) },
  needs: ["id", "title", ["releaseYear", "releaseDate", "imdbId"]],
  marks: [],
};
