/** Score: whichever film is given most points in all. A film that somebody gives none has 0 of them. */
import { announcedOrder, type Candidate, type TieBreak } from "./announced.js";
import type { ScoreBallot } from "./ballot.js";
import { byFigure, standing } from "./standing.js";
import type { FilmScore, ScoreTally } from "./tally.js";

/** @param ballots that name candidates only */
export function score(
  ballots: readonly ScoreBallot[],
  candidates: readonly Candidate[],
  tieBreak: TieBreak,
): ScoreTally {
  const order = announcedOrder(ballots, candidates, tieBreak);
  const sums = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const { scores } of ballots)
    for (const { film, score } of scores) {
      sums.set(film, (sums.get(film) ?? 0) + score);
      counts.set(film, (counts.get(film) ?? 0) + 1);
    }
  const sumOf = (film: number) => sums.get(film) ?? 0;
  const { ranking, tied } = byFigure(
    candidates.map(({ film }) => film),
    sumOf,
    order,
  );
  const figures = (film: number): FilmScore => {
    const scored = counts.get(film) ?? 0;
    return { film, sum: sumOf(film), scored, mean: scored === 0 ? null : sumOf(film) / scored };
  };
  return { method: "score", ...standing(ranking, tied, ballots, order), scores: ranking.map(figures) };
}
