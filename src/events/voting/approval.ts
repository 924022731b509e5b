/** Approval: whichever film most are fine with. */
import { announcedOrder, type Candidate, firstPlaces, type TieBreak } from "./announced.js";
import type { ApprovalBallot } from "./ballot.js";
import { byFigure, standing } from "./standing.js";
import type { ApprovalTally } from "./tally.js";

/** @param ballots that name candidates only */
export function approval(
  ballots: readonly ApprovalBallot[],
  candidates: readonly Candidate[],
  tieBreak: TieBreak,
): ApprovalTally {
  const order = announcedOrder(ballots, candidates, tieBreak);
  // Whatever a ballot approves it puts no film above.
  const approvals = firstPlaces(ballots);
  const votes = (film: number) => approvals.get(film) ?? 0;
  const { ranking, tied } = byFigure(
    candidates.map(({ film }) => film),
    votes,
    order,
  );
  return {
    method: "approval",
    ...standing(ranking, tied, ballots, order),
    approvals: ranking.map((film) => ({ film, votes: votes(film) })),
  };
}
