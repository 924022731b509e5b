/** The figures of a film that are worth comparing. */
import type { Catalog } from "../../catalog/catalog.js";
import { voteCount } from "../../catalog/film.js";
import type { FilmRow } from "../../catalog/rows.js";
import { type Money, money } from "../film/money.js";
import { type FilmRef, filmRef } from "../refs/film.js";

export interface FilmFigures extends Money {
  readonly film: FilmRef;
  readonly voteAverage: number | null;
  readonly voteCount: number | null;
  readonly runtime: number | null;
}

export function filmFigures(catalog: Catalog, row: FilmRow): FilmFigures {
  return {
    film: filmRef(catalog, row),
    voteAverage: catalog.films.voteAverage.get(row) ?? null,
    voteCount: voteCount(catalog, row) ?? null,
    runtime: catalog.films.runtime.get(row) ?? null,
    ...money(catalog, row),
  };
}
