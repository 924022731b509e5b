/** What `npm run index -- export` writes: the tables from which films can be built again. */
import { FILM_COLUMNS } from "./film-columns.js";
import type { Layout, Unused } from "./layout.js";

const NAME = "Claqueta (index export)";
const FILM_ID = ["film_id"];

export const exportedFilms: Layout = {
  name: `${NAME}: films`,
  kind: "movies",
  columns: FILM_COLUMNS,
  needs: ["id", "title", "votesYear", "onlyYear", "synopsis", "prominence"],
  marks: ["prominence"],
};

export const exportedCredits: Layout = {
  name: `${NAME}: credits`,
  kind: "credits",
  columns: { id: ["id"], cast: ["cast"], crew: ["crew"], castInOrder: ["cast_in_order"] },
  needs: ["id", "cast", "crew", "castInOrder"],
  marks: ["castInOrder"],
};

export const exportedRatings: Layout = {
  name: `${NAME}: ratings_summary`,
  kind: "ratings-summary",
  columns: { id: FILM_ID, ratingCount: ["ratings"], ratingMean: ["mean_stars"] },
  needs: ["id", "ratingCount", "ratingMean"],
  marks: ["ratingMean"],
};

export const exportedWatching: Layout = {
  name: `${NAME}: film_watching`,
  kind: "watching",
  columns: { id: FILM_ID, region: ["region"], asOf: ["as_of"], way: ["way"], provider: ["provider"] },
  needs: ["id", "region", "asOf", "way", "provider"],
  marks: ["way"],
};

/** Tables that tell in rows of their own what `films`, `credits` and `keywords` beside them tell already. */
export const EXPORTED_AGAIN: readonly (readonly string[])[] = [
  ["film_id", "genre"],
  ["film_id", "company_id", "company"],
  ["film_id", "country_code", "country"],
  ["film_id", "language_code", "language"],
  ["film_id", "keyword_id", "keyword", "keyword_es"],
  ["film_id", "person_id", "person", "billing"],
  ["film_id", "person_id", "person", "job"],
];

/** Tables that tell what nothing here is made of. */
export const EXPORTED_OF_NO_USE: readonly Unused[] = [
  ["person_id", "person", "films_acted", "films_directed"],
  ["collection_id", "collection", "collection_es", "films"],
].map((columns) => ({ name: NAME, columns: [columns], code: "unused-layout" }));
