/** One fit: rounds of climbing, each among the films that the weights of the rounds before put first. */
import type { Catalog } from "../../src/catalog/catalog.js";
import type { Features } from "../../src/recommend/features/compiled.js";
import type { Tastes } from "../../src/recommend/ratings/tastes.js";
import { PARTS, type Part, type Weights } from "../../src/recommend/similarity/model.js";
import { NeighbourSearch } from "../../src/recommend/similarity/neighbour-search.js";
import type { Question } from "../evaluate/recommend/protocol.js";
import type { Graded } from "../graded.js";
import { itemAt } from "../item-at.js";
import type { Judgement } from "../judgements.js";
import { climb } from "./ascent.js";
import type { Judged } from "./likelihood.js";
import type { Aims } from "./objective.js";
import { poolsOf } from "./pools.js";
import type { Ranked } from "./ranking.js";
import type { Bounds } from "./start.js";

const ROUNDS = 2;
/**
 * Collections are too rare to be fitted, and what people look for first: one share is worth a list's first
 * place.
 */
const FIXED: ReadonlySet<Part> = new Set<Part>(["collection"]);

/** What weights are fitted to. */
export interface Ground {
  readonly catalog: Catalog;
  readonly features: Features;
  readonly questions: readonly Question[];
  readonly judgements: readonly Judgement[];
  readonly graded: readonly Graded[];
}

/** How they are fitted. */
export interface Fit {
  readonly name: string;
  readonly start: Weights;
  readonly parts: readonly Part[];
  readonly aims: Aims;
  readonly bounds: Bounds;
  readonly tastes: readonly Tastes[] | undefined;
}

export function fitTo({ features, questions, judgements, graded }: Ground, fit: Fit): Weights {
  const ranked = gradedParts(features, graded, fit);
  const pairs = judgedParts(features, judgements, fit);
  const weightings: Weights[] = [fit.start];
  let weights = fit.start;
  for (let round = 0; round < ROUNDS; round++) {
    const pools = poolsOf(questions, features, weightings, fit.tastes);
    weights = climbed({ pairs, ranked, pools, aims: fit.aims }, weights, fit);
    weightings.push(weights);
  }
  return weights;
}

/** One climb from weights. */
export function climbed(target: Parameters<typeof climb>[0], from: Weights, { parts, bounds }: Fit): Weights {
  const start = Float64Array.from(PARTS, (part) => from[part]);
  const free = parts.filter((part) => !FIXED.has(part));
  const weights = climb(target, start, free, bounds);
  return Object.fromEntries(PARTS.map((part, at) => [part, itemAt(weights, at)])) as Record<Part, number>;
}

/** Judged pairs with the parts of their scores, in the order given. */
export function judgedParts(
  features: Features,
  judgements: readonly Judgement[],
  { start, tastes }: Fit,
): Judged[] {
  const search = new NeighbourSearch(features, start, tastes?.[0]);
  return judgements.map(({ film, other, alike }) => ({ parts: search.parts(film, other), alike }));
}

/** Graded films with the parts of their others' scores, in the order given. */
export function gradedParts(features: Features, graded: readonly Graded[], { start, tastes }: Fit): Ranked[] {
  const search = new NeighbourSearch(features, start, tastes?.[0]);
  return graded.map(({ film, others }) => ({
    parts: others.map((other) => search.parts(film, other.film)),
    grades: others.map(({ grade }) => grade),
  }));
}
