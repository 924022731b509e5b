/** The full-text table in memory: from a term to the films that it tells something of. */
import type { LaterTables } from "../../catalog/catalog.js";
import type { FilmRow, Rows } from "../../catalog/rows.js";
import { firstPlace } from "../../catalog/sorted.js";

export type FullTextTable = LaterTables["fullText"];

/** The films of a term, ascending, and where it stands in each, as a byte. Views: nothing is copied. */
export interface TermFilms {
  readonly films: Rows<FilmRow>;
  readonly places: Uint8Array;
}

/** @returns undefined where no film has the term */
export function filmsOfTerm(
  { term, films, places, rowCount }: FullTextTable,
  wanted: string,
): TermFilms | undefined {
  const row = firstPlace(0, rowCount, (place) => term.get(place) < wanted);
  if (row === rowCount || term.get(row) !== wanted) return undefined;
  return { films: films.get(row), places: places.get(row) };
}
