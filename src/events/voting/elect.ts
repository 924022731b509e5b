/** An election from beginning to end: vetoes first, then the count, then whether enough people voted. */
import type { Candidate, TieBreak } from "./announced.js";
import { approval } from "./approval.js";
import { BALLOT_OF, type Ballot, type Method, within } from "./ballot.js";
import { irv } from "./irv.js";
import { schulze } from "./schulze.js";
import { score } from "./score.js";
import type { Tally } from "./tally.js";

export interface Election {
  readonly method: Method;
  /** In no order that counts. */
  readonly candidates: readonly Candidate[];
  /** In no order that counts; all of the method's kind. What they say of films that are no candidates is passed over. */
  readonly ballots: readonly Ballot[];
  /** Films that are no candidates any more. */
  readonly vetoed?: ReadonlySet<number>;
  readonly tieBreak: TieBreak;
  /** So many must vote for anything to win; 0 where undefined. */
  readonly quorum?: number;
}

export interface Elected {
  /** Null where nobody's ballot says anything, or the quorum is missed. */
  readonly winner: number | null;
  /** As counted, quorum or not. */
  readonly tally: Tally;
  /** Everybody who voted, blank ballots included. */
  readonly voters: number;
  readonly quorum: number;
  readonly quorumMissed: boolean;
}

export function elect(election: Election): Elected {
  const tally = count(election);
  const voters = election.ballots.length;
  const quorum = election.quorum ?? 0;
  const quorumMissed = voters < quorum;
  return { winner: quorumMissed ? null : tally.winner, tally, voters, quorum, quorumMissed };
}

/** Counts by the election's method. */
export function count({ method, candidates, ballots, vetoed, tieBreak }: Election): Tally {
  const standing = candidates.filter(({ film }) => !vetoed?.has(film));
  const films = new Set(standing.map(({ film }) => film));
  switch (method) {
    case "approval":
      return approval(ofKind("approval", method, ballots, films), standing, tieBreak);
    case "score":
      return score(ofKind("score", method, ballots, films), standing, tieBreak);
    case "irv":
      return irv(ofKind("ranked", method, ballots, films), standing, tieBreak);
    case "schulze":
      return schulze(ofKind("ranked", method, ballots, films), standing, tieBreak);
  }
}

type BallotOf<Kind extends Ballot["kind"]> = Extract<Ballot, { readonly kind: Kind }>;

function ofKind<Kind extends Ballot["kind"]>(
  kind: Kind,
  method: Method,
  ballots: readonly Ballot[],
  films: ReadonlySet<number>,
): BallotOf<Kind>[] {
  const isOfKind = (ballot: Ballot): ballot is BallotOf<Kind> => ballot.kind === kind;
  return ballots.map((ballot) => {
    if (!isOfKind(ballot))
      throw new TypeError(`${method} counts ${BALLOT_OF[method]} ballots, this is one of ${ballot.kind}`);
    return within(ballot, films);
  });
}
