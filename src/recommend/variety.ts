/** Lists in which sequels and one director do not fill everything. */
import type { Tables } from "../catalog/catalog.js";

/** Of one collection, and of one director, as many at most in each five. */
export const MOST_ALIKE = 2;
export const LIST_SIZE = 5;

/**
 * Candidates in an order in which the first five, the next five and so on hold at most MOST_ALIKE of one collection or
 * director; what is too much for one five comes in a later one. Every candidate comes once, as long as five can be
 * varied at all.
 */
export function* varied<Candidate>(
  { films }: Pick<Tables, "films">,
  candidates: Iterable<Candidate>,
  filmOf: (candidate: Candidate) => number,
): Generator<Candidate> {
  const groupsOf = (film: number): string[] => {
    const collection = films.collection.get(film);
    const groups = Array.from(films.directors.get(film), (director) => `director ${director}`);
    return collection === undefined ? groups : [...groups, `collection ${collection}`];
  };
  let waiting = [...candidates].map((candidate) => ({ candidate, groups: groupsOf(filmOf(candidate)) }));
  while (waiting.length > 0) {
    const taken = new Map<string, number>();
    const later: typeof waiting = [];
    let size = 0;
    for (const one of waiting) {
      if (size === LIST_SIZE || one.groups.some((group) => (taken.get(group) ?? 0) >= MOST_ALIKE)) {
        later.push(one);
        continue;
      }
      for (const group of one.groups) taken.set(group, (taken.get(group) ?? 0) + 1);
      size++;
      yield one.candidate;
    }
    waiting = later;
  }
}
