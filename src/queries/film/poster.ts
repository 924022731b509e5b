/** Where a film's poster is to be seen. */
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";

/** Wide enough for a card on a phone with a dense screen. */
const POSTERS = "https://image.tmdb.org/t/p/w342";

/** Its address on TMDB's image server; null where none is known. */
export function poster({ films }: Pick<Catalog, "films">, row: FilmRow): string | null {
  const path = films.poster.get(row);
  return path === undefined ? null : `${POSTERS}${path}`;
}
