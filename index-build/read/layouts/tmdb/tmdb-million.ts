import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";

/** The million-film TMDB dataset of Kaggle: `TMDB_movie_dataset_v11.csv`, lists of names with commas between. */
export const tmdbMillion: Layout = {
  name: "TMDB Movies (TMDB_movie_dataset_v11.csv)",
  kind: "movies",
  columns: FILM_COLUMNS,
  needs: [
    "id",
    "title",
    "voteCount",
    "status",
    "releaseDate",
    "adult",
    "genres",
    "keywords",
    "spokenLanguages",
  ],
  never: ["cast", "crew", "credits", "director", "user_id", "show_id"],
  marks: ["budget", "companies", "voteCount"],
};
