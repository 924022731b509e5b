/**
 * Climbs the objective: steps of one length along its gradient, in units in which every part varies alike.
 */
import { BLOCKS } from "../../src/recommend/features/blocks.js";
import { APART_TERMS, PARTS, type Part } from "../../src/recommend/similarity/model.js";
import { type Judged, logLikelihood } from "./likelihood.js";
import { type Aims, objective, type Pool } from "./objective.js";
import { addRanking, type Ranked, stepsOf } from "./ranking.js";
import type { Bounds } from "./start.js";

const STEPS = 80;
const FIRST_STEP = 0.06;
const MOMENTUM = 0.9;
/** What two films share never counts against them. */
const NEVER_NEGATIVE: ReadonlySet<Part> = new Set<Part>([
  ...BLOCKS,
  "vectors",
  "genreKinship",
  "coRated",
  "coSeen",
]);
const NEVER_POSITIVE: ReadonlySet<Part> = new Set<Part>([...APART_TERMS, "yearsApart", "obscurity"]);

/** What is climbed: pairs that people judged, films graded by reading, and films that people liked. */
export interface Target {
  readonly pairs: readonly Judged[];
  readonly ranked: readonly Ranked[];
  readonly pools: readonly Pool[];
  readonly aims: Aims;
}

/** @param fitted parts whose weights may change; the others keep theirs */
export function climb(
  { pairs, ranked, pools, aims }: Target,
  start: Float64Array,
  fitted: readonly Part[],
  bounds: Bounds,
): Float64Array {
  const places = fitted.map((part) => PARTS.indexOf(part));
  const steps = stepsOf(ranked);
  const deviation = deviations(pools.length > 0 ? pools.map(({ parts }) => parts) : partsOf(ranked));
  const weights = start.map((weight, at) => bounded(PARTS[at], weight, bounds));
  const direction = new Float64Array(PARTS.length);
  const length = () => Math.hypot(...places.map((at) => weights[at] * deviation[at]));
  const unit = length();
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(PARTS.length);
    objective(pools, weights, aims, gradient);
    logLikelihood(pairs, weights, { aim: aims.likeness, deviation }, gradient);
    addRanking(steps, weights, aims.ranking, gradient);
    const steepness = Math.hypot(...places.map((at) => gradient[at] / deviation[at])) || 1;
    const stride = FIRST_STEP * unit * (1 - step / STEPS);
    for (const at of places) {
      direction[at] = MOMENTUM * direction[at] + (1 - MOMENTUM) * (gradient[at] / deviation[at] / steepness);
      weights[at] += (stride * direction[at]) / deviation[at];
      weights[at] = bounded(PARTS[at], weights[at], bounds);
    }
  }
  return weights;
}

function bounded(part: Part, weight: number, bounds: Bounds): number {
  const least = bounds.least[part] ?? (NEVER_NEGATIVE.has(part) ? 0 : Number.NEGATIVE_INFINITY);
  const most = bounds.most[part] ?? (NEVER_POSITIVE.has(part) ? 0 : Number.POSITIVE_INFINITY);
  return Math.min(most, Math.max(least, weight));
}

/** How much each part varies; 1 of one that is the same for all. */
function deviations(all: readonly Float32Array[]): Float64Array {
  const size = PARTS.length;
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  let count = 0;
  for (const parts of all) {
    count += parts.length / size;
    for (let i = 0; i < parts.length; i++) {
      sums[i % size] += parts[i];
      squares[i % size] += parts[i] * parts[i];
    }
  }
  return sums.map((sum, at) => Math.sqrt(squares[at] / count - (sum / count) ** 2) || 1);
}

function partsOf(ranked: readonly Ranked[]): Float32Array[] {
  return ranked.map(({ parts }) => Float32Array.from(parts.flat()));
}
