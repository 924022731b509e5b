/** What a gate is: a named reason not to put a version in use. */
import type { Catalog } from "../../catalog/catalog.js";
import type { Words } from "../../words.js";

/** A version that loads, and what is asked of it. */
export interface Candidate {
  readonly catalog: Catalog;
  /** TMDB id of the film that a question is answered with at once; undefined where it is not. */
  readonly film: (question: string) => number | undefined;
}

/** A question of which we know the answer. */
export interface Golden {
  /** As somebody types it. */
  readonly question: string;
  /** TMDB id of the film that is meant. */
  readonly film: number;
  /** Year of its release. */
  readonly year: number;
}

/**
 * The problem in one sentence, or undefined where there is none.
 * @param before the version in use; undefined where there is none, or nothing is to be compared with it
 */
export type Gate = (
  candidate: Candidate,
  before: Candidate | undefined,
  golden: readonly Golden[],
) => Words | undefined;
