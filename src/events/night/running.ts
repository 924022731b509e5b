/** Which films are in the running, and what is counted. */
import { type Ballot, within } from "../voting/ballot.js";
import type { Election } from "../voting/elect.js";
import type { Night, Proposal } from "./state.js";

export function vetoed({ vetoes }: Night): ReadonlySet<number> {
  return new Set([...vetoes.values()].flat());
}

/** Films that can win, in order of their first proposal: not withdrawn, banned or vetoed. */
export function running(night: Night): readonly Proposal[] {
  const out = new Set([...night.banned, ...vetoed(night)]);
  return [...night.proposals.values()].filter(({ film, withdrawn }) => !withdrawn && !out.has(film));
}

/** What a person's ballot says of films in the running: what a change of it begins with. */
export function ballotOf(night: Night, person: string): Ballot | undefined {
  const ballot = night.ballots.get(person);
  return ballot && within(ballot, new Set(running(night).map(({ film }) => film)));
}

export function electionOf(night: Night): Election {
  const { method, tieBreak, quorum } = night.rules;
  return {
    method,
    candidates: running(night).map(({ film, at, points }) => ({ film, since: Date.parse(at), points })),
    ballots: [...night.ballots.values()],
    tieBreak,
    quorum,
  };
}
