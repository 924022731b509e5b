/**
 * The similarity model: a linear score of how well film b goes with film a.
 *
 * Its parts are the cosines of the blocks of features, what is known of both films' votes and years and, where the
 * data has ratings, what people who liked a made of b. The weights are fitted (`npm run fit`) and stand in `weights.ts`.
 */
import { BLOCKS } from "./blocks.js";

/** Parts of the score beside the blocks. L is log(1 + votes) − MIDDLE_LOG_VOTES. */
export const TERMS = [
  /** L of b. */
  "votes",
  /** Its square. */
  "votesSquared",
  /** Average vote of b, 0–10, drawn to the mean of all by RATING_PRIOR votes. */
  "rating",
  /** |L of a − L of b|. */
  "votesApart",
  /** L of a × L of b. */
  "votesTogether",
  /** log(1 + years apart / 5). */
  "yearsApart",
] as const;

/** Parts that ratings of people add. */
export const TASTE_TERMS = [
  /** EASE's weight of a for b (`ease.ts`). */
  "ease",
  /** Cosine of those who liked a and those who liked b, shrunk (`tastes.ts`). */
  "coRated",
  /** The same of those who rated them, whatever the stars. */
  "coSeen",
  /** log(1 + people who rated b). */
  "seen",
  /** log(1 + people who liked b). */
  "likes",
  /** Mean stars of b, drawn to the mean of all. */
  "stars",
] as const;

export const PARTS = [...BLOCKS, ...TERMS, ...TASTE_TERMS] as const;

export type Part = (typeof PARTS)[number];

/** How much each part counts; without ratings those of TASTE_TERMS are 0. */
export type Weights = Readonly<Record<Part, number>>;

/** About 400 votes: subtracted so that a term and its square are not nearly the same thing to the fit. */
export const MIDDLE_LOG_VOTES = 6;

/** Votes of average value that every film is given. */
export const RATING_PRIOR = 100;

/** Years that stand in where a film's year is not known: a generation. */
const UNKNOWN_YEARS = 25;
/** No two films lie further apart than the cinema is old. */
export const MOST_YEARS = 300;

/** @param years apart; undefined where one is not known */
export function yearsTerm(years: number | undefined): number {
  return Math.log(1 + Math.min(MOST_YEARS, years ?? UNKNOWN_YEARS) / 5);
}

/** Neighbours kept for each film: enough for filters and for "more" to have something left. */
export const NEIGHBOURS = 50;
/** Of them, those whose contributions are kept: the longest list one question can ask for. */
export const EXPLAINED = 10;
