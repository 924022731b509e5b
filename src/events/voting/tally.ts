/** What comes of counting: who won, in which order all stand, and the figures that show why. */
import type { TieRule } from "./announced.js";

interface Counted {
  /** Best first, every candidate once. */
  readonly ranking: readonly number[];
  /** The first of them; null where no ballot says anything about any candidate. */
  readonly winner: number | null;
  /** Ballots that say something. */
  readonly counted: number;
  /** Ballots that say nothing about any candidate that is left. */
  readonly blank: number;
  /** What the method leaves level at the top: the winner alone, or those among whom the announced rules chose. */
  readonly tied: readonly number[];
  /** The announced rule that put the winner before the next of `tied`; null where there was no tie. */
  readonly tieRule: TieRule | null;
}

export interface ApprovalTally extends Counted {
  readonly method: "approval";
  /** In the order of the ranking. */
  readonly approvals: readonly { readonly film: number; readonly votes: number }[];
}

export interface FilmScore {
  readonly film: number;
  /** What counts. */
  readonly sum: number;
  /** How many gave it a score, 0 included. */
  readonly scored: number;
  /** Of those who did; null where nobody did. */
  readonly mean: number | null;
}

export interface ScoreTally extends Counted {
  readonly method: "score";
  /** In the order of the ranking. */
  readonly scores: readonly FilmScore[];
}

export interface IrvRound {
  /** Ballots by the film that they put first of those left; most votes first. */
  readonly votes: readonly { readonly film: number; readonly votes: number }[];
  /** Ballots that name none of those left. */
  readonly exhausted: number;
  /** Who leaves after it; null where there was one film alone. */
  readonly dropped: number | null;
  /** All that had the fewest votes, where that was more than one: the announced rules chose among them. */
  readonly tied: readonly number[];
  /** Where the votes of the one that leaves go; `film` is null for those that name nobody else. */
  readonly transfers: readonly { readonly film: number | null; readonly votes: number }[];
}

export interface IrvTally extends Counted {
  readonly method: "irv";
  /** Until two are left, so that all have a place. */
  readonly rounds: readonly IrvRound[];
  /** Which round decides: the first in which one film has more than half of the ballots left, else the last; from 0. */
  readonly decided: number;
}

export interface SchulzeTally extends Counted {
  readonly method: "schulze";
  /** What row and column stand for, in the order of the ranking. */
  readonly films: readonly number[];
  /** How many ballots put the row's film before the column's. */
  readonly pairwise: readonly (readonly number[])[];
  /** The strongest path from the row's film to the column's: its weakest victory, in votes. */
  readonly paths: readonly (readonly number[])[];
}

export type Tally = ApprovalTally | IrvTally | SchulzeTally | ScoreTally;
