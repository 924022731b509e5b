/** Where the fit begins, whatever is committed by then: the same data gives the same weights. */
import { PARTS, type Part, type Weights } from "../../src/recommend/similarity/model.js";

function weights(given: Partial<Record<Part, number>>): Weights {
  return Object.fromEntries(PARTS.map((part) => [part, given[part] ?? 0])) as Record<Part, number>;
}

const WITHOUT_RATINGS: Partial<Record<Part, number>> = {
  collection: 3,
  director: 0.5,
  writer: 0.3,
  cast: 2,
  keywords: 4,
  genres: 0.3,
  companies: 0.5,
  country: 0.6,
  language: 0.3,
  always: -2,
  themes: 2,
  genreKinship: 1.5,
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
};

/** Found by earlier fits. Collection keeps its weight. */
export const START_WITHOUT_RATINGS = weights(WITHOUT_RATINGS);

export const START_WITH_RATINGS = weights({
  ...WITHOUT_RATINGS,
  coRated: 2,
  coSeen: 4,
  likedTogether: 0.1,
  seenTogether: 0.2,
});

/** What a weight may not fall below, or rise above. */
export interface Bounds {
  readonly least: Partial<Record<Part, number>>;
  readonly most: Partial<Record<Part, number>>;
}

/** Bounds that reading lists set to what the figures alone would give. */
export const BOUNDS: Bounds = {
  least: { director: 0.3, language: 0.2 },
  most: { documentaryApart: -0.6, horrorApart: -0.3, obscurity: -0.2 },
};
