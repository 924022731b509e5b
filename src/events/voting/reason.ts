/** Why the winner won, in the few figures that a sentence needs. */
import type { TieRule } from "./announced.js";
import type { ApprovalTally, IrvTally, SchulzeTally, ScoreTally, Tally } from "./tally.js";

interface Decided {
  /**
   * What the winner is ahead of the second by: votes, points, or ballots of one against the other. By Schulze's method it
   * may be below 0: where films beat each other in a circle, the second may beat the winner by little.
   */
  readonly margin: number;
  /** Where the announced rules decided: among whom, and which of them. */
  readonly tie: { readonly films: readonly number[]; readonly rule: TieRule } | null;
}

export type Reason = Decided &
  (
    | { readonly method: "approval"; readonly votes: number; readonly of: number }
    | { readonly method: "score"; readonly sum: number; readonly mean: number; readonly scored: number }
    | {
        readonly method: "irv";
        /** In the round that decided, of the ballots that still counted; rounds from 1. */
        readonly votes: number;
        readonly of: number;
        readonly round: number;
        /** Who had left by then, first one first. */
        readonly dropped: readonly number[];
      }
    | {
        readonly method: "schulze";
        /** How many others it beats one against one, and of how many. */
        readonly beaten: number;
        readonly others: number;
        /** Against the second: ballots for the winner, and for the second. Both 0 where there is none. */
        readonly votes: number;
        readonly against: number;
      }
  );

/** Null where there is no winner. */
export function reasonOf(tally: Tally): Reason | null {
  if (tally.winner === null) return null;
  const tie =
    tally.tieRule === null || tally.tied.length < 2 ? null : { films: tally.tied, rule: tally.tieRule };
  switch (tally.method) {
    case "approval":
      return { ...ofApproval(tally), tie };
    case "score":
      return { ...ofScore(tally), tie };
    case "irv":
      return { ...ofIrv(tally), tie };
    case "schulze":
      return { ...ofSchulze(tally), tie };
  }
}

function ofApproval({ approvals, counted }: ApprovalTally) {
  const votes = approvals[0]?.votes ?? 0;
  return { method: "approval" as const, votes, of: counted, margin: votes - (approvals[1]?.votes ?? 0) };
}

function ofScore({ scores: [first, second] }: ScoreTally) {
  const sum = first?.sum ?? 0;
  const { mean, scored = 0 } = first ?? {};
  return { method: "score" as const, sum, mean: mean ?? 0, scored, margin: sum - (second?.sum ?? 0) };
}

function ofIrv({ rounds, decided }: IrvTally) {
  const votes = rounds[decided]?.votes ?? [];
  const most = votes[0]?.votes ?? 0;
  return {
    method: "irv" as const,
    votes: most,
    of: votes.reduce((sum, { votes }) => sum + votes, 0),
    round: decided + 1,
    dropped: rounds.slice(0, decided).flatMap(({ dropped }) => dropped ?? []),
    margin: most - (votes[1]?.votes ?? 0),
  };
}

function ofSchulze({ pairwise, films }: SchulzeTally) {
  const own = pairwise[0] ?? [];
  const against = pairwise[1]?.[0] ?? 0;
  const votes = own[1] ?? 0;
  const beaten = own.filter((votes, at) => votes > (pairwise[at]?.[0] ?? 0)).length;
  return {
    method: "schulze" as const,
    beaten,
    others: Math.max(0, films.length - 1),
    votes,
    against,
    margin: votes - against,
  };
}
