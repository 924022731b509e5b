import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";
import { filmsOfYourOwn } from "./films-of-your-own.js";

const { title: _title, originalTitle: _originalTitle, ...columns } = FILM_COLUMNS;

/** What a database tells of its films beside the table that names them: `movie_id, budget, revenue, runtime`. */
export const filmsWithoutTitles: Layout = {
  ...filmsOfYourOwn,
  name: "film_id, budget, runtime, …",
  columns,
  needs: ["id", ["budget", "revenue", "runtime", "voteCount", "overview"]],
  never: [...(filmsOfYourOwn.never ?? []), "name", "seasons", "rating"],
  marks: [],
};
