/** A director's films with what each cost, gained and returned. */
import type { Catalog } from "../catalog/catalog.js";
import { type FilmRef, filmRef, isAdult, releaseDate } from "./film.js";
import { type Money, money, type ReturnSummary, summariseReturns } from "./money.js";
import { type PersonRef, personRef } from "./person.js";

export interface DirectedFilm extends Money {
  readonly film: FilmRef;
  /** YYYY-MM-DD. */
  readonly releaseDate: string | null;
}

export interface Director extends ReturnSummary {
  readonly person: PersonRef;
  /** The films counted in `filmCount` (without adult ones), newest first, undated last. */
  readonly films: readonly DirectedFilm[];
}

export function director(catalog: Catalog, row: number): Director {
  const rows = [...catalog.people.directed.get(row)];
  const films = rows
    .filter((film) => !isAdult(catalog, film))
    .map((film) => ({
      film: filmRef(catalog, film),
      releaseDate: releaseDate(catalog, film) ?? null,
      ...money(catalog, film),
    }))
    .sort((a, b) => (b.releaseDate ?? "").localeCompare(a.releaseDate ?? ""));
  return { person: personRef(catalog, row), ...summariseReturns(catalog, rows), films };
}
