/**
 * The methods once more, written from their definitions and from nothing else: slow, and sharing only the lots with what
 * is tested.
 */
import type { Ballot } from "../../../../src/events/voting/ballot.js";
import { lotOf } from "../../../../src/events/voting/draw.js";
import type { Election } from "../../../../src/events/voting/elect.js";

export const filmsOf = ({ candidates }: Election): number[] => candidates.map(({ film }) => film);

/** The place a ballot gives a film, from 0; Infinity where it says nothing for it. */
export function placeOn(ballot: Ballot, film: number): number {
  if (ballot.kind === "approval") return ballot.films.includes(film) ? 0 : Number.POSITIVE_INFINITY;
  if (ballot.kind === "ranked") {
    const tier = ballot.tiers.findIndex((films) => films.includes(film));
    return tier === -1 ? Number.POSITIVE_INFINITY : tier;
  }
  const own = scoreOn(ballot, film);
  if (own === 0) return Number.POSITIVE_INFINITY;
  return new Set(ballot.scores.map(({ score }) => score).filter((score) => score > own)).size;
}

export function scoreOn(ballot: Ballot, film: number): number {
  return (ballot.kind === "score" && ballot.scores.find((one) => one.film === film)?.score) || 0;
}

/** Whether one film comes before another where a method leaves them level. */
export function comesBefore(election: Election, a: number, b: number): boolean {
  const firsts = (film: number) => election.ballots.filter((ballot) => placeOn(ballot, film) === 0).length;
  const candidate = (film: number) => election.candidates.find((one) => one.film === film);
  for (const rule of [...election.tieBreak.rules, "draw"]) {
    let [one, other] = [0, 0];
    if (rule === "carried") [one, other] = [-(candidate(a)?.points ?? 0), -(candidate(b)?.points ?? 0)];
    if (rule === "firstPlaces") [one, other] = [-firsts(a), -firsts(b)];
    if (rule === "earlier") [one, other] = [candidate(a)?.since ?? 0, candidate(b)?.since ?? 0];
    if (rule === "draw") [one, other] = [lotOf(election.tieBreak.seed, a), lotOf(election.tieBreak.seed, b)];
    if (one !== other) return one < other;
  }
  return a < b;
}

/** The film that comes before all others. */
export function firstOf(election: Election, films: readonly number[]): number | undefined {
  return films.find((film) => films.every((other) => other === film || comesBefore(election, film, other)));
}

/** Takes the best again and again. */
function rankedBy(election: Election, best: (left: readonly number[]) => readonly number[]): number[] {
  let left = filmsOf(election);
  const ranking: number[] = [];
  while (left.length > 0) {
    const next = firstOf(election, best(left));
    if (next === undefined) throw new Error("nobody is first");
    ranking.push(next);
    left = left.filter((film) => film !== next);
  }
  return ranking;
}

export function byTotals(election: Election, total: (film: number) => number): number[] {
  return rankedBy(election, (left) =>
    left.filter((film) => left.every((other) => total(other) <= total(film))),
  );
}

export const approvalsOf =
  ({ ballots }: Election) =>
  (film: number): number =>
    ballots.filter((ballot) => placeOn(ballot, film) === 0).length;

export const pointsOf =
  ({ ballots }: Election) =>
  (film: number): number =>
    ballots.map((ballot) => scoreOn(ballot, film)).reduce((sum, score) => sum + score, 0);

export function runoff(election: Election, left = filmsOf(election)): number[] {
  if (left.length < 2) return left;
  const votes = (film: number) =>
    election.ballots.filter((ballot) => {
      const own = placeOn(ballot, film);
      return own < Number.POSITIVE_INFINITY && left.every((other) => own <= placeOn(ballot, other));
    }).length;
  const fewest = Math.min(...left.map(votes));
  const losers = left.filter((film) => votes(film) === fewest);
  const dropped = losers.find((film) =>
    losers.every((other) => other === film || comesBefore(election, other, film)),
  );
  const others = left.filter((film) => film !== dropped);
  return dropped === undefined ? left : [...runoff(election, others), dropped];
}

export const preferring = ({ ballots }: Election, a: number, b: number): number =>
  ballots.filter((ballot) => placeOn(ballot, a) < placeOn(ballot, b)).length;

/** Looks at every path there is. */
export function strongestPath(election: Election, from: number, to: number, seen: number[] = []): number {
  let best = 0;
  for (const next of filmsOf(election)) {
    if (next === from || seen.includes(next)) continue;
    const votes = preferring(election, from, next);
    if (votes <= preferring(election, next, from)) continue;
    const onward = next === to ? votes : strongestPath(election, next, to, [...seen, from]);
    best = Math.max(best, Math.min(votes, onward));
  }
  return best;
}

export function byPaths(election: Election): number[] {
  const strengths = new Map<string, number>();
  const path = (from: number, to: number) => {
    const key = `${from} ${to}`;
    const strength = strengths.get(key) ?? strongestPath(election, from, to);
    strengths.set(key, strength);
    return strength;
  };
  return rankedBy(election, (left) =>
    left.filter((film) => left.every((other) => path(other, film) <= path(film, other))),
  );
}
