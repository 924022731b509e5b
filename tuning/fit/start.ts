/** Where the fit begins, whatever is committed by then: the same data gives the same weights. */
import { PARTS, type Part, type Weights } from "../../src/recommend/similarity/model.js";

function weights(given: Partial<Record<Part, number>>): Weights {
  return Object.fromEntries(PARTS.map((part) => [part, given[part] ?? 0])) as Record<Part, number>;
}

/** Found by earlier fits. Collection keeps its weight. */
export const START_WITHOUT_RATINGS = weights({
  collection: 3,
  director: 1.2,
  writer: 0.3,
  cast: 1.5,
  keywords: 3,
  genres: 0.3,
  companies: 0.3,
  country: 0.6,
  language: 0.6,
  always: -2,
  themes: 1.5,
  genreKinship: 1.2,
  obscurity: -0.3,
  rating: 0.1,
  votesApart: -0.1,
  votesTogether: 0.05,
  yearsApart: -0.8,
  ratingApart: -0.5,
  runtimeApart: -0.15,
  budgetApart: -0.1,
  documentaryApart: -1,
  animationApart: -1.2,
  horrorApart: -0.4,
  familyApart: -0.5,
});

export const START_WITH_RATINGS: Weights = {
  ...START_WITHOUT_RATINGS,
  coRated: 2,
  coSeen: 4,
  likedTogether: 0.1,
  seenTogether: 0.2,
};

/** What a weight may not fall below, or rise above. */
export interface Bounds {
  readonly least: Partial<Record<Part, number>>;
  readonly most: Partial<Record<Part, number>>;
}

const MOST = { documentaryApart: -0.6, horrorApart: -0.3, obscurity: -0.2 };

/**
 * Bounds that reading lists set to what the figures alone would give: the judged pairs are mostly of well-known American
 * films, and likes are of films of the same years. Without them directors, themes and languages that few films share count
 * for nothing, and years for most.
 */
export const BOUNDS_WITHOUT_RATINGS: Bounds = {
  least: {
    director: 1.2,
    cast: 1.2,
    keywords: 2,
    themes: 1.2,
    genreKinship: 0.8,
    language: 0.5,
    yearsApart: -1.1,
  },
  most: MOST,
};

export const BOUNDS_WITH_RATINGS: Bounds = {
  least: {
    director: 1.5,
    cast: 1.5,
    keywords: 3,
    themes: 1.5,
    genreKinship: 1,
    language: 0.6,
    yearsApart: -0.8,
  },
  most: MOST,
};

/** Nothing but what likes give: what the weights are measured beside. */
export const NO_BOUNDS: Bounds = { least: {}, most: {} };
