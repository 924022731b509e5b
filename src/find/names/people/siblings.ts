/** Those who make films together, siblings and pairs, from the films themselves. */
import type { FilmRow, PersonRow } from "../../../catalog/rows.js";
import { fold } from "../../encode/fold.js";
import { INEXACT } from "../distance/cost.js";
import type { Domain } from "../domain.js";
import { matches, normalise } from "../matching.js";
import { thresholdsOf } from "../thresholds.js";

export type FilmsOf = (row: PersonRow) => ArrayLike<FilmRow> & Iterable<FilmRow>;

/** Of more bearers of a surname the best known are looked at. */
const MOST_BEARERS = 40;
/** Who made so many films together belongs together. */
const FILMS_TOGETHER = 2;
/** Without films in common: who is not nearly as well known as the first (log10) is not meant. */
const FAR_LESS_KNOWN = 1.5;
const MOST_SIBLINGS = 6;

/**
 * @param said whether they were called siblings: then the best known of the surname are meant, together or not
 * @returns best known first; fewer than two where there are no siblings
 */
export function siblings(
  domain: Domain<PersonRow>,
  surname: string,
  said: boolean,
  filmsOf: FilmsOf,
): PersonRow[] {
  const bearers = bearersOf(domain, surname);
  const groups = bearers.map((row) => [
    row,
    ...bearers.filter((other) => other !== row && together(filmsOf(row), filmsOf(other)) >= FILMS_TOGETHER),
  ]);
  const group = groups.find((group) => group.length > 1);
  if (group !== undefined) {
    return group.sort((a, b) => bearers.indexOf(a) - bearers.indexOf(b)).slice(0, MOST_SIBLINGS);
  }
  const [first] = bearers;
  if (!said || first === undefined) return [];
  const known = domain.fame.logVotes(first) - FAR_LESS_KNOWN;
  return bearers.filter((row) => domain.fame.logVotes(row) >= known).slice(0, MOST_SIBLINGS);
}

/** Of more people of one name the likeliest are looked at. */
const MOST_PARTNERS = 12;

/**
 * One of each: those who made most films together ("Laurel y Hardy"), or the likeliest of both.
 * @param firsts likeliest first, like `seconds`
 * @returns both; nobody where one is missing
 */
export function partners(
  firsts: readonly PersonRow[],
  seconds: readonly PersonRow[],
  filmsOf: FilmsOf,
): PersonRow[] {
  const [first, second] = [firsts[0], seconds[0]];
  if (first === undefined || second === undefined) return [];
  let most = FILMS_TOGETHER - 1;
  let best = [first, second];
  for (const one of firsts.slice(0, MOST_PARTNERS)) {
    for (const other of seconds.slice(0, MOST_PARTNERS)) {
      const films = one === other ? 0 : together(filmsOf(one), filmsOf(other));
      if (films > most) {
        most = films;
        best = [one, other];
      }
    }
  }
  return [...new Set(best)];
}

/** Whoever bears the surname, best known first; misspelt, whoever bears that of the best. */
function bearersOf(domain: Domain<PersonRow>, surname: string): PersonRow[] {
  const text = normalise(surname);
  if (text === "") return [];
  const found = matches(domain, text, thresholdsOf(text));
  const exact = found.filter(({ cost }) => cost < INEXACT);
  const rows = (exact.length > 0 ? exact : found).map(({ row }) => row).slice(0, MOST_BEARERS);
  const lastOf = (row: PersonRow) => fold(domain.nameOf(row)).split(" ").at(-1);
  const last = rows[0] === undefined ? undefined : lastOf(rows[0]);
  return rows.filter((row) => lastOf(row) === last);
}

function together(own: Iterable<FilmRow>, others: Iterable<FilmRow>): number {
  const films = new Set(others);
  let count = 0;
  for (const film of own) if (films.has(film)) count++;
  return count;
}
