/** Whether another method would have chosen otherwise, as far as ballots of one kind tell. */
import { type Ballot, favourites, METHODS, type Method, namedBy, within } from "./ballot.js";
import { count, type Election } from "./elect.js";

/** From this score on a film counts as approved: above the middle of the scale. */
export const APPROVED_FROM = 6;

export interface Otherwise {
  /** What other methods would have chosen. */
  readonly said: readonly { readonly method: Method; readonly winner: number | null }[];
  /** Methods of which these ballots say nothing. */
  readonly unsaid: readonly Method[];
}

/**
 * What every other method makes of the same ballots, with the same candidates, vetoes and tie-break.
 *
 * - Ranks say approvals where every ballot leaves somebody out: what it names it approves. A ballot that ranks all does
 *   not say where "fine with me" ends, and one such makes it unsaid for all.
 * - Ranks never say scores: the second may be nearly as good as the first, or far behind.
 * - Ranks say ranks: IRV's ballots are Schulze's as they are; Schulze's are IRV's where no ballot puts two films level.
 * - Scores say ranks: by score, those without one or with 0 left out; for IRV where no ballot gives two films the same.
 * - Scores say approvals: APPROVED_FROM or more.
 * - Approvals say nothing else: taken for ranks or scores they elect the same film again.
 */
export function otherwise(election: Election): Otherwise {
  const films = new Set(
    election.candidates.map(({ film }) => film).filter((film) => !election.vetoed?.has(film)),
  );
  const ballots = election.ballots.map((ballot) => within(ballot, films));
  const said: { method: Method; winner: number | null }[] = [];
  const unsaid: Method[] = [];
  for (const method of METHODS) {
    if (method === election.method) continue;
    const read = readAs(method, ballots, films.size);
    if (read === undefined) unsaid.push(method);
    else said.push({ method, winner: count({ ...election, method, ballots: read }).winner });
  }
  return { said, unsaid };
}

/** Undefined where one of them does not say it. */
function readAs(method: Method, ballots: readonly Ballot[], candidates: number): Ballot[] | undefined {
  const read = ballots.map((ballot) => {
    if (ballot.kind === "approval" || method === "score") return undefined;
    return method === "approval" ? asApproval(ballot, candidates) : asRanked(ballot, method === "schulze");
  });
  return read.every((ballot) => ballot !== undefined) ? read : undefined;
}

function asApproval(ballot: Exclude<Ballot, { kind: "approval" }>, candidates: number): Ballot | undefined {
  if (ballot.kind === "score") {
    const approved = ballot.scores.filter(({ score }) => score >= APPROVED_FROM);
    return { kind: "approval", films: approved.map(({ film }) => film) };
  }
  const films = namedBy(ballot);
  return films.length < candidates ? { kind: "approval", films } : undefined;
}

function asRanked(ballot: Exclude<Ballot, { kind: "approval" }>, levelAllowed: boolean): Ballot | undefined {
  const tiers = ballot.kind === "ranked" ? ballot.tiers : tiersOf(ballot.scores);
  return levelAllowed || tiers.every((tier) => tier.length === 1) ? { kind: "ranked", tiers } : undefined;
}

function tiersOf(scores: readonly { readonly film: number; readonly score: number }[]): number[][] {
  const tiers: number[][] = [];
  for (let left = scores; ; ) {
    const best = favourites({ kind: "score", scores: left });
    if (best.length === 0) return tiers;
    tiers.push([...best]);
    left = left.filter(({ film }) => !best.includes(film));
  }
}
