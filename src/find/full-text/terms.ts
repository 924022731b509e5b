/** The full-text table in memory: from a term to the films that it tells something of. */
import type { TableOf } from "../../catalog/columns.js";
import type { LATER_TABLES } from "../../catalog/schema.js";

export type FullTextTable = TableOf<(typeof LATER_TABLES)["fullText"]>;

/** The films of a term, ascending, and what the term says of each, as a byte. Views: nothing is copied. */
export interface TermFilms {
  readonly films: Int32Array;
  readonly weights: Uint8Array;
}

export const NO_FILMS: TermFilms = { films: new Int32Array(), weights: new Uint8Array() };

export function filmsOfTerm({ term, films, weights, rowCount }: FullTextTable, wanted: string): TermFilms {
  let low = 0;
  let high = rowCount - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = term.get(middle);
    if (found === wanted) return { films: films.get(middle), weights: weights.get(middle) };
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return NO_FILMS;
}
