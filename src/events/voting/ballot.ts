/** What people hand in, and what a ballot says by itself. Films are numbers; JSON all the way. */

/** Ways of counting, the default first. */
export const METHODS = ["approval", "irv", "schulze", "score"] as const;
export type Method = (typeof METHODS)[number];

/** The best score that a film can be given; the worst is 0, which says no more than giving none. */
export const HIGHEST_SCORE = 10;

/** These are fine with me. */
export interface ApprovalBallot {
  readonly kind: "approval";
  readonly films: readonly number[];
}

/** Best first; films of one tier are liked the same, films that are left out less than all others. */
export interface RankedBallot {
  readonly kind: "ranked";
  readonly tiers: readonly (readonly number[])[];
}

/** From 0 to HIGHEST_SCORE; a film that is left out has 0. */
export interface ScoreBallot {
  readonly kind: "score";
  readonly scores: readonly { readonly film: number; readonly score: number }[];
}

export type Ballot = ApprovalBallot | RankedBallot | ScoreBallot;

/** What kind of ballot each method counts. */
export const BALLOT_OF = {
  approval: "approval",
  irv: "ranked",
  schulze: "ranked",
  score: "score",
} as const satisfies Readonly<Record<Method, Ballot["kind"]>>;

/** The films that a ballot names, as often as it names them. */
export function namedBy(ballot: Ballot): readonly number[] {
  if (ballot.kind === "approval") return ballot.films;
  if (ballot.kind === "ranked") return ballot.tiers.flat();
  return ballot.scores.map(({ film }) => film);
}

/** The ballot as far as it is about these films. */
export function within<Some extends Ballot>(ballot: Some, films: ReadonlySet<number>): Some;
export function within(ballot: Ballot, films: ReadonlySet<number>): Ballot {
  if (ballot.kind === "approval") return { ...ballot, films: ballot.films.filter((film) => films.has(film)) };
  if (ballot.kind === "score")
    return { ...ballot, scores: ballot.scores.filter(({ film }) => films.has(film)) };
  const tiers = ballot.tiers.map((tier) => tier.filter((film) => films.has(film)));
  return { ...ballot, tiers: tiers.filter((tier) => tier.length > 0) };
}

/**
 * Films above which the ballot puts none: all that it approves, the first tier, those of its best score above 0. A ballot
 * without any says nothing about who should win.
 */
export function favourites(ballot: Ballot): readonly number[] {
  if (ballot.kind === "approval") return ballot.films;
  if (ballot.kind === "ranked") return ballot.tiers[0] ?? [];
  const best = ballot.scores.reduce((most, { score }) => Math.max(most, score), 0);
  return best === 0 ? [] : ballot.scores.filter(({ score }) => score === best).map(({ film }) => film);
}

/** Why a ballot cannot be counted. */
export type BallotFault =
  | { readonly code: "ballot_wrong_kind"; readonly expected: Ballot["kind"] }
  | { readonly code: "ballot_empty" }
  | { readonly code: "ballot_repeats"; readonly film: number }
  | { readonly code: "ballot_too_long"; readonly named: number; readonly most: number }
  | { readonly code: "ballot_ties"; readonly films: readonly number[] }
  | { readonly code: "ballot_score_range"; readonly film: number; readonly highest: number };

/**
 * What is wrong with a ballot, whatever films there are.
 * @param most how many films it may name; null for any number
 */
export function ballotFault(method: Method, ballot: Ballot, most: number | null): BallotFault | undefined {
  const expected = BALLOT_OF[method];
  if (ballot.kind !== expected) return { code: "ballot_wrong_kind", expected };
  const named = namedBy(ballot);
  if (favourites(ballot).length === 0) return { code: "ballot_empty" };
  const repeated = named.find((film, at) => named.indexOf(film) !== at);
  if (repeated !== undefined) return { code: "ballot_repeats", film: repeated };
  if (most !== null && named.length > most) return { code: "ballot_too_long", named: named.length, most };
  if (ballot.kind === "ranked" && method === "irv") {
    const level = ballot.tiers.find((tier) => tier.length > 1);
    if (level !== undefined) return { code: "ballot_ties", films: level };
  }
  if (ballot.kind === "score") {
    const off = ballot.scores.find(
      ({ score }) => !Number.isInteger(score) || score < 0 || score > HIGHEST_SCORE,
    );
    if (off !== undefined) return { code: "ballot_score_range", film: off.film, highest: HIGHEST_SCORE };
  }
  return undefined;
}
