/** Elections counted by hand, and what is told of them. */
import { describe, expect, it } from "vitest";
import type { Candidate, TieBreak } from "../../../../src/events/voting/announced.js";
import { type Ballot, ballotFault, type Method } from "../../../../src/events/voting/ballot.js";
import { lotOf } from "../../../../src/events/voting/draw.js";
import { count, type Election, elect } from "../../../../src/events/voting/elect.js";
import { otherwise } from "../../../../src/events/voting/otherwise.js";
import { reasonOf } from "../../../../src/events/voting/reason.js";

const TIE_BREAK: TieBreak = { rules: ["firstPlaces", "earlier"], seed: "noche" };
const ids = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0) - 64);
const candidates = (letters: string): Candidate[] => ids(letters).map((film) => ({ film, since: film }));

/** `{ ABC: 3 }`: three ballots that put A before B before C; "AB=C" puts B and C level. */
function ranks(ballots: Readonly<Record<string, number>>): Ballot[] {
  return Object.entries(ballots).flatMap(([order, times]): Ballot[] => {
    const tiers = (order.match(/.(?:=.)*/gu) ?? []).map((tier) => ids(tier.replaceAll("=", "")));
    return Array.from({ length: times }, () => ({ kind: "ranked", tiers }));
  });
}

const approvals = (...ballots: readonly string[]): Ballot[] =>
  ballots.map((letters) => ({ kind: "approval", films: ids(letters) }));

const scores = (...ballots: readonly Readonly<Record<string, number>>[]): Ballot[] =>
  ballots.map((given) => ({
    kind: "score",
    scores: Object.entries(given).map(([letter, score]) => ({ film: ids(letter)[0] ?? 0, score })),
  }));

const election = (method: Method, letters: string, ballots: readonly Ballot[]): Election => ({
  method,
  candidates: candidates(letters),
  ballots,
  tieBreak: TIE_BREAK,
});

// The capital of Tennessee: Memphis, Nashville, Chattanooga, Knoxville.
const TENNESSEE = ranks({ MNCK: 42, NCKM: 26, CKNM: 15, KCNM: 17 });

describe("known elections", () => {
  it("the capital of Tennessee: rounds choose one city, pairs another", () => {
    const rounds = count(election("irv", "MNCK", TENNESSEE));
    const [M, N, C, K] = ids("MNCK");
    expect(rounds).toMatchObject({ winner: K, ranking: [K, M, N, C], decided: 2 });
    expect(rounds).toMatchObject({
      rounds: [
        { dropped: C, transfers: [{ film: K, votes: 15 }] },
        { dropped: N, transfers: [{ film: K, votes: 26 }] },
        {
          dropped: M,
          votes: [
            { film: K, votes: 58 },
            { film: M, votes: 42 },
          ],
        },
      ],
    });
    expect(reasonOf(rounds)).toEqual({
      method: "irv",
      votes: 58,
      of: 100,
      round: 3,
      dropped: [C, N],
      margin: 16,
      tie: null,
    });
    const pairs = count(election("schulze", "MNCK", TENNESSEE));
    expect(pairs).toMatchObject({ winner: N, ranking: [N, C, K, M] });
    expect(reasonOf(pairs)).toMatchObject({ beaten: 3, others: 3, votes: 68, against: 32, margin: 36 });
    expect(otherwise(election("irv", "MNCK", TENNESSEE))).toEqual({
      said: [{ method: "schulze", winner: N }],
      // All rank all: nobody says which cities are fine.
      unsaid: ["approval", "score"],
    });
  });

  it("Schulze's own of 45 ballots", () => {
    const ballots = ranks({ ACBED: 5, ADECB: 5, BEDAC: 8, CABED: 3, CAEBD: 7, CBADE: 2, DCEBA: 7, EBADC: 8 });
    const tally = count(election("schulze", "ABCDE", ballots));
    expect(tally.ranking).toEqual(ids("EACBD"));
    expect(tally).toMatchObject({
      // Rows and columns E, A, C, B, D.
      pairwise: [
        [0, 23, 21, 27, 31],
        [22, 0, 26, 20, 30],
        [24, 19, 0, 29, 17],
        [18, 25, 16, 0, 33],
        [14, 15, 28, 12, 0],
      ],
      paths: [
        [0, 25, 28, 28, 31],
        [24, 0, 28, 28, 30],
        [24, 25, 0, 29, 29],
        [24, 25, 28, 0, 33],
        [24, 25, 28, 28, 0],
      ],
    });
  });

  it("ranks level and left out: who is not named comes last", () => {
    const tally = count(election("schulze", "ABC", ranks({ "A=B": 2, B: 1, CA: 1 })));
    expect(tally.ranking).toEqual(ids("BAC"));
    expect(tally).toMatchObject({
      pairwise: [
        [0, 1, 3],
        [1, 0, 2],
        [1, 1, 0],
      ],
    });
  });

  it("approval and score, with what they rest on", () => {
    const approved = count(election("approval", "ABC", approvals("AB", "B", "BC", "A")));
    expect(approved.ranking).toEqual(ids("BAC"));
    expect(reasonOf(approved)).toEqual({ method: "approval", votes: 3, of: 4, margin: 1, tie: null });
    const scored = count(election("score", "AB", scores({ A: 10 }, { B: 6, A: 0 }, { B: 7 })));
    expect(scored).toMatchObject({
      scores: [
        { film: 2, sum: 13, scored: 2, mean: 6.5 },
        { film: 1, sum: 10, mean: 5 },
      ],
    });
    expect(reasonOf(scored)).toMatchObject({ sum: 13, mean: 6.5, scored: 2, margin: 3 });
  });
});

describe("ties", () => {
  it("more first places, then proposed earlier, then lots", () => {
    const level = election("schulze", "BA", ranks({ AB: 1, "B=A": 1, BA: 1 }));
    expect(count(level)).toMatchObject({ winner: 1, tied: [1, 2], tieRule: "earlier" });
    expect(reasonOf(count(level))).toMatchObject({ margin: 0, tie: { films: [1, 2], rule: "earlier" } });
    const together = level.candidates.map((one) => ({ ...one, since: 0 }));
    const drawn = count({ ...level, candidates: together });
    expect(drawn).toMatchObject({ tieRule: "draw" });
    expect(lotOf("noche", drawn.ranking[0] ?? 0)).toBeLessThan(lotOf("noche", drawn.ranking[1] ?? 0));
    const scored = election("score", "AB", scores({ B: 1 }, { B: 1 }, { A: 2 }));
    expect(count(scored)).toMatchObject({ winner: 2, tieRule: "firstPlaces" });
    const carried = {
      ...scored,
      candidates: candidates("AB").map((one) => ({ ...one, points: 3 - one.film })),
    };
    const tieBreak: TieBreak = { rules: ["carried", "firstPlaces"], seed: "" };
    expect(count({ ...carried, tieBreak })).toMatchObject({ winner: 1, tieRule: "carried" });
  });

  it("lots favour nobody", () => {
    const firsts = new Map<number, number>();
    for (let seed = 0; seed < 3_000; seed++) {
      const lots = [11, 12, 13].map((film) => ({ film, lot: lotOf(String(seed), film) }));
      const [first] = lots.sort((a, b) => a.lot - b.lot);
      firsts.set(first?.film ?? 0, (firsts.get(first?.film ?? 0) ?? 0) + 1);
    }
    for (const film of [11, 12, 13]) expect(Math.abs((firsts.get(film) ?? 0) - 1_000)).toBeLessThan(100);
  });

  it("in a round: who leaves is who comes last as announced", () => {
    const tally = count(election("irv", "ABC", ranks({ A: 2, B: 1, C: 1 })));
    expect(tally).toMatchObject({ rounds: [{ dropped: 3, tied: [2, 3] }, { dropped: 2 }], winner: 1 });
  });
});

describe("few ballots, few films", () => {
  it.each(["approval", "irv", "schulze", "score"] as const)("%s", (method) => {
    expect(count(election(method, "", []))).toMatchObject({
      winner: null,
      ranking: [],
      tied: [],
      tieRule: null,
    });
    const nobody = count(election(method, "AB", []));
    expect(nobody).toMatchObject({ winner: null, ranking: [1, 2], counted: 0 });
    expect(reasonOf(nobody)).toBeNull();
    const ballot = {
      approval: approvals("A"),
      irv: ranks({ A: 1 }),
      schulze: ranks({ A: 1 }),
      score: scores({ A: 1 }),
    };
    const alone = count(election(method, "A", ballot[method]));
    expect(alone).toMatchObject({ winner: 1, ranking: [1], tied: [1], tieRule: null });
    expect(reasonOf(alone)).not.toBeNull();
    // Its only film was vetoed: the ballot is there, and blank.
    const vetoed = elect({ ...election(method, "AB", ballot[method]), vetoed: new Set([1]), quorum: 1 });
    expect(vetoed).toMatchObject({ winner: null, voters: 1, quorumMissed: false, tally: { blank: 1 } });
  });

  it("a quorum that is missed leaves the count, and no winner", () => {
    const missed = elect({ ...election("approval", "AB", approvals("A")), quorum: 2 });
    expect(missed).toMatchObject({ winner: null, quorumMissed: true, tally: { winner: 1 } });
  });

  it("ballots of another method are no ballots", () => {
    expect(() => count(election("score", "AB", approvals("A")))).toThrow("score counts score ballots");
  });
});

describe("another method", () => {
  it("is told from ranks where they say it", () => {
    const short = ranks({ AB: 3, BA: 2, CB: 4 });
    expect(otherwise(election("irv", "ABC", short))).toEqual({
      // All nine name B, nobody names all three.
      said: [
        { method: "approval", winner: 2 },
        { method: "schulze", winner: 2 },
      ],
      unsaid: ["score"],
    });
    expect(count(election("irv", "ABC", short)).winner).toBe(1);
    const level = otherwise(election("schulze", "ABC", ranks({ "A=B": 1, C: 1 })));
    expect(level.unsaid).toEqual(["irv", "score"]);
    // The veto of one takes the level pair apart.
    const vetoed = { ...election("schulze", "ABC", ranks({ "A=B": 1, C: 1 })), vetoed: new Set([2]) };
    expect(otherwise(vetoed).unsaid).toEqual(["score"]);
  });

  it("is told from scores, and never from approvals", () => {
    const given = election(
      "score",
      "ABC",
      scores({ A: 10, B: 6 }, { A: 10, B: 6 }, { C: 10, B: 6 }, { C: 10, B: 6 }, { B: 5, A: 4, C: 0 }),
    );
    expect(count(given).winner).toBe(2);
    expect(otherwise(given)).toEqual({
      said: [
        { method: "approval", winner: 2 },
        { method: "irv", winner: 1 },
        { method: "schulze", winner: 2 },
      ],
      unsaid: [],
    });
    expect(otherwise(election("score", "AB", scores({ A: 3, B: 3 }))).unsaid).toEqual(["irv"]);
    expect(otherwise(election("approval", "AB", approvals("A"))).said).toEqual([]);
  });
});

describe("what is wrong with a ballot", () => {
  it.each<[Method, Ballot | undefined, number | null, object | undefined]>([
    ["approval", approvals("AB")[0], 2, undefined],
    ["approval", approvals("ABC")[0], 2, { code: "ballot_too_long", named: 3, most: 2 }],
    ["approval", approvals("")[0], null, { code: "ballot_empty" }],
    ["approval", approvals("ABA")[0], null, { code: "ballot_repeats", film: 1 }],
    ["approval", ranks({ A: 1 })[0], null, { code: "ballot_wrong_kind", expected: "approval" }],
    ["irv", ranks({ "AB=C": 1 })[0], null, { code: "ballot_ties", films: [2, 3] }],
    ["schulze", ranks({ "AB=C": 1 })[0], null, undefined],
    ["score", scores({ A: 10, B: 0 })[0], null, undefined],
    ["score", scores({ A: 0 })[0], null, { code: "ballot_empty" }],
    ["score", scores({ A: 11 })[0], null, { code: "ballot_score_range", film: 1, highest: 10 }],
    ["score", scores({ A: 5, B: 1.5 })[0], null, { code: "ballot_score_range", film: 2, highest: 10 }],
  ])("%s %o, at most %s", (method, ballot, most, fault) => {
    expect(ballot && ballotFault(method, ballot, most)).toEqual(fault);
  });
});
