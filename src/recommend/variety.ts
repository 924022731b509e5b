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
  let waiting = [...candidates].map((candidate) => ({ candidate, groups: groupsOf(filmOf(candidate)) }));
  while (waiting.length > 0) {
    const taken = new Map<string, number>();
    const later: typeof waiting = [];
    let listed = 0;
    for (const one of waiting) {
      if (listed === size || one.groups.some((group) => (taken.get(group) ?? 0) >= MOST_ALIKE)) {
        later.push(one);
        continue;
      }
      for (const group of one.groups) taken.set(group, (taken.get(group) ?? 0) + 1);
      listed++;
      yield one.candidate;
    }
    waiting = later;
  }
}
