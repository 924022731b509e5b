/**
 * The similarity model: which features make two films alike, and how much each counts.
 *
 * The score of a neighbour is linear: a cosine for each block of features, how well known the neighbour is, and how
 * many years lie between the two. The weights are a first, hand-set version, chosen by reading lists.
 */

/** Blocks in the order in which their contributions are stored with a neighbour. */
export const BLOCKS = ["collection", "director", "cast", "keywords", "genres"] as const;

export type Block = (typeof BLOCKS)[number];

export const WEIGHTS: Readonly<Record<Block, number>> = {
  collection: 0.5,
  director: 0.4,
  cast: 0.6,
  keywords: 1.2,
  genres: 0.6,
};

/** For each factor e of votes: without it obscure near-twins win, with much of it everybody gets blockbusters. */
const VOTES_WEIGHT = 0.07;
/** For each factor e of (1 + years apart / 5). */
const YEARS_WEIGHT = 0.15;

/** Neighbours kept for each film. */
export const NEIGHBOURS = 20;
/** Only the first names of a cast say what a film is like; later ones are extras and voices. */
export const BILLED = 10;

/** Weight of the n-th name (from 0) of a cast in billing order; where the order says nothing, all count the same. */
export function billingWeight(position: number, ordered: boolean): number {
  return ordered ? 1 / (1 + position / 3) : 0.5;
}

/** What being known adds to a neighbour's score. */
export function votesTerm(votes: number): number {
  return VOTES_WEIGHT * Math.log(1 + votes);
}

/** What lying years apart takes from a neighbour's score; a film without a year counts as a generation away. */
export function yearsTerm(yearsApart: number | undefined): number {
  return YEARS_WEIGHT * Math.log(1 + (yearsApart ?? 25) / 5);
}

/** Full agreement in every block, and the fame of the most voted films: scores are given relative to it, 0–1. */
const HIGHEST_SCORE = BLOCKS.reduce((sum, block) => sum + WEIGHTS[block], 0) + votesTerm(20_000);

export function relativeScore(score: number): number {
  return Math.min(1, Math.max(0, score / HIGHEST_SCORE));
}

/** A block's part of a score (weight × cosine), as it is stored: 0–255 for 0–2. */
export function quantise(contribution: number): number {
  return Math.min(255, Math.round(contribution * 127.5));
}
