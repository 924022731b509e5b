/** What the matches of a text mean: an answer, a question back, or nothing. */
import type { Resolution } from "../port.js";
import { CLEAR_MARGIN, type Match, SAME_FIT } from "./candidates.js";
import { INEXACT } from "./distance/cost.js";
import type { Domain } from "./domain.js";
import { isDoubtful } from "./doubt.js";
import { matches, normalise } from "./matching.js";
import { type Thresholds, thresholdsOf } from "./thresholds.js";
import type { TraceOf } from "./trace.js";

/** `CLEAR_MARGIN` of a name beside another that is only a further name, or near. */
const NAME_MARGIN = 0.15;
const MOST_CHOICES = 25;
const MOST_NAMESAKES = 5;
const MOST_SUGGESTIONS = 3;
/** Of what is only near no more are offered than fit a glance. */
const MOST_NEAR = 5;
/** Near names that are looked at closely: what is as far behind is no answer. */
const MOST_COMPARED = 12;

/** Things that a text may mean, best first, and how near an answer has to be. */
export interface Ranked<Row extends number> {
  readonly ranked: readonly Match<Row>[];
  readonly thresholds: Thresholds;
}

/** @param sorted best first */
export function decide<Row extends number>(
  sorted: readonly Match<Row>[],
  { limit, floor }: Thresholds,
): Resolution<Row> {
  const fitting = sorted.filter(({ cost, score }) => cost <= limit && (cost < INEXACT || score >= floor));
  const [best, ...others] = fitting;
  if (best === undefined) {
    return { kind: "none", suggestions: sorted.slice(0, MOST_SUGGESTIONS).map(({ row }) => row) };
  }
  const isSameFit = (match: Match<Row>) => Math.abs(match.cost - best.cost) < SAME_FIT;
  // Who is called just that is meant before what goes by it as well, and is no better known.
  const marginOf = (match: Match<Row>) =>
    best.cost < SAME_FIT && !isSameFit(match) ? NAME_MARGIN : CLEAR_MARGIN;
  const sameFit = others.filter(isSameFit);
  if (others.every((match) => best.score - match.score >= marginOf(match))) {
    const isExact = best.cost < SAME_FIT;
    // Where a far better known one is near, who is called just that is still named below.
    const namesakes = isExact ? sameFit : others.filter(({ cost }) => cost < SAME_FIT);
    return {
      kind: "found",
      value: best.row,
      fit: isExact ? "exact" : "close",
      namesakes: namesakes.slice(0, MOST_NAMESAKES).map(({ row }) => row),
    };
  }
  const close = fitting.filter((match) => best.score - match.score < CLEAR_MARGIN || isSameFit(match));
  return { kind: "choices", values: close.slice(0, MOST_CHOICES).map(({ row }) => row) };
}

/**
 * The same, but what is likely another thing is offered and not answered.
 * @param text as `normalise` gives it
 * @param wholeTitle whether a part of a name is too little (`isDoubtful`)
 */
export function decideWithDoubt<Row extends number>(
  domain: Domain<Row>,
  text: string,
  sorted: readonly Match<Row>[],
  thresholds: Thresholds,
  wholeTitle = false,
): Resolution<Row> {
  const decided = decide(sorted, thresholds);
  const best = decided.kind === "found" ? sorted.find(({ row }) => row === decided.value) : undefined;
  if (best === undefined || !isDoubtful(domain, text, best, wholeTitle)) return decided;
  return nearest(sorted, thresholds);
}

/** What lies nearest, offered and not answered. @param sorted best first */
export function nearest<Row extends number>(
  sorted: readonly Match<Row>[],
  { limit }: Thresholds,
): Resolution<Row> {
  const near = sorted.filter(({ cost }) => cost <= limit).slice(0, MOST_NEAR);
  return { kind: "choices", values: near.map(({ row }) => row), reason: { kind: "near" } };
}

/** What a name means in a domain. */
export function resolveName<Row extends number>(domain: Domain<Row>, text: string): Resolution<Row> {
  const { ranked, thresholds } = rankNames(domain, text);
  return decide(ranked, thresholds);
}

export interface RankingOptions<Row extends number> {
  readonly traceOf?: TraceOf<Row>;
  /** What lies further away, in edits, is of no interest: the less far, the sooner it is told. */
  readonly farthest?: number;
}

/** Things of a domain by one of their names; none for a text without letters or figures. */
export function rankNames<Row extends number>(
  domain: Domain<Row>,
  text: string,
  { traceOf, farthest = Number.POSITIVE_INFINITY }: RankingOptions<Row> = {},
): Ranked<Row> {
  const folded = normalise(text);
  const usual = thresholdsOf(folded);
  const thresholds = { ...usual, limit: Math.min(usual.limit, farthest) };
  if (folded === "") return { ranked: [], thresholds };
  const found = matches(domain, folded, thresholds, { trace: traceOf?.(folded) });
  const ranked = found.filter(
    ({ row, key, cost }, i) => cost < INEXACT || (i < MOST_COMPARED && domain.isAlike(folded, key, row)),
  );
  return { ranked, thresholds };
}
