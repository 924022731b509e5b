import type { Unused } from "./layout.js";

/** Files that stand beside those we read, and that are known to be of no use here. */
export const UNUSED: readonly Unused[] = [
  { name: "IMDb", columns: [["tconst"], ["nconst"], ["title_id", "ordering"]], code: "imdb-file" },
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
    name: "MovieLens (genome)",
    columns: [
      ["tag_id", "tag"],
      ["movie_id", "tag_id", "relevance"],
    ],
    code: "unused-layout",
  },
];
