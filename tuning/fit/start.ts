/** Where the fit begins, whatever is committed by then: the same data gives the same weights. */
import { PARTS, type Part, type Weights } from "../../src/recommend/similarity/model.js";

function weights(given: Partial<Record<Part, number>>): Weights {
  return Object.fromEntries(PARTS.map((part) => [part, given[part] ?? 0])) as Record<Part, number>;
}

/** Found by earlier fits. Collection and years keep these. */
export const START_WITHOUT_RATINGS = weights({
  collection: 1.5,
  director: 0.6,
  writer: 0.6,
  cast: 1.2,
  keywords: 2.4,
  genres: 0.9,
  country: 0.1,
  language: 1.3,
  votes: 0.4,
  votesSquared: -0.09,
  rating: 0.4,
  votesApart: -0.15,
  votesTogether: 0.03,
  yearsApart: -1.4,
  ratingApart: -0.4,
  runtimeApart: -0.08,
  budgetApart: -0.1,
  documentaryApart: -0.8,
  formsApart: -0.7,
});

export const START_WITH_RATINGS = weights({
  collection: 1.5,
  director: 0.4,
  writer: 0.25,
  cast: 0.3,
  keywords: 0.6,
  genres: 0.6,
  country: 0.05,
  language: 0.7,
  votes: 0.05,
  votesSquared: -0.085,
  rating: 0.15,
  votesApart: 0.05,
  votesTogether: 0.055,
  yearsApart: -0.4,
  ratingApart: -0.1,
  runtimeApart: -0.04,
  budgetApart: -0.03,
  documentaryApart: -0.8,
  formsApart: -0.3,
  ease: 10,
  coRated: 8,
  coSeen: 35,
  likedTogether: 0.15,
  seenTogether: 0.4,
  seen: 0.1,
  likes: -0.07,
});

/** What a weight may not fall below, or rise above. */
export interface Bounds {
  readonly least: Partial<Record<Part, number>>;
  readonly most: Partial<Record<Part, number>>;
}

/**
 * Bounds that reading lists set to what hits alone would give, as far as they cost next to nothing: without
 * them animated films get thrillers that the same people saw, and no reason says why.
 */
export const BOUNDS_WITHOUT_RATINGS: Bounds = {
  least: { director: 0.6, genres: 0.9, keywords: 2.4, cast: 1, language: 1.3 },
  most: { documentaryApart: -0.6, formsApart: -0.7 },
};

export const BOUNDS_WITH_RATINGS: Bounds = {
  least: { director: 0.4, genres: 0.6, keywords: 0.6, language: 0.7 },
  most: { documentaryApart: -0.6, formsApart: -0.3 },
};
