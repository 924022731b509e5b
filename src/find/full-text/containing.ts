/** The films in which all words of a question are found. */
import { type FilmRow, filmRow } from "../../catalog/rows.js";
import type { TextQuery } from "./query.js";

/** @returns rows, ascending; none for a question without words */
export function filmsContaining({ words }: Pick<TextQuery, "words">, filmCount: number): FilmRow[] {
  if (words.length === 0) return [];
  // Of each film, how many of the words are found in it, one after the other.
  const found = new Uint8Array(filmCount);
  words.forEach(({ readings }, place) => {
    for (const { films } of readings)
      for (const row of films) if (found[row] === place) found[row] = place + 1;
  });
  const films: FilmRow[] = [];
  found.forEach((count, row) => {
    if (count === words.length) films.push(filmRow(row));
  });
  return films;
}
