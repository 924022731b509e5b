/** How well an engine tells films that people call alike from others. */
import type { FilmRow } from "../../../src/catalog/rows.js";
import type { Judgement } from "../../judgements.js";
import type { Engine } from "./engine.js";

const FIRST = 5;

export interface LikenessFigures {
  /** Chance that a pair that people call alike scores higher than one that they do not. */
  readonly auc: number;
  /** Of the pairs where one is among the first five for the other: how many, and the share that is called alike. */
  readonly judged: number;
  readonly alike: number;
}

/** @param pairs a score that differs by direction counts as the mean of both */
export function likenessOf(engine: Engine, pairs: readonly Judgement[]): LikenessFigures {
  const scores = pairs.map(({ film, other }) => (engine.score(film, other) + engine.score(other, film)) / 2);
  const lists = new Map<FilmRow, readonly FilmRow[]>();
  const first = (film: FilmRow) => {
    const list = lists.get(film) ?? engine.list({ film, fold: 0 }).slice(0, FIRST);
    lists.set(film, list);
    return list;
  };
  const listed = pairs.filter(
    ({ film, other }) => first(film).includes(other) || first(other).includes(film),
  );
  return {
    auc: areaUnderCurve(
      scores,
      pairs.map(({ alike }) => alike),
    ),
    judged: listed.length,
    alike: listed.filter(({ alike }) => alike).length / Math.max(1, listed.length),
  };
}

/** By the ranks of the scores; those of one score share their ranks. */
export function areaUnderCurve(scores: readonly number[], isAlike: readonly boolean[]): number {
  const order = scores.map((score, at) => ({ score, alike: isAlike[at] === true }));
  order.sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && order[to]?.score === order[from]?.score) to++;
    const alike = order.slice(from, to).filter((one) => one.alike).length;
    ranks += (alike * (from + 1 + to)) / 2;
    from = to;
  }
  const alike = isAlike.filter((one) => one).length;
  return (ranks - (alike * (alike + 1)) / 2) / (alike * (isAlike.length - alike));
}
