import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";

/** "TMDB 5000 Movie Dataset" of Kaggle: `tmdb_5000_movies.csv`, with nested cells in JSON. */
export const tmdb5000: Layout = {
  name: "TMDB 5000 (tmdb_5000_movies.csv)",
  kind: "movies",
  columns: FILM_COLUMNS,
  needs: ["id", "title", "keywords", "budget", "revenue", "genres", "companies", "releaseDate", "voteCount"],
  never: ["cast", "crew", "credits", "director", "adult", "user_id", "show_id"],
  marks: ["budget", "companies", "voteCount"],
};

/** Its `tmdb_5000_credits.csv`. */
export const tmdb5000Credits: Layout = {
  name: "TMDB 5000 (tmdb_5000_credits.csv)",
  kind: "credits",
  columns: { id: ["movie_id", "tmdb_id", "id"], title: ["title"], cast: ["cast"], crew: ["crew"] },
  needs: ["id", "title", "cast", "crew"],
  never: ["genres", "overview", "budget", "release_date", "vote_count", "type", "user_id"],
  marks: ["cast", "crew"],
};

/** The films as a database of SQLite that goes round: `id` counts its own, `uid` is TMDB's, and directors have a table. */
export const tmdb5000Database: Layout = {
  name: "movies.sqlite (uid, director_id)",
  kind: "movies",
  columns: { ...FILM_COLUMNS, id: ["uid"], personId: ["director_id"] },
  needs: ["id", ["title", "originalTitle"], "personId"],
  marks: [],
};
