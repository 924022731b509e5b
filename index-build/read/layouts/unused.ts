import type { Unused } from "./layout.js";
import { EXPORTED_OF_NO_USE } from "./own-export.js";

/** Files that are of no use here and have just these columns, which are those of other files as well. */
export const UNUSED_EXACTLY: readonly Unused[] = EXPORTED_OF_NO_USE;

/** Files that stand beside those we read, and that are known to be of no use here. */
export const UNUSED: readonly Unused[] = [
  {
    name: "IMDb",
    columns: [
      ["tconst"],
      ["nconst"],
      ["title_id", "ordering"],
      ["const", "title_type"],
      ["const", "imdb_rating"],
      ["series_title", "imdb_rating"],
    ],
    code: "imdb-file",
  },
  {
    name: "Letterboxd",
    columns: [["letterboxd_uri"]],
    code: "own-list",
  },
  {
    // What the starter is held against: gathered from many places, with votes of other days.
    name: "recent films to compare with",
    columns: [["tmdb_id", "votes_as_of"]],
    code: "unused-layout",
  },
  {
    name: "MovieLens (tags.csv)",
    columns: [
      ["user_id", "movie_id", "tag"],
      ["userid", "movieid", "tag"],
    ],
    code: "unused-layout",
  },
  {
    name: "MovieLens 100K (u.genre, u.occupation)",
    columns: [["ml_100k_genre"], ["ml_100k_occupation"]],
    code: "unused-layout",
  },
  { name: "MovieLens (users.dat)", columns: [["user_id", "gender", "age"]], code: "unused-layout" },
  {
    name: "MovieLens (genome)",
    columns: [
      ["tag_id", "tag"],
      ["movie_id", "tag_id", "relevance"],
    ],
    code: "unused-layout",
  },
];
