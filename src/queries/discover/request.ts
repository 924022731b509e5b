/** What somebody asks of recommendations beside the films themselves. */
import type { Filter } from "../../select/filter.js";

/** Which films may be recommended, how many of them, and in what order. */
export interface RecommendationRequest {
  readonly filter: Filter;
  readonly count: number;
  /** So many of the best come before the first one that is wanted. */
  readonly skip: number;
  readonly lessPopular: boolean;
}

/**
 * What a factor e of votes costs where less popular films are wanted, in scores from 0 to 1. Chosen by
 * reading lists.
 */
export const LESS_POPULAR = 0.15;
