/** Which weights count, and what a score is in an answer. */
import type { Tastes } from "../ratings/tastes.js";
import type { Weights } from "./model.js";
import { WEIGHTS_OF_FEW_FILMS, WEIGHTS_WITH_RATINGS, WEIGHTS_WITHOUT_RATINGS } from "./weights.js";

/** Ratings are only worth their weights where there are people enough: those of a handful are chance. */
const FEWEST_USERS = 100;

/** Of so few films few are alike: what people like as well has no say. */
const FEW_FILMS = 10_000;

export function weightsFor(films: number, tastes: Tastes | undefined): Weights {
  if (tastes !== undefined) return WEIGHTS_WITH_RATINGS;
  return films < FEW_FILMS ? WEIGHTS_OF_FEW_FILMS : WEIGHTS_WITHOUT_RATINGS;
}

/** Whether there are users enough for their tastes to count. */
export function tastesCount(users: number): boolean {
  return users >= FEWEST_USERS;
}

/** Best neighbours score 2 to 12, most pairs −4 to −8: with the score as it is all would be 1 or 0. */
const SPREAD = 3;

/**
 * How alike two films are, from 0 to 1, of their score, which has no ends. Comparable between any pairs: 0.5 is as likely
 * called alike by people as not.
 */
export function likeness(score: number): number {
  return 1 / (1 + Math.exp(-score / SPREAD));
}

/** 0–1 → 0–255. */
export function toByte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value * 255)));
}
