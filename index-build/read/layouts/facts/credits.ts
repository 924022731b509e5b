import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";

const { id, cast, crew, directors, writers, producers, composers, photographers } = FILM_COLUMNS;

/** `credits.csv` of "The Movies Dataset", and what people make of it: lists of names. */
export const credits: Layout = {
  name: "The Movies Dataset (credits.csv)",
  kind: "credits",
  columns: { id, cast, crew, directors, writers, producers, composers, photographers },
  needs: ["id", ["cast", "crew", "directors"]],
  never: [
    "genres",
    "overview",
    "budget",
    "release_date",
    "vote_count",
    "type",
    "user_id",
    "show_id",
    "person_id",
  ],
  marks: ["crew", "cast"],
};
