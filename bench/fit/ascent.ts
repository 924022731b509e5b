/** Climbs the objective: steps of one length along its gradient, in units in which every part varies alike. */
import { BLOCKS } from "../../src/recommend/blocks.js";
import { PARTS, type Part } from "../../src/recommend/model.js";
import { type Aims, objective, type Pool } from "./objective.js";

const STEPS = 150;
const FIRST_STEP = 0.06;
const MOMENTUM = 0.9;
/** What two films share never counts against them. */
const NEVER_NEGATIVE: ReadonlySet<Part> = new Set([...BLOCKS, "ease", "coRated", "coSeen"]);

/** @param fitted parts whose weights may change; the others keep theirs */
export function climb(
  pools: readonly Pool[],
  start: Float64Array,
  fitted: readonly Part[],
  aims: Aims,
): Float64Array {
  const places = fitted.map((part) => PARTS.indexOf(part));
  const deviation = deviations(pools);
  const weights = start.slice();
  const direction = new Float64Array(PARTS.length);
  const length = () => Math.hypot(...places.map((at) => weights[at] * deviation[at]));
  const unit = length();
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(PARTS.length);
    objective(pools, weights, aims, gradient);
    const steepness = Math.hypot(...places.map((at) => gradient[at] / deviation[at])) || 1;
    const stride = FIRST_STEP * unit * (1 - step / STEPS);
    for (const at of places) {
      direction[at] = MOMENTUM * direction[at] + (1 - MOMENTUM) * (gradient[at] / deviation[at] / steepness);
      weights[at] += (stride * direction[at]) / deviation[at];
      if (NEVER_NEGATIVE.has(PARTS[at])) weights[at] = Math.max(0, weights[at]);
    }
  }
  return weights;
}

function deviations(pools: readonly Pool[]): Float64Array {
  const size = PARTS.length;
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  let count = 0;
  for (const { films, parts } of pools) {
    count += films.length;
    for (let i = 0; i < parts.length; i++) {
      sums[i % size] += parts[i];
      squares[i % size] += parts[i] * parts[i];
    }
  }
  return sums.map((sum, at) => Math.sqrt(Math.max(1e-12, squares[at] / count - (sum / count) ** 2)));
}
