/** Films for somebody of whom several liked films are known. */
import { BestFilms } from "./best-films.js";
import type { Tastes } from "./tastes.js";

/** A film somebody gave an opinion of: 1 for a liked one, more or less for stronger ones, below 0 for a disliked one. */
export type Opinion = readonly [film: number, weight: number];

/** As many are ranked: what variety and filters leave of them is answered. */
const RANKED = 300;

export type RankedFilm = readonly [film: number, score: number];

/** By what others with the same tastes liked (graded EASE). Films in `seen` are left out. */
export function byTastes(
  tastes: Tastes,
  opinions: readonly Opinion[],
  seen: ReadonlySet<number>,
): readonly RankedFilm[] {
  const weights = tastes.ease.weightsOfUsers(opinions);
  const best = new BestFilms(RANKED);
  for (const film of tastes.rated) if (!seen.has(film)) best.offer(film, tastes.ease.score(weights, film));
  return best.sorted();
}

/** Neighbours of a film with how good they are, 0–1. */
export type NeighboursOf = (film: number) => Iterable<RankedFilm>;

/** By the neighbours of the films that were liked: each counts for as many of them as it is a neighbour of. */
export function byNeighbours(
  neighboursOf: NeighboursOf,
  opinions: readonly Opinion[],
  seen: ReadonlySet<number>,
): readonly RankedFilm[] {
  const sums = new Map<number, number>();
  for (const [film, weight] of opinions) {
    for (const [other, score] of neighboursOf(film))
      if (!seen.has(other)) sums.set(other, (sums.get(other) ?? 0) + weight * score);
  }
  const best = new BestFilms(RANKED);
  for (const [film, score] of sums) best.offer(film, score);
  return best.sorted();
}
