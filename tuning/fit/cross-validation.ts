/** How well weights tell alike films from others among films that they were not fitted to. */

import { randomNumbers } from "../../bench/tools/random.js";
import type { FilmRow } from "../../src/catalog/rows.js";
import type { Weights } from "../../src/recommend/similarity/model.js";
import { scoreOf } from "../../src/recommend/similarity/pair.js";
import { areaUnderCurve } from "../evaluate/recommend/likeness.js";
import { shuffled } from "../evaluate/recommend/shuffle.js";
import { climbed, type Fit, type Ground, gradedParts, judgedParts } from "./fit-to.js";
import { poolsOf } from "./pools.js";
import { type RankingFigures, rankingFigures } from "./ranking.js";

const FOLDS = 5;
const SEED = 5;

export interface Validation {
  /** The area under the curve of pairs whose first film was left out of the fit, and that of the weights fitted to all. */
  readonly unseen: number;
  readonly seen: number;
  /** Of graded films that were left out of the fit. */
  readonly ranking: RankingFigures;
}

/** @param weights fitted to all: they say among which films is climbed */
export function crossValidated(
  { features, questions, judgements, graded }: Ground,
  fit: Fit,
  weights: Weights,
): Validation {
  const pairs = judgedParts(features, judgements, fit);
  const ranked = gradedParts(features, graded, fit);
  const folds = foldsOf([...judgements, ...graded].map(({ film }) => film));
  const foldOf = folds.slice(0, pairs.length);
  const foldOfRanked = folds.slice(pairs.length);
  const pools = poolsOf(questions, features, [fit.start, weights], fit.tastes);
  const unseen = new Array<number>(pairs.length).fill(0);
  const scored = ranked.map(({ grades }) => ({ grades, scores: [] as number[] }));
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = pairs.filter((_, at) => foldOf[at] !== fold);
    const otherRanked = ranked.filter((_, at) => foldOfRanked[at] !== fold);
    const without = climbed({ pairs: others, ranked: otherRanked, pools, aims: fit.aims }, fit.start, fit);
    for (const [at, { parts }] of pairs.entries())
      if (foldOf[at] === fold) unseen[at] = scoreOf(parts, without);
    for (const [at, { parts }] of ranked.entries()) {
      if (foldOfRanked[at] === fold) scored[at]?.scores.push(...parts.map((one) => scoreOf(one, without)));
    }
  }
  const alike = pairs.map((pair) => pair.alike);
  const seen = pairs.map(({ parts }) => scoreOf(parts, weights));
  return {
    unseen: areaUnderCurve(unseen, alike),
    seen: areaUnderCurve(seen, alike),
    ranking: rankingFigures(scored),
  };
}

/** The fold of each film, the same wherever it comes again. */
function foldsOf(films: readonly FilmRow[]): number[] {
  const order = shuffled([...new Set(films)], randomNumbers(SEED));
  const folds = new Map(order.map((film, at) => [film, at % FOLDS]));
  return films.map((film) => folds.get(film) ?? 0);
}
