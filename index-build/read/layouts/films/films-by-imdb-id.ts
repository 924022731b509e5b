import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";
import { filmsOfYourOwn } from "./films-of-your-own.js";

const { id: _id, ...columns } = FILM_COLUMNS;

/** Films of a person's own that go by IMDb's ids: which of TMDB's they are, another source tells. */
export const filmsByImdbId: Layout = {
  ...filmsOfYourOwn,
  name: "imdb_id, title, …",
  columns: { ...columns, imdbId: columns.imdbId.filter((name) => name !== "tconst") },
  needs: ["imdbId", ...filmsOfYourOwn.needs.slice(1)],
  // Those of IMDb itself, and lists of films that somebody saw.
  never: [
    ...(filmsOfYourOwn.never ?? []),
    "tconst",
    "nconst",
    "const",
    "title_type",
    "your_rating",
    "movie_id",
    "movieid",
  ],
  marks: [],
};
