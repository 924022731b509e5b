/**
 * The weights of the similarity model (`model.ts`): figures that `npm run fit` found on 2026-11-20, with two touches by
 * hand that docs/recommend.md tells of.
 */
import type { Weights } from "./model.js";

export const WEIGHTS_WITHOUT_RATINGS: Weights = {
  collection: 1.5,
  director: 0.389,
  writer: 0.726,
  cast: 1.577,
  keywords: 2.56,
  genres: 0.63,
  companies: 0.449,
  country: 0.02,
  language: 0.732,
  votes: 0.53,
  votesSquared: -0.057,
  rating: 0.107,
  votesApart: -0.381,
  votesTogether: 0.05,
  yearsApart: -1.407,
  ease: 0,
  coRated: 0,
  coSeen: 0,
  seen: 0,
  likes: 0,
  stars: 0,
};

export const WEIGHTS_WITH_RATINGS: Weights = {
  collection: 1.5,
  director: 0.5,
  writer: 0.18,
  cast: 0.247,
  keywords: 0.331,
  genres: 0.6,
  companies: 0,
  country: 0.091,
  language: 0.285,
  votes: 0.06,
  votesSquared: -0.089,
  rating: 0.107,
  votesApart: 0.054,
  votesTogether: 0.064,
  yearsApart: -0.391,
  ease: 9.427,
  coRated: 10.262,
  coSeen: 34.768,
  seen: 0.117,
  likes: -0.074,
  stars: 0.026,
};
