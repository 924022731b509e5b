import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";

/**
 * Films as a person's own program left them: cleaned, merged with their credits and keywords, flattened, in English or
 * Spanish. TMDB's id, a title, and anything that says what film it is.
 */
export const filmsOfYourOwn: Layout = {
  name: "id, title, …",
  kind: "movies",
  columns: { ...FILM_COLUMNS, personId: ["director_id", "id_director"] },
  needs: [
    "id",
    ["title", "originalTitle"],
    [
      "genres",
      "genreIds",
      "overview",
      "runtime",
      "budget",
      "revenue",
      "popularity",
      "voteCount",
      "cast",
      "directors",
      "companies",
      "releaseDate",
    ],
  ],
  never: [
    "user_id",
    "userid",
    "show_id",
    "listed_in",
    "date_added",
    "person_id",
    "tag",
    "crew_id",
    // People and companies, who have names and popularity as well.
    "gender",
    "profile_path",
    "known_for_department",
    "birthday",
    "biography",
    "place_of_birth",
    "logo_path",
    "relevance",
    "seasons",
    // Votes of another day, gathered for comparison.
    "votes_as_of",
  ],
  marks: ["budget", "companies", "voteCount", "revenue", "releaseDate"],
  rowsPerFilm: "several",
};
