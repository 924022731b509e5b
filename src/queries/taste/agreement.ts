/** From products of scores less their means to a percentage. */
import { z } from "zod";

/** Films, and the spread of scores a film (points, squared), of which it is supposed that nothing agrees. */
const PRIOR_FILMS = 4;
const USUAL_VARIANCE = 4;

/** Drawn to 0 as long as there are few films, or all scores are much the same. */
export const PRIOR = PRIOR_FILMS * USUAL_VARIANCE;

/**
 * How far two go together, from −1 to 1: the cosine of their scores, each less its own mean, with a prior of no agreement.
 * @param product Σ a·b
 * @param spread √(Σ a² · Σ b²), or another bound of the product
 */
export function agreementOf(product: number, spread: number, prior = PRIOR): number {
  return product / (spread + prior);
}

/** −1 to 1 as 0 to 100; 50 says that nothing is known, or that there is as much for as against. */
export function percentOf(agreement: number): number {
  return Math.round(50 + 50 * agreement);
}

export const verdictSchema = z
  .enum(["opposite", "different", "mixed", "alike", "same"])
  .describe("The percentage in a word: below 25, 42, 62, 80, and from there on");

export type Verdict = z.infer<typeof verdictSchema>;

const VERDICTS: readonly (readonly [below: number, verdict: Verdict])[] = [
  [25, "opposite"],
  [42, "different"],
  [62, "mixed"],
  [80, "alike"],
];

export function verdictOf(percent: number): Verdict {
  return VERDICTS.find(([below]) => percent < below)?.[1] ?? "same";
}
