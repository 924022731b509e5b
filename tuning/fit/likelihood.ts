/** What comes first: how likely the weights find what people said of pairs of films. */
import { PARTS } from "../../src/recommend/similarity/model.js";

/** A pair that somebody judged, with all parts of its score. */
export interface Judged {
  readonly parts: readonly number[];
  readonly alike: boolean;
}

/** Of each weight in units of its part's deviation: judgements are few, and weights that they hardly speak for stay small. */
const RIDGE = 0.004;

/**
 * @param aim how much it counts beside what people liked
 * @param deviation of each part
 * @param gradient by weight: added to
 */
export function logLikelihood(
  pairs: readonly Judged[],
  weights: Float64Array,
  { aim, deviation }: { readonly aim: number; readonly deviation: Float64Array },
  gradient: Float64Array,
): void {
  if (pairs.length === 0 || aim === 0) return;
  for (const { parts, alike } of pairs) {
    const odds = parts.reduce((sum, part, at) => sum + part * weights[at], 0);
    const slope = (aim * ((alike ? 1 : 0) - 1 / (1 + Math.exp(-odds)))) / pairs.length;
    parts.forEach((part, at) => {
      gradient[at] += slope * part;
    });
  }
  const always = PARTS.indexOf("always");
  weights.forEach((weight, at) => {
    if (at !== always) gradient[at] -= 2 * aim * RIDGE * weight * deviation[at] ** 2;
  });
}
