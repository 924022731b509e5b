/**
 * Instant runoff: each ballot counts for the film that it puts first of those left; round by round the film with the
 * fewest leaves, and its ballots pass on.
 */
import { type AnnouncedOrder, announcedOrder, type Candidate, type TieBreak } from "./announced.js";
import type { RankedBallot } from "./ballot.js";
import { byFigure, standing } from "./standing.js";
import type { IrvRound, IrvTally } from "./tally.js";

/** @param ballots that name candidates only, one film a tier */
export function irv(
  ballots: readonly RankedBallot[],
  candidates: readonly Candidate[],
  tieBreak: TieBreak,
): IrvTally {
  const order = announcedOrder(ballots, candidates, tieBreak);
  const preferences = ballots.map(({ tiers }) => tiers.flat());
  const left = new Set(candidates.map(({ film }) => film));
  const rounds: IrvRound[] = [];
  const ranking: number[] = [];
  do {
    const next = round(preferences, left, order);
    rounds.push(next);
    if (next.dropped === null) break;
    left.delete(next.dropped);
    ranking.unshift(next.dropped);
  } while (left.size > 1);
  ranking.unshift(...left);
  // One that has more than half is never last later on: the ballots left do not become more.
  const decided = rounds.findIndex(hasMajority);
  const last = rounds.at(-1);
  return {
    method: "irv",
    ...standing(ranking, last?.tied.length === 2 ? last.tied : ranking.slice(0, 1), ballots, order),
    rounds,
    decided: decided === -1 ? rounds.length - 1 : decided,
  };
}

function hasMajority({ votes }: IrvRound): boolean {
  const all = votes.reduce((sum, { votes }) => sum + votes, 0);
  return (votes[0]?.votes ?? 0) * 2 > all;
}

function round(
  preferences: readonly (readonly number[])[],
  left: ReadonlySet<number>,
  order: AnnouncedOrder,
): IrvRound {
  const firsts = preferences.map((films) => films.filter((film) => left.has(film)));
  const counts = countOf(firsts.map(([first]) => first ?? null));
  const votesOf = (film: number) => counts.get(film) ?? 0;
  const { ranking } = byFigure([...left], votesOf, order);
  const dropped = left.size > 1 ? (ranking.at(-1) ?? null) : null;
  const tied = dropped === null ? [] : ranking.filter((film) => votesOf(film) === votesOf(dropped));
  const passedOn = firsts.filter(([first]) => first !== undefined && first === dropped);
  const transfers = countOf(passedOn.map(([, second]) => second ?? null));
  return {
    votes: ranking.map((film) => ({ film, votes: votesOf(film) })),
    exhausted: counts.get(null) ?? 0,
    dropped,
    tied: tied.length > 1 ? tied : [],
    transfers: [...ranking, null].flatMap((film) => {
      const votes = transfers.get(film);
      return votes === undefined ? [] : [{ film, votes }];
    }),
  };
}

function countOf(films: readonly (number | null)[]): ReadonlyMap<number | null, number> {
  const counts = new Map<number | null, number>();
  for (const film of films) counts.set(film, (counts.get(film) ?? 0) + 1);
  return counts;
}
