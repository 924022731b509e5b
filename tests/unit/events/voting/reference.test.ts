/** Every tally against a slow count from the definitions. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { count } from "../../../../src/events/voting/elect.js";
import { elections, PATIENCE, RUNS } from "./elections.js";
import {
  approvalsOf,
  byPaths,
  byTotals,
  placeOn,
  pointsOf,
  preferring,
  runoff,
  scoreOn,
  strongestPath,
} from "./reference.js";

it("approval", { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(elections("approval"), (election) => {
      const votes = approvalsOf(election);
      const ranking = byTotals(election, votes);
      expect(count(election)).toMatchObject({
        ranking,
        approvals: ranking.map((film) => ({ film, votes: votes(film) })),
      });
    }),
    RUNS,
  );
});

it("score", { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(elections("score"), (election) => {
      const points = pointsOf(election);
      const ranking = byTotals(election, points);
      const scored = (film: number) =>
        election.ballots.filter(
          (one) => one.kind === "score" && one.scores.some((each) => each.film === film),
        );
      expect(count(election)).toMatchObject({
        ranking,
        scores: ranking.map((film) => {
          const given = scored(film).map((ballot) => scoreOn(ballot, film));
          const sum = given.reduce((all, one) => all + one, 0);
          return { film, sum, scored: given.length, mean: given.length === 0 ? null : sum / given.length };
        }),
      });
    }),
    RUNS,
  );
});

it("IRV, round by round", { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(elections("irv", 6), (election) => {
      const tally = count(election);
      if (tally.method !== "irv") throw new Error("another method");
      expect(tally.ranking).toEqual(runoff(election));
      let left = new Set(election.candidates.map(({ film }) => film));
      for (const [at, { votes, exhausted, dropped, transfers }] of tally.rounds.entries()) {
        const first = (ballot: (typeof election.ballots)[number]) =>
          [...left].toSorted((a, b) => placeOn(ballot, a) - placeOn(ballot, b))[0];
        const own = (film: number) =>
          election.ballots.filter((ballot) => first(ballot) === film && placeOn(ballot, film) < 99).length;
        expect(new Map(votes.map(({ film, votes }) => [film, votes]))).toEqual(
          new Map([...left].map((film) => [film, own(film)])),
        );
        const sum = votes.reduce((all, { votes }) => all + votes, 0);
        expect(sum + exhausted).toBe(election.ballots.length);
        const majority = votes.find(({ votes }) => votes * 2 > sum);
        if (majority !== undefined) expect(at).toBeGreaterThanOrEqual(tally.decided);
        if (at === tally.decided && at < tally.rounds.length - 1) expect(majority?.film).toBe(tally.winner);
        if (dropped === null) continue;
        // What each has more in the next round is what was passed on to it.
        const next = tally.rounds[at + 1];
        for (const { film, votes } of next?.votes ?? [])
          expect(transfers.find((to) => to.film === film)?.votes ?? 0).toBe(votes - own(film));
        expect(transfers.reduce((all, { votes }) => all + votes, 0)).toBe(own(dropped));
        left = new Set([...left].filter((film) => film !== dropped));
      }
      expect(left.size).toBe(1);
    }),
    RUNS,
  );
});

it("Schulze, pair by pair and path by path", { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(elections("schulze"), (election) => {
      const ranking = byPaths(election);
      const matrix = (of: (a: number, b: number) => number) =>
        ranking.map((a) => ranking.map((b) => (a === b ? 0 : of(a, b))));
      expect(count(election)).toMatchObject({
        ranking,
        films: ranking,
        pairwise: matrix((a, b) => preferring(election, a, b)),
        paths: matrix((a, b) => strongestPath(election, a, b)),
      });
    }),
    RUNS,
  );
});
