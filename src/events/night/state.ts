/** A night as it stands: what its events come to (evolve.ts). */
import type { Ballot } from "../voting/ballot.js";
import type { CarriedFilm, NightRules, Showing } from "./events/rules.js";

export interface Proposal {
  readonly film: number;
  /** Null for what was carried over. */
  readonly by: string | null;
  readonly at: string;
  readonly points: number;
  /** Withdrawn films keep their place in ballots: proposed again, their votes count again. */
  readonly withdrawn: boolean;
}

export type Answer = "yes" | "no" | "maybe";

/** How voting ended. */
export type Ending =
  | {
      readonly kind: "closed";
      readonly at: string;
      /** As announced: null where nothing won. */
      readonly winner: number | null;
      readonly ranking: readonly number[];
    }
  | { readonly kind: "cancelled"; readonly at: string };

export interface Night {
  readonly rules: NightRules;
  readonly openedAt: string;
  /** Whoever opened it, or it was handed over to. */
  readonly leader: string | null;
  readonly deadline: string;
  /** Since when that is the deadline. */
  readonly deadlineSetAt: string;
  /** By film, in order of their first proposal. */
  readonly proposals: ReadonlyMap<number, Proposal>;
  readonly banned: ReadonlySet<number>;
  /** By person. */
  readonly ballots: ReadonlyMap<string, Ballot>;
  readonly vetoes: ReadonlyMap<string, readonly number[]>;
  readonly locked: boolean;
  readonly showing: Showing | null;
  readonly showingSetAt: string;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly attendance: ReadonlyMap<string, boolean>;
  readonly ending: Ending | null;
  /** Films that had won and could not be shown, since voting ended. */
  readonly skipped: readonly number[];
  /** Null until what lost was passed on. */
  readonly carriedOver: readonly CarriedFilm[] | null;
  /** Of all that happened. */
  readonly keys: ReadonlySet<string>;
}
