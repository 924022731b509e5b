/** Lists in which sequels and one director do not fill everything. */
import type { Tables } from "../catalog/catalog.js";
import type { FilmRow } from "../catalog/rows.js";

/** Of one collection, and of one director, a list holds as many at most. */
const MOST_ALIKE = 2;

/**
 * Candidates in an order in which the first `size`, the next `size` and so on hold at most MOST_ALIKE of one
 * collection or director; what is too much for one list comes in a later one. Every candidate comes once.
 */
export function* varied<Candidate>(
  { films }: Pick<Tables, "films">,
  candidates: Iterable<Candidate>,
  filmOf: (candidate: Candidate) => FilmRow,
  size: number,
): Generator<Candidate> {
  const groupsOf = (film: FilmRow): string[] => {
    const collection = films.collection.get(film);
    const groups = Array.from(films.directors.get(film), (director) => `director ${director}`);
    return collection === undefined ? groups : [...groups, `collection ${collection}`];
  };
  let waiting = [...candidates];
  while (waiting.length > 0) {
    const taken = new Map<string, number>();
    const later: Candidate[] = [];
    let listed = 0;
    for (const candidate of waiting) {
      // Of most of them nobody needs to know more: there are hundreds, and a list holds ten.
      const groups = listed === size ? undefined : groupsOf(filmOf(candidate));
      if (groups === undefined || groups.some((group) => (taken.get(group) ?? 0) >= MOST_ALIKE)) {
        later.push(candidate);
        continue;
      }
      for (const group of groups) taken.set(group, (taken.get(group) ?? 0) + 1);
      listed++;
      yield candidate;
    }
    waiting = later;
  }
}
