import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";

/** TMDB's films, updated daily on Kaggle: with columns of their cast and of who directed, wrote and produced them. */
export const tmdbDaily: Layout = {
  name: "TMDB daily (TMDB_all_movies.csv)",
  kind: "movies",
  columns: FILM_COLUMNS,
  needs: ["id", "title", "voteCount", "releaseDate", "genres", "cast", "directors"],
  never: ["user_id", "show_id", "votes_as_of"],
  marks: ["budget", "companies", "voteCount"],
};

/** "Millions of Movies" of Kaggle: names with hyphens between, people under `credits`. */
export const millionsOfMovies: Layout = {
  name: "Millions of Movies (movies.csv)",
  kind: "movies",
  columns: { ...FILM_COLUMNS, cast: ["credits"] },
  needs: ["id", "title", "genres", "voteCount", "cast"],
  never: ["crew", "director", "user_id", "show_id"],
  marks: ["budget", "companies", "voteCount"],
  between: "-",
};
