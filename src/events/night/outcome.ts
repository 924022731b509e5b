/** How a night came out, or stands: who won, why in figures, and what else there is to know. */

import type { Method } from "../voting/ballot.js";
import { elect } from "../voting/elect.js";
import { otherwise } from "../voting/otherwise.js";
import { type Reason, reasonOf } from "../voting/reason.js";
import type { Tally } from "../voting/tally.js";
import { standings } from "./ended.js";
import { electionOf } from "./running.js";
import type { Night } from "./state.js";

export interface Outcome {
  /** Whether voting is over. */
  readonly final: boolean;
  /** What is shown; null where nothing won, or the night was cancelled. */
  readonly winner: number | null;
  /** What takes its place where it cannot be shown; null where nothing does. */
  readonly second: number | null;
  /** Films that had won and could not be shown, first one first: the figures are about the first of them. */
  readonly skipped: readonly number[];
  /** Null where no ballot says anything. It stands, too, where too few voted. */
  readonly reason: Reason | null;
  readonly tally: Tally;
  readonly voters: number;
  readonly quorum: number;
  readonly quorumMissed: boolean;
  readonly otherwise: {
    /** Methods that would have chosen another film, and which. */
    readonly differing: readonly { readonly method: Method; readonly winner: number | null }[];
    readonly agreeing: readonly Method[];
    /** Methods of which these ballots say nothing. */
    readonly unsaid: readonly Method[];
  };
}

export function outcome(night: Night): Outcome {
  const election = electionOf(night);
  const { winner, tally, voters, quorum, quorumMissed } = elect(election);
  const { said, unsaid } = otherwise(election);
  const closed = standings(night);
  const [first = null, second = null] = night.ending === null ? shownOf(winner, tally) : closed;
  return {
    final: night.ending !== null,
    winner: first,
    second,
    skipped: night.skipped,
    reason: reasonOf(tally),
    tally,
    voters,
    quorum,
    quorumMissed,
    otherwise: {
      differing: said.filter((other) => other.winner !== tally.winner),
      agreeing: said.filter((other) => other.winner === tally.winner).map(({ method }) => method),
      unsaid,
    },
  };
}

function shownOf(winner: number | null, { ranking }: Tally): readonly number[] {
  return winner === null ? [] : ranking;
}

/** How it stands, as far as people may see it: null while votes are hidden. */
export function shownTally(night: Night): Tally | null {
  return night.ending === null && night.rules.tally === "hidden" ? null : elect(electionOf(night)).tally;
}
