/** What each method promises, on random elections. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { METHODS, type Method, type RankedBallot, within } from "../../../../src/events/voting/ballot.js";
import { count, type Election, elect } from "../../../../src/events/voting/elect.js";
import type { Tally } from "../../../../src/events/voting/tally.js";
import { ballotOf, candidates, elections, PATIENCE, RUNS, tieBreaks } from "./elections.js";
import { comesBefore, filmsOf, firstOf, placeOn, preferring } from "./reference.js";

/**
 * Holds a promise against random elections.
 * @param promise returns whether the election was one that it is about
 * @param share of all that at least must be
 */
function holds<Case>(cases: fc.Arbitrary<Case>, share: number, promise: (one: Case) => boolean): void {
  let about = 0;
  fc.assert(
    fc.property(cases, (one) => {
      if (promise(one)) about++;
    }),
    RUNS,
  );
  expect(about).toBeGreaterThan(share * RUNS.numRuns);
}

const winnerOf = (election: Election) => count(election).winner;
const withBallots = (election: Election, ballots: Election["ballots"]): Election => ({
  ...election,
  ballots,
});

/** The film alone in the first place of more than half of the ballots. */
function majorityOf(election: Election): number | undefined {
  const films = filmsOf(election);
  return films.find((film) => {
    const alone = election.ballots.filter((ballot) =>
      films.every((other) => other === film || placeOn(ballot, film) < placeOn(ballot, other)),
    );
    return alone.length * 2 > election.ballots.length && films.length > 1;
  });
}

const tiersOf = (ballot: Election["ballots"][number]): readonly (readonly number[])[] =>
  ballot.kind === "ranked" ? ballot.tiers : [];

describe.each(METHODS)("%s", (method: Method) => {
  it("counts the same in whatever order ballots and candidates come", { timeout: PATIENCE }, () => {
    const shuffled = elections(method).chain((election) =>
      fc.tuple(
        fc.constant(election),
        fc.shuffledSubarray([...election.ballots], { minLength: election.ballots.length }),
        fc.shuffledSubarray([...election.candidates], { minLength: election.candidates.length }),
      ),
    );
    holds(shuffled, 0.9, ([election, ballots, all]) => {
      expect(count({ ...election, ballots, candidates: all })).toEqual(count(election));
      return true;
    });
  });

  it("ranks every candidate once; nobody wins by ballots that say nothing", { timeout: PATIENCE }, () => {
    holds(elections(method), 0.5, (election) => {
      const { ranking, winner, counted, blank, tied, tieRule } = count(election);
      expect(ranking.toSorted()).toEqual(filmsOf(election).toSorted());
      expect(counted + blank).toBe(election.ballots.length);
      expect(winner).toBe(counted === 0 ? null : ranking[0]);
      expect(tieRule === null).toBe(tied.length === 1);
      expect(firstOf(election, tied)).toBe(ranking[0]);
      return counted > 0;
    });
  });

  it("counts a film that was vetoed as if it had never been there", { timeout: PATIENCE }, () => {
    const vetoed = elections(method).chain((election) =>
      fc.tuple(fc.constant(election), fc.subarray(filmsOf(election)), fc.nat(10)),
    );
    holds(vetoed, 0.3, ([election, films, quorum]) => {
      const without = new Set(filmsOf(election).filter((film) => !films.includes(film)));
      const elected = elect({ ...election, vetoed: new Set(films), quorum });
      expect(elected.tally).toEqual(
        count({
          ...election,
          candidates: election.candidates.filter(({ film }) => without.has(film)),
          ballots: election.ballots.map((ballot) => within(ballot, without)),
        }),
      );
      expect(elected.quorumMissed).toBe(election.ballots.length < quorum);
      expect(elected.winner).toBe(elected.quorumMissed ? null : elected.tally.winner);
      return films.length > 0 && !elected.quorumMissed;
    });
  });

  it("breaks a tie of all by the rules as they were announced", { timeout: PATIENCE }, () => {
    const level = fc.tuple(candidates(4), tieBreaks, fc.nat(2)).chain(([all, tieBreak, more]) => {
      const films = all.map(({ film }) => film);
      return fc
        .array(ballotOf(method, films), { minLength: 1, maxLength: 1 + more })
        .map((ballots): Election => {
          // Every film in the place of every other: nothing but the rules tells them apart.
          const turned = films.flatMap((_, by) => {
            const turn = (film: number) => films[(films.indexOf(film) + by) % films.length] ?? film;
            return ballots.map((ballot): Election["ballots"][number] => {
              if (ballot.kind === "approval") return { ...ballot, films: ballot.films.map(turn) };
              if (ballot.kind === "ranked")
                return { ...ballot, tiers: ballot.tiers.map((tier) => tier.map(turn)) };
              return {
                ...ballot,
                scores: ballot.scores.map(({ film, score }) => ({ film: turn(film), score })),
              };
            });
          });
          return { method, candidates: all, ballots: turned, tieBreak };
        });
    });
    holds(level, 0.4, (election) => {
      const tally = count(election);
      const films = filmsOf(election);
      // Where rounds pass on what a dropped film had, only the first to leave is the rules' alone.
      if (tally.method === "irv") {
        const { tied, dropped } = tally.rounds[0] ?? {};
        expect(tied).toHaveLength(films.length > 1 ? films.length : 0);
        expect(
          films.every((film) => film === dropped || dropped == null || comesBefore(election, film, dropped)),
        ).toBe(true);
      } else {
        expect(tally.tied.toSorted()).toEqual(films.toSorted());
        expect(tally.ranking[0]).toBe(firstOf(election, films));
        const [, next] = tally.tied;
        if (next !== undefined) {
          const reached = election.tieBreak.rules.indexOf(tally.tieRule ?? "draw");
          const before = election.tieBreak.rules.slice(0, reached === -1 ? undefined : reached);
          // Without the rule that decided, and those behind it, lots are drawn.
          expect(count({ ...election, tieBreak: { ...election.tieBreak, rules: before } }).tieRule).toBe(
            "draw",
          );
        }
      }
      return films.length > 1 && tally.counted > 0;
    });
  });
});

describe("majority", () => {
  it.each(["irv", "schulze"] as const)(
    "whom more than half put first wins: %s",
    { timeout: PATIENCE },
    (method) => {
      holds(elections(method, 4), 0.05, (election) => {
        const favourite = majorityOf(election);
        if (favourite === undefined) return false;
        expect(winnerOf(election)).toBe(favourite);
        return true;
      });
    },
  );
});

describe("monotonicity: more support never costs the victory", () => {
  it("approval", { timeout: PATIENCE }, () => {
    holds(elections("approval"), 0.5, (election) => {
      const winner = winnerOf(election);
      if (winner === null) return false;
      const better = election.ballots.map((ballot) =>
        ballot.kind !== "approval" || ballot.films.includes(winner)
          ? ballot
          : { ...ballot, films: [...ballot.films, winner] },
      );
      for (const [at, ballot] of better.entries())
        expect(winnerOf(withBallots(election, election.ballots.with(at, ballot)))).toBe(winner);
      return true;
    });
  });

  it("score", { timeout: PATIENCE }, () => {
    const raised = fc.tuple(elections("score"), fc.nat(8), fc.integer({ min: 1, max: 10 }));
    holds(raised, 0.4, ([election, at, score]) => {
      const winner = winnerOf(election);
      const ballot = election.ballots[at];
      if (winner === null || ballot?.kind !== "score") return false;
      const before = ballot.scores.find(({ film }) => film === winner)?.score ?? 0;
      const others = ballot.scores.filter(({ film }) => film !== winner);
      const better = { ...ballot, scores: [...others, { film: winner, score: Math.max(before, score) }] };
      expect(winnerOf(withBallots(election, election.ballots.with(at, better)))).toBe(winner);
      return true;
    });
  });

  it("Schulze", { timeout: PATIENCE }, () => {
    const raised = fc.tuple(elections("schulze"), fc.nat(8), fc.nat(4), fc.boolean());
    holds(raised, 0.4, ([election, at, to, joins]) => {
      const winner = winnerOf(election);
      const ballot = election.ballots[at];
      if (winner === null || ballot === undefined) return false;
      const place = Math.min(placeOn(ballot, winner), tiersOf(ballot).length);
      const tiers = tiersOf(ballot).map((tier) => tier.filter((film) => film !== winner));
      const target = Math.min(to, place);
      // Into a better tier, or between two: never below where it was.
      const better: RankedBallot = {
        kind: "ranked",
        tiers: (joins && target < tiers.length
          ? tiers.with(target, [...(tiers[target] ?? []), winner])
          : tiers.toSpliced(target, 0, [winner])
        ).filter((tier) => tier.length > 0),
      };
      expect(winnerOf(withBallots(election, election.ballots.with(at, better)))).toBe(winner);
      return true;
    });
  });
});

const beats = (election: Election, a: number, b: number) =>
  preferring(election, a, b) > preferring(election, b, a);

describe("who loses to all others one against one", () => {
  it.each(["irv", "schulze"] as const)("never wins: %s", { timeout: PATIENCE }, (method) => {
    holds(elections(method), 0.2, (election) => {
      const films = filmsOf(election);
      const worst = films.find((film) =>
        films.every((other) => other === film || beats(election, other, film)),
      );
      if (worst === undefined || films.length === 1) return false;
      const { ranking } = count(election);
      if (method === "schulze") expect(ranking.at(-1)).toBe(worst);
      expect(ranking[0]).not.toBe(worst);
      return true;
    });
  });
});

describe("Schulze", () => {
  it("elects whoever beats all others", { timeout: PATIENCE }, () => {
    holds(elections("schulze"), 0.3, (election) => {
      const films = filmsOf(election);
      const best = films.find((film) =>
        films.every((other) => other === film || beats(election, film, other)),
      );
      if (best === undefined || films.length === 1) return false;
      expect(count(election)).toMatchObject({ winner: best, tied: [best] });
      return true;
    });
  });

  it("elects another where everybody wants the opposite", { timeout: PATIENCE }, () => {
    holds(elections("schulze"), 0.3, (election) => {
      const films = filmsOf(election);
      const { winner, tied } = count(election);
      if (winner === null || films.length === 1 || tied.length > 1) return false;
      const opposite = election.ballots.map((ballot): RankedBallot => {
        const tiers = tiersOf(ballot);
        const leftOut = films.filter((film) => !tiers.flat().includes(film));
        return { kind: "ranked", tiers: [leftOut, ...tiers.toReversed()].filter((tier) => tier.length > 0) };
      });
      expect(count(withBallots(election, opposite)).tied).not.toContain(winner);
      return true;
    });
  });
});

describe("independence of clones: films much like one another change nothing between the others", () => {
  const CLONES = [9_001, 9_002];

  /** An election, which film gets its like, and the election with them. */
  const cloned = (method: "irv" | "schulze") =>
    fc
      .tuple(
        // With many ballots few rounds are level.
        method === "irv" ? elections(method, 3, 30) : elections(method, 4),
        fc.nat(3),
        fc.array(fc.shuffledSubarray([0, ...CLONES], { minLength: 3 }), { minLength: 30, maxLength: 30 }),
      )
      .map(([election, which, orders]) => {
        const films = filmsOf(election);
        const original = films[which % films.length] ?? 0;
        const ballots = election.ballots.map((ballot, at): RankedBallot => {
          const order = (orders[at] ?? []).map((film) => (film === 0 ? original : film));
          const tiers = tiersOf(ballot).flatMap((tier) => {
            if (!tier.includes(original)) return [tier];
            // Alone in its tier it may be split; level with others, its like are level with them too.
            return tier.length === 1 ? order.map((film) => [film]) : [[...tier, ...CLONES]];
          });
          return { kind: "ranked", tiers };
        });
        const more = CLONES.map((film) => ({ film, since: 0 }));
        const after = { ...election, ballots, candidates: [...election.candidates, ...more] };
        return { original, before: count(election), after: count(after) };
      });

  /** Films but for those that are like the original, which count as it. */
  const without = (films: readonly number[], original: number) =>
    new Set(films.map((film) => (CLONES.includes(film) ? original : film)));

  it("Schulze, ties included", { timeout: PATIENCE }, () => {
    holds(cloned("schulze"), 0.3, ({ original, before, after }) => {
      expect(without(after.tied, original)).toEqual(new Set(before.tied));
      return before.ranking.length > 1 && before.counted > 1;
    });
  });

  it("IRV, where no round is decided by the announced rules", { timeout: PATIENCE }, () => {
    const isClear = (tally: Tally) =>
      tally.method === "irv" && tally.rounds.every(({ tied }) => tied.length === 0);
    holds(cloned("irv"), 0.03, ({ original, before, after }) => {
      if (!isClear(before) || !isClear(after) || before.ranking.length === 1) return false;
      expect(without(after.ranking.slice(0, 1), original)).toEqual(new Set(before.ranking.slice(0, 1)));
      return true;
    });
  });
});
