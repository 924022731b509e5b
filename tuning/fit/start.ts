/** Where the fit begins, whatever is committed by then: the same data gives the same weights. */
import { PARTS, type Part, type Weights } from "../../src/recommend/similarity/model.js";

function weights(given: Partial<Record<Part, number>>): Weights {
  return Object.fromEntries(PARTS.map((part) => [part, given[part] ?? 0])) as Record<Part, number>;
}

/** Found by earlier fits. Collection keeps its weight. */
export const START_WITHOUT_RATINGS = weights({
  collection: 3,
  director: 4.5,
  writer: 0.7,
  cast: 6,
  keywords: 6,
  themes: 3,
  plot: 8,
  genres: 0.3,
  companies: 0.3,
  country: 0.6,
  language: 0.6,
  always: -2,
  vectors: 1,
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

/**
 * Bounds to what the figures alone would give: all that was graded is near, so that what sets far films apart counts for
 * nothing there, and likes are of films of the same years. Documentaries were not graded, and nobody asks for one by a
 * feature film.
 */
export const BOUNDS: Bounds = {
  least: { vectors: 0.8, genreKinship: 1, yearsApart: -1.1 },
  most: { obscurity: -0.1, documentaryApart: -0.6 },
};

/** Nothing but what likes give: what the weights are measured beside. */
export const NO_BOUNDS: Bounds = { least: {}, most: {} };
