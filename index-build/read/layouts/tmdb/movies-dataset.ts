import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";

/** "The Movies Dataset" of Kaggle: `movies_metadata.csv`, with nested cells as Python writes them. */
export const moviesDataset: Layout = {
  name: "The Movies Dataset (movies_metadata.csv)",
  kind: "movies",
  columns: FILM_COLUMNS,
  needs: [
    "id",
    "title",
    "originalTitle",
    "originalLanguage",
    "releaseDate",
    "runtime",
    "budget",
    "revenue",
    "genres",
    "companies",
    "countries",
    "spokenLanguages",
    "popularity",
    "voteAverage",
    "voteCount",
    "adult",
    "collection",
  ],
  never: ["cast", "crew", "director", "keywords", "user_id", "show_id"],
  marks: ["budget", "companies", "voteCount"],
};
