/** Films for somebody of whom several liked films are known. */

import { type FilmRow, filmRow } from "../catalog/rows.js";
import { atOnce, type Steps, stepping } from "../steps.js";
import { type FilmFacts, NO_YEAR } from "./features/facts.js";
import type { Ease } from "./ratings/ease.js";
import { BestFilms, type RankedFilm } from "./similarity/best-films.js";

/**
 * A film somebody gave an opinion of: 1 for a liked one, more or less for stronger ones, below 0 for a
 * disliked one.
 */
export type Opinion = readonly [film: FilmRow, weight: number];

/** As many are ranked: what variety and filters leave of them is answered. */
const RANKED = 300;

/** What everybody's tastes make of a film, as one person's opinions are read. */
export interface GradedTastes {
  /** EASE of graded likes. Without its scale, which lifts well-known films, it does better here. */
  readonly ease: Ease;
  /** Films that somebody rated. */
  readonly rated: Int32Array;
  readonly years: FilmFacts["years"];
}

/** Whether a film may be recommended at all. */
export type Meets = (film: FilmRow) => boolean;

const ANY: Meets = () => true;

/**
 * By what others with the same tastes liked, and nearer to the years of what was liked. Films in `seen` are
 * left out.
 */
export function byTastes(
  tastes: GradedTastes,
  opinions: readonly Opinion[],
  seen: ReadonlySet<FilmRow>,
  meets: Meets = ANY,
): readonly RankedFilm[] {
  return atOnce(byTastesSteps(tastes, opinions, seen, meets));
}

export function* byTastesSteps(
  { ease, rated, years }: GradedTastes,
  opinions: readonly Opinion[],
  seen: ReadonlySet<FilmRow>,
  meets: Meets = ANY,
): Steps<readonly RankedFilm[]> {
  const weights = ease.weightsOfUsers(opinions);
  yield;
  const agreement = new Float64Array(years.length);
  ease.agreements(weights, rated, agreement);
  yield;
  let squares = 0;
  for (let i = 0; i < rated.length; i++) squares += agreement[rated[i]] ** 2;
  const unit = Math.sqrt(squares / Math.max(1, rated.length)) || 1;
  const apart = yearsApart(years, opinions);
  const best = new BestFilms(RANKED);
  for (let i = 0; i < rated.length; i++) {
    const film = filmRow(rated[i]);
    const score = agreement[film] / unit - apart(years[film]);
    if (score > best.worst && !seen.has(film) && meets(film)) best.offer(film, score);
    if (i % 200 === 0) yield;
  }
  return best.sorted();
}

/** Years that stand in where a film's year is not known: a generation. */
const UNKNOWN_YEARS = 25;

/** Of a year: the mean of log(1 + years apart / 5) over the liked films. */
function yearsApart(years: FilmFacts["years"], opinions: readonly Opinion[]): (year: number) => number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const [film, weight] of opinions) {
    if (weight <= 0) continue;
    counts.set(years[film], (counts.get(years[film]) ?? 0) + 1);
    all++;
  }
  const means = new Map<number, number>();
  return (year) => {
    let mean = means.get(year);
    if (mean === undefined) {
      mean = 0;
      for (const [own, count] of counts) {
        const gap = year === NO_YEAR || own === NO_YEAR ? UNKNOWN_YEARS : Math.abs(year - own);
        mean += (Math.log(1 + gap / 5) * count) / all;
      }
      means.set(year, mean);
    }
    return mean;
  };
}

/** Neighbours of a film with how good they are, 0–1. */
export type NeighboursOf = (film: FilmRow) => Iterable<RankedFilm>;

/**
 * By the neighbours of the films that were liked: each counts for as many of them as it is a neighbour of.
 */
export function byNeighbours(
  neighboursOf: NeighboursOf,
  opinions: readonly Opinion[],
  seen: ReadonlySet<FilmRow>,
  meets: Meets = ANY,
): readonly RankedFilm[] {
  return atOnce(byNeighboursSteps(neighboursOf, opinions, seen, meets));
}

export function* byNeighboursSteps(
  neighboursOf: NeighboursOf,
  opinions: readonly Opinion[],
  seen: ReadonlySet<FilmRow>,
  meets: Meets = ANY,
): Steps<readonly RankedFilm[]> {
  const sums = new Map<FilmRow, number>();
  for (const [film, weight] of opinions) {
    for (const [other, score] of neighboursOf(film))
      if (!seen.has(other) && meets(other)) sums.set(other, (sums.get(other) ?? 0) + weight * score);
    yield;
  }
  const best = new BestFilms(RANKED);
  yield* stepping(sums, ([film, score]) => best.offer(film, score));
  return best.sorted();
}
