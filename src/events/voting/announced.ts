/** Ties, broken as it was said beforehand. */
import { type Ballot, favourites } from "./ballot.js";
import { lotOf } from "./draw.js";

/**
 * What a tie is broken by.
 * - `carried`: more points from nights before.
 * - `firstPlaces`: more ballots that put no film above it.
 * - `earlier`: proposed earlier.
 * - `draw`: lots, by a seed that was fixed before anybody voted.
 */
export const TIE_RULES = ["carried", "firstPlaces", "earlier", "draw"] as const;
export type TieRule = (typeof TIE_RULES)[number];

export interface TieBreak {
  /** The first one that tells two films apart decides. Lots are drawn where none does, named or not. */
  readonly rules: readonly TieRule[];
  readonly seed: string;
}

export interface Candidate {
  readonly film: number;
  /** When it was proposed, on any scale; films proposed together have the same. */
  readonly since: number;
  /** What it brings from nights before; 0 where undefined. */
  readonly points?: number;
}

/** The order in which level films are taken, the same in every round of a count. */
export interface AnnouncedOrder {
  /** Below 0 where `a` comes before `b`; 0 for the same film only. */
  compare(a: number, b: number): number;
  /** What decides between two films. */
  ruleBetween(a: number, b: number): TieRule;
}

/** How many ballots put each film first, alone or with others. */
export function firstPlaces(ballots: readonly Ballot[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const ballot of ballots)
    for (const film of favourites(ballot)) counts.set(film, (counts.get(film) ?? 0) + 1);
  return counts;
}

/** @param ballots that name candidates only */
export function announcedOrder(
  ballots: readonly Ballot[],
  candidates: readonly Candidate[],
  { rules, seed }: TieBreak,
): AnnouncedOrder {
  const firsts = firstPlaces(ballots);
  const byFilm = new Map(candidates.map((candidate) => [candidate.film, candidate]));
  /** The lower the better. */
  const figures: Readonly<Record<TieRule, (film: number) => number>> = {
    carried: (film) => -(byFilm.get(film)?.points ?? 0),
    firstPlaces: (film) => -(firsts.get(film) ?? 0),
    earlier: (film) => byFilm.get(film)?.since ?? 0,
    draw: (film) => lotOf(seed, film),
  };
  const differ = (a: number, b: number, rule: TieRule) => figures[rule](a) - figures[rule](b);
  const all: readonly TieRule[] = [...rules, "draw"];
  const deciding = (a: number, b: number) => all.find((rule) => differ(a, b, rule) !== 0) ?? "draw";
  return {
    ruleBetween: deciding,
    // Two lots in four thousand million may be the same: then the lower id, which nobody chose either.
    compare: (a, b) => differ(a, b, deciding(a, b)) || a - b,
  };
}
