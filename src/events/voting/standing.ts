/** What all methods have in common: who is level at the top, and which ballots say anything. */
import type { AnnouncedOrder } from "./announced.js";
import { type Ballot, favourites } from "./ballot.js";
import type { Tally } from "./tally.js";

type Standing = Pick<Tally, "ranking" | "winner" | "counted" | "blank" | "tied" | "tieRule">;

/** @param tied what the method leaves level at the top, the first of the ranking among them */
export function standing(
  ranking: readonly number[],
  tied: readonly number[],
  ballots: readonly Ballot[],
  order: AnnouncedOrder,
): Standing {
  const blank = ballots.filter((ballot) => favourites(ballot).length === 0).length;
  const counted = ballots.length - blank;
  const level = tied.toSorted(order.compare);
  const [first, next] = level;
  const tieRule = first === undefined || next === undefined ? null : order.ruleBetween(first, next);
  return {
    ranking,
    winner: counted === 0 ? null : (ranking[0] ?? null),
    counted,
    blank,
    tied: level,
    tieRule,
  };
}

/** Films by a figure of each, the highest first, level ones as announced; and which of them have the highest. */
export function byFigure(
  films: readonly number[],
  figure: (film: number) => number,
  order: AnnouncedOrder,
): { readonly ranking: readonly number[]; readonly tied: readonly number[] } {
  const ranking = films.toSorted((a, b) => figure(b) - figure(a) || order.compare(a, b));
  const [best] = ranking;
  return { ranking, tied: best === undefined ? [] : ranking.filter((film) => figure(film) === figure(best)) };
}
