/** The films that are about all of a question. */
import { type FilmRow, filmRow } from "../../catalog/rows.js";
import type { Evidence } from "./evidence.js";
import type { TextQuery } from "./query.js";

/** What says less of a film does not make it one about a theme: a word that mostly means another thing. */
const LEAST = 0.08;

/**
 * The films in which every word of a question is found; those that are of a theme, a genre, a time or a country, as
 * that.
 * @returns rows, ascending; none for a question without words
 */
export function filmsContaining({ words, phrases, read }: TextQuery, filmCount: number): FilmRow[] {
  if (words.length === 0) return [];
  const matches = new Uint16Array(filmCount);
  const match = ({ films, bytes, scale }: Evidence, bits: number, least: number) => {
    for (let at = 0; at < films.length; at++) if (scale[bytes[at]] >= least) matches[films[at]] |= bits;
  };
  words.forEach(({ readings }, place) => {
    const bit = 1 << place;
    if ((read & bit) === 0) for (const reading of readings) match(reading, bit, 0);
  });
  for (const phrase of phrases) match(phrase, phrase.covers, LEAST);
  const all = (1 << words.length) - 1;
  const films: FilmRow[] = [];
  for (let row = 0; row < filmCount; row++) if (matches[row] === all) films.push(filmRow(row));
  return films;
}
