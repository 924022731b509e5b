/** How a night came out, and why, in figures. */
import { describe, expect, it } from "vitest";
import type { NightCommand } from "../../../../src/events/night/command.js";
import { outcome, shownTally } from "../../../../src/events/night/outcome.js";
import { approve, later, Played, propose } from "./played.js";

const rank = (...films: readonly number[]): NightCommand => ({
  kind: "vote",
  ballot: { kind: "ranked", tiers: films.map((film) => [film]) },
});

const give = (scores: Readonly<Record<number, number>>): NightCommand => ({
  kind: "vote",
  ballot: {
    kind: "score",
    scores: Object.entries(scores).map(([film, score]) => ({ film: Number(film), score })),
  },
});

const CLOSE = { kind: "close" } as const;

describe("an outcome", () => {
  it("tells the winner, by how much, and what comes next", () => {
    const played = Played.with().does("ana", propose(1), propose(2), propose(3));
    played.does("bea", approve(2, 3)).does("carl", approve(2)).does("dani", approve(3), approve(1, 2));
    expect(outcome(played.night)).toMatchObject({ final: false, winner: 2, second: 1, voters: 3 });
    played.does("ana", CLOSE);
    expect(outcome(played.night)).toMatchObject({
      final: true,
      winner: 2,
      second: 1,
      skipped: [],
      reason: { method: "approval", votes: 3, of: 3, margin: 2, tie: null },
      quorumMissed: false,
      // Approvals say nothing of other methods.
      otherwise: { differing: [], agreeing: [], unsaid: ["irv", "schulze", "score"] },
    });
    played.does("ana", { kind: "skip" });
    // The figures are still those of the vote.
    expect(outcome(played.night)).toMatchObject({ winner: 1, second: 3, skipped: [2], reason: { votes: 3 } });
  });

  it("tells which method would have chosen otherwise", () => {
    const played = Played.with({ method: "irv" }).does("mod", propose(1), propose(2), propose(3));
    for (const one of ["a", "b", "c", "d"]) played.does(one, rank(1, 2));
    for (const one of ["e", "f", "g"]) played.does(one, rank(3, 2));
    played.does("h", rank(2, 3)).does("i", rank(2, 1));
    played.does("ana", CLOSE);
    expect(outcome(played.night)).toMatchObject({
      winner: 1,
      reason: { method: "irv", votes: 5, of: 9, round: 2, dropped: [2], margin: 1 },
      otherwise: {
        differing: [
          { method: "approval", winner: 2 },
          { method: "schulze", winner: 2 },
        ],
        unsaid: ["score"],
      },
    });
  });

  it("is decided by what was announced where films are level", () => {
    const played = Played.with({ method: "score" }).does("ana", propose(1), propose(2));
    played
      .does("bea", give({ 1: 4, 2: 8 }))
      .does("carl", give({ 1: 7, 2: 3 }))
      .does("ana", CLOSE);
    expect(outcome(played.night)).toMatchObject({
      winner: 1,
      reason: { method: "score", sum: 11, mean: 5.5, margin: 0, tie: { films: [1, 2], rule: "earlier" } },
      otherwise: { agreeing: ["approval", "irv", "schulze"], differing: [] },
    });
  });

  it("is none where too few voted, nobody did, or it was called off", () => {
    const few = Played.with({ quorum: 2 }).does("bea", propose(1), approve(1)).does("ana", CLOSE);
    expect(outcome(few.night)).toMatchObject({
      winner: null,
      second: null,
      voters: 1,
      quorum: 2,
      quorumMissed: true,
      reason: { votes: 1 },
    });
    expect(
      outcome(Played.with({ quorum: 0 }).does("bea", propose(1)).does("ana", CLOSE).night),
    ).toMatchObject({
      winner: null,
      reason: null,
      quorumMissed: false,
    });
    const off = Played.with().does("bea", propose(1), approve(1)).does("ana", { kind: "cancel" });
    expect(outcome(off.night)).toMatchObject({ final: true, winner: null, voters: 1 });
  });

  it("is kept to itself while people vote, where votes are hidden", () => {
    const hidden = Played.with({ tally: "hidden" }).does("bea", propose(1), approve(1)).at(25);
    expect(shownTally(hidden.night)).toBeNull();
    expect(shownTally(hidden.does("clock", CLOSE).night)).toMatchObject({ winner: 1 });
    const open = Played.with({ deadline: later(1) }).does("bea", propose(1), approve(1));
    expect(shownTally(open.night)).toMatchObject({ winner: 1 });
  });
});
