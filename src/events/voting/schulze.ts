/**
 * Schulze (M. Schulze, 2011): every film against every other. One film is above another where its strongest path of
 * victories to it is stronger than the one back; a victory is as strong as the votes for it.
 */
import { type AnnouncedOrder, announcedOrder, type Candidate, type TieBreak } from "./announced.js";
import type { RankedBallot } from "./ballot.js";
import { standing } from "./standing.js";
import type { SchulzeTally } from "./tally.js";

type Matrix = readonly (readonly number[])[];

/** @param ballots that name candidates only */
export function schulze(
  ballots: readonly RankedBallot[],
  candidates: readonly Candidate[],
  tieBreak: TieBreak,
): SchulzeTally {
  const order = announcedOrder(ballots, candidates, tieBreak);
  const films = candidates.map(({ film }) => film);
  const pairwise = pairwiseOf(ballots, films);
  const paths = strongestPaths(pairwise);
  const all = films.map((_, at) => at);
  const places = rankingOf(all, paths, (a, b) => order.compare(films[a] ?? 0, films[b] ?? 0));
  const ranking = places.map((at) => films[at] ?? 0);
  const tied = unbeaten(all, paths).map((at) => films[at] ?? 0);
  return {
    method: "schulze",
    ...standing(ranking, tied, ballots, order),
    films: ranking,
    pairwise: inOrder(pairwise, places),
    paths: inOrder(paths, places),
  };
}

function cell(matrix: Matrix, row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

function inOrder(matrix: Matrix, places: readonly number[]): Matrix {
  return places.map((row) => places.map((column) => cell(matrix, row, column)));
}

function pairwiseOf(ballots: readonly RankedBallot[], films: readonly number[]): Matrix {
  const matrix = films.map(() => films.map(() => 0));
  for (const { tiers } of ballots) {
    const tierOf = new Map(tiers.flatMap((tier, at) => tier.map((film) => [film, at] as const)));
    // Films that a ballot leaves out are level, below all others.
    const places = films.map((film) => tierOf.get(film) ?? tiers.length);
    for (const [row, counts] of matrix.entries()) {
      const own = places[row] ?? 0;
      for (const [column, place] of places.entries())
        if (own < place) counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  return matrix;
}

/** Floyd and Warshall's: a path is as strong as its weakest victory; 0 where there is none. */
function strongestPaths(pairwise: Matrix): Matrix {
  const paths = pairwise.map((row, from) =>
    row.map((votes, to) => (votes > cell(pairwise, to, from) ? votes : 0)),
  );
  for (const [via, onward] of paths.entries())
    for (const [from, row] of paths.entries()) {
      const there = row[via] ?? 0;
      if (from === via || there === 0) continue;
      for (const [to, on] of onward.entries())
        if (to !== from) row[to] = Math.max(row[to] ?? 0, Math.min(there, on));
    }
  return paths;
}

function unbeaten(some: readonly number[], paths: Matrix): number[] {
  return some.filter((one) => some.every((other) => cell(paths, other, one) <= cell(paths, one, other)));
}

/** Again and again the first as announced of those that none of the others left is above. */
function rankingOf(some: readonly number[], paths: Matrix, compare: AnnouncedOrder["compare"]): number[] {
  const left = new Set(some);
  const ranking: number[] = [];
  while (left.size > 0) {
    const [best] = unbeaten([...left], paths).sort(compare);
    // Being above is transitive: among any films there is one that none is above.
    if (best === undefined) break;
    left.delete(best);
    ranking.push(best);
  }
  return ranking;
}
