/**
 * How alike others are to a film, on the film's own scale. Scores of different films do not compare: one film's fiftieth
 * neighbour may be nearer to its first than another's second is.
 */
import { type FilmRow, filmRow } from "../catalog/rows.js";
import { atOnce, type Steps } from "../steps.js";
import type { Recommender } from "./recommender.js";
import type { RankedFilm } from "./similarity/best-films.js";

/** Films that stand for any film. */
const ANY_FILMS = 100;

/** Films that are compared in a step. */
const STRETCH = 100;

/** Where films begin to be alike, on the scale of `onOwnScale`. Chosen by reading lists. */
export const ALIKE = 0.4;

/**
 * Other films in the order given: 0 for what any film is to this one, 1 for its last stored neighbour; better ones are
 * above 1, worse ones below 0. For a film without neighbours all are 0.
 */
export function onOwnScale(
  recommender: Scored,
  film: FilmRow,
  others: readonly FilmRow[],
): readonly RankedFilm[] {
  return atOnce(onOwnScaleSteps(recommender, film, others));
}

type Scored = Pick<Recommender, "compared" | "similar" | "facts">;

/** The same in steps. */
export function* onOwnScaleSteps(
  recommender: Scored,
  film: FilmRow,
  others: readonly FilmRow[],
): Steps<readonly RankedFilm[]> {
  const last = recommender.similar(film).at(-1);
  if (last === undefined) return others.map((other) => [other, 0]);
  const any = spread(recommender.facts.count, ANY_FILMS);
  const [[, one], ...ofAny] = recommender.compared(film, [last[0], ...any]) as [RankedFilm, ...RankedFilm[]];
  const zero = ofAny.reduce((sum, [, score]) => sum + score, 0) / any.length;
  // Where there are hardly more films than neighbours, these are any films.
  const unit = Math.max(one - zero, Number.EPSILON);
  const ranked: RankedFilm[] = [];
  for (let at = 0; at < others.length; at += STRETCH) {
    for (const [other, score] of recommender.compared(film, others.slice(at, at + STRETCH)))
      ranked.push([other, (score - zero) / unit]);
    yield;
  }
  return ranked;
}

/** Rows of films, known and unknown ones alike, always the same. */
function spread(count: number, most: number): FilmRow[] {
  const size = Math.min(count, most);
  return Array.from({ length: size }, (_, at) => filmRow(Math.floor((at * count) / size)));
}
