/**
 * The similarity model: a linear score of how alike two films are, the same whichever is asked for.
 *
 * Its parts are the cosines of the blocks of features and of the films' vectors, what is known of both films' votes and
 * years and, where the data has ratings, what people who liked the one made of the other. The weights are fitted
 * (`npm run fit`) and stand in `weights.ts`. What is known of one film alone counts for either, so that it moves no film
 * that is compared with the same one against another, but for its own.
 */
import { BLOCKS } from "../features/blocks.js";

/** What sets two films apart in these never speaks for them: their weights are 0 or below. */
export const APART_TERMS = [
  /**
   * |average vote of a − average vote of b|, both drawn to the mean: a film of quality goes with one of
   * quality.
   */
  "ratingApart",
  /** log(1 + minutes apart / 15). */
  "runtimeApart",
  /** |log of a's budget − log of b's|. */
  "budgetApart",
  /** 1 where one of them is a documentary and the other is not; the others likewise. */
  "documentaryApart",
  "animationApart",
  "horrorApart",
  "familyApart",
] as const;

/** Parts of the score beside the blocks. L is log(1 + votes) − MIDDLE_LOG_VOTES (`facts.ts`). */
export const TERMS = [
  /** 1: what makes of the score the odds that people call the two alike. */
  "always",
  /** Cosine of the films' vectors (`vectors.ts`). */
  "vectors",
  /** How near their genres are to each other (`genre-kinship.ts`). */
  "genreKinship",
  /** L of both, added up. */
  "votes",
  /** Their squares. */
  "votesSquared",
  /** By how much each is less known than films that one can find (`obscurityTerm`). */
  "obscurity",
  /** Average votes, 0–10, drawn to the mean of all by RATING_PRIOR votes. */
  "rating",
  /** |L of a − L of b|. */
  "votesApart",
  /** L of a × L of b. */
  "votesTogether",
  /** log(1 + years apart / 20). */
  "yearsApart",
  ...APART_TERMS,
] as const;

/** Parts that ratings of people add. */
export const TASTE_TERMS = [
  /** Cosine of those who liked a and those who liked b, shrunk (`tastes.ts`). */
  "coRated",
  /** The same of those who rated them, whatever the stars. */
  "coSeen",
  /** How many times more people than chance would have liked both: a logarithm, drawn to 0 (`tastes.ts`). */
  "likedTogether",
  /** The same of those who rated them, whatever the stars. */
  "seenTogether",
] as const;

export const PARTS = [...BLOCKS, ...TERMS, ...TASTE_TERMS] as const;

export type Part = (typeof PARTS)[number];

/** How much each part counts; without ratings those of TASTE_TERMS are 0. */
export type Weights = Readonly<Record<Part, number>>;

/** Years that stand in where a film's year is not known: a generation. */
const UNKNOWN_YEARS = 25;
/** No two films lie further apart than the cinema is old. */
export const MOST_YEARS = 300;

/** @param years apart; undefined where one is not known */
export function yearsTerm(years: number | undefined): number {
  return Math.log(1 + Math.min(MOST_YEARS, years ?? UNKNOWN_YEARS) / 20);
}

/** log of the votes that a film has at least which is on somebody's shelf, less MIDDLE_LOG_VOTES: about 150. */
const FINDABLE = -1;

/** @param logVotes of a film, less MIDDLE_LOG_VOTES */
export function obscurityTerm(logVotes: number): number {
  return Math.max(0, FINDABLE - logVotes);
}

export function runtimeTerm(minutes: number): number {
  return Math.log(1 + minutes / 15);
}

/** Stands in for |log a − log b| where one of the budgets is not known. */
const UNKNOWN_BUDGETS = 1.5;

/** @param a log of a film's budget, 0 where it is not known; b likewise */
export function budgetTerm(a: number, b: number): number {
  return a === 0 || b === 0 ? UNKNOWN_BUDGETS : Math.abs(a - b);
}

/** Weights' names of FORMS, in their order. */
export const FORM_TERMS = ["documentaryApart", "animationApart", "horrorApart", "familyApart"] as const;

/** @param forms those of FORMS that only one of two films has, a bit each */
export function formTerm(forms: number, form: number): number {
  return (forms >> form) & 1;
}

/** Neighbours kept for each film: enough for filters and for "more" to have something left. */
export const NEIGHBOURS = 50;
