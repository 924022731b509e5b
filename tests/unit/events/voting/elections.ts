/** Random elections, small enough that films tie and beat each other in circles all the time. */
import fc from "fast-check";
import { type Candidate, TIE_RULES, type TieBreak } from "../../../../src/events/voting/announced.js";
import type { Ballot, Method, RankedBallot } from "../../../../src/events/voting/ballot.js";
import type { Election } from "../../../../src/events/voting/elect.js";

/** ELECTIONS=100000 looks at as many; the seed makes every run look at the same. */
const numRuns = Number(process.env.ELECTIONS ?? 1_000);
export const RUNS = { numRuns, seed: 20 } as const;
/** What a test of so many elections may take. */
export const PATIENCE = Math.max(120_000, numRuns * 20);

export const candidates = (most: number): fc.Arbitrary<Candidate[]> =>
  fc
    .array(fc.record({ since: fc.nat(2), points: fc.nat(1) }), { minLength: 1, maxLength: most })
    .map((all) => all.map((one, at) => ({ film: 600 + 7 * at, ...one })));

export const tieBreaks: fc.Arbitrary<TieBreak> = fc.record({
  rules: fc.shuffledSubarray([...TIE_RULES]),
  seed: fc.integer().map(String),
});

/** Tiers by a place each; films of place `films.length` are left out. */
export function ranked(films: readonly number[], places: readonly number[]): RankedBallot {
  const tiers = films.map((_, place) => films.filter((_, at) => places[at] === place));
  return { kind: "ranked", tiers: tiers.filter((tier) => tier.length > 0) };
}

export function ballotOf(method: Method, films: readonly number[]): fc.Arbitrary<Ballot> {
  switch (method) {
    case "approval":
      return fc.subarray([...films]).map((approved) => ({ kind: "approval", films: approved }));
    case "irv":
      return fc
        .shuffledSubarray([...films])
        .map((order) => ({ kind: "ranked", tiers: order.map((film) => [film]) }));
    case "schulze":
      return fc
        .array(fc.nat(films.length), { minLength: films.length, maxLength: films.length })
        .map((places) => ranked(films, places));
    case "score":
      return fc
        .array(fc.integer({ min: -1, max: 4 }), { minLength: films.length, maxLength: films.length })
        .map((given) => ({
          kind: "score",
          scores: films.flatMap((film, at) => {
            const score = given[at] ?? -1;
            return score < 0 ? [] : [{ film, score }];
          }),
        }));
  }
}

export const elections = (method: Method, most = 5, mostBallots = 9): fc.Arbitrary<Election> =>
  candidates(most).chain((all) => {
    const films = all.map(({ film }) => film);
    return fc.record({
      method: fc.constant(method),
      candidates: fc.constant(all),
      ballots: fc.array(ballotOf(method, films), { maxLength: mostBallots, size: "max" }),
      tieBreak: tieBreaks,
    });
  });
