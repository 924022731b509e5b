/** An actor's films and what they returned. Films that the same person directed are left out, and counted apart. */
import type { Catalog } from "../catalog/catalog.js";
import { type FilmRef, filmRef, isAdult } from "./film.js";
import { money, type ReturnSummary, summariseReturns } from "./money.js";
import { type PersonRef, personRef } from "./person.js";
import { weightedRating } from "./ratings.js";

export interface Actor extends ReturnSummary {
  readonly person: PersonRef;
  /** Films in which the person both acts and directs. */
  readonly directedExcluded: number;
  /** The films counted in `filmCount` (without adult ones), best first. */
  readonly films: readonly {
    readonly film: FilmRef;
    readonly voteAverage: number | null;
    readonly return: number | null;
  }[];
}

export function actor(catalog: Catalog, row: number): Actor {
  const acted = [...catalog.people.acted.get(row)];
  const directed = new Set(catalog.people.directed.get(row));
  const rows = acted.filter((film) => !directed.has(film));
  const best = rows
    .filter((film) => !isAdult(catalog, film))
    .sort((a, b) => weightedRating(catalog, b) - weightedRating(catalog, a) || a - b);
  return {
    person: personRef(catalog, row),
    directedExcluded: acted.length - rows.length,
    ...summariseReturns(catalog, rows),
    films: best.map((film) => ({
      film: filmRef(catalog, film),
      voteAverage: catalog.films.voteAverage.get(film) ?? null,
      return: money(catalog, film).return,
    })),
  };
}
