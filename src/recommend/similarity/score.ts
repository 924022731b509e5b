/** Which weights count, and what a score is in an answer. */
import { BLOCKS } from "../features/blocks.js";
import type { Tastes } from "../ratings/tastes.js";
import type { Weights } from "./model.js";
import { WEIGHTS_WITH_RATINGS, WEIGHTS_WITHOUT_RATINGS } from "./weights.js";

/** Ratings are only worth their weights where there are people enough: those of a handful are chance. */
const FEWEST_USERS = 100;

export function weightsFor(tastes: Tastes | undefined): Weights {
  return tastes === undefined ? WEIGHTS_WITHOUT_RATINGS : WEIGHTS_WITH_RATINGS;
}

/** Whether there are users enough for their tastes to count. */
export function tastesCount(users: number): boolean {
  return users >= FEWEST_USERS;
}

/**
 * 1 for the best neighbour of a film, less for the others: all blocks of features together are worth 1.
 * @param behind score minus that of the best one, 0 or below
 * @param least what is worse counts as this much
 */
export function relativeScore(behind: number, weights: Weights, least = 0): number {
  const blocks = BLOCKS.reduce((sum, block) => sum + weights[block], 0);
  return Math.min(1, Math.max(least, 1 + behind / blocks));
}

/** 0–1 → 0–255. */
export function toByte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value * 255)));
}
