/** What may be done in a night, by whom and when; and what people are told where it may not. */
import { describe, expect, it } from "vitest";
import { winnerOf } from "../../../../src/events/night/ended.js";
import { ballotOf, running } from "../../../../src/events/night/running.js";
import { approve, later, Played, propose, RULES, START } from "./played.js";

const films = ({ night }: Played) => running(night).map(({ film }) => film);

describe("a night is opened", () => {
  const opening = (rules: object) => ({ kind: "open", rules: { ...RULES, ...rules } }) as const;

  it("once, by a person", () => {
    Played.with().refuses("ana", opening({}), { code: "night_exists" });
    new Played().refuses("clock", opening({}), { code: "not_by_clock" });
    new Played().refuses("ana", approve(1), { code: "no_night" });
  });

  it.each([
    [{ title: "  " }, "title"],
    [{ votesEach: 0 }, "votesEach"],
    [{ tieBreak: { rules: [], seed: "" } }, "tieBreak"],
    [{ showing: { instant: later(30), zone: "Europe/Narnia" } }, "showing"],
    [{ proposalsUntil: later(24) }, "proposalsUntil"],
    [{ proposalsUntil: later(-1) }, "proposalsUntil"],
    [{ deadline: "mañana" }, "deadline"],
    [{ carried: [1, 1].map((film) => ({ film, points: 1 })) }, "carried"],
  ])("with rules that hold together: not %o", (rules, rule) => {
    new Played().refuses("ana", opening(rules), { code: "bad_rule", rule });
  });

  it("for a minute to 30 days, and before the film begins", () => {
    const minute = 1 / 60;
    const range = { code: "deadline_range", earliest: later(minute), latest: later(720) };
    new Played().refuses("ana", opening({ deadline: later(minute - 0.001) }), range);
    new Played().refuses("ana", opening({ deadline: later(720.001) }), range);
    new Played().does("ana", opening({ deadline: later(minute) }));
    new Played().does("ana", opening({ deadline: later(720) }));
    const showing = (hours: number) => ({ showing: { instant: later(hours), zone: "America/Bogota" } });
    new Played().refuses("ana", opening(showing(-1)), { code: "showing_past" });
    new Played().refuses("ana", opening(showing(23)), {
      code: "showing_before_deadline",
      deadline: later(24),
    });
    new Played().does("ana", opening(showing(24)));
  });
});

describe("films", () => {
  it("are proposed once, so many a person; the leader and moderators as many as they like", () => {
    const played = Played.with().does("bea", propose(1), propose(2));
    played.refuses("carl", propose(1), { code: "already_proposed", film: 1, by: "bea" });
    played.refuses("bea", propose(3), { code: "too_many_proposals", most: 2 });
    played.does("ana", propose(3), propose(4), propose(5)).does("mod", propose(6), propose(7), propose(8));
    // Withdrawn, it makes room, for another and for being proposed again.
    played.does("bea", { kind: "withdraw", film: 1 }, propose(9)).does("carl", propose(1));
    expect(films(played).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    played.refuses(
      "bea",
      { kind: "withdraw", film: 1 },
      { code: "proposed_by_another", film: 1, by: "carl" },
    );
    played.refuses("bea", { kind: "withdraw", film: 10 }, { code: "not_proposed", film: 10 });
    played.does("mod", { kind: "withdraw", film: 1 });
  });

  it("have room for fifty", () => {
    const carried = Array.from({ length: 50 }, (_, at) => ({ film: at + 1, points: 0 }));
    Played.with({ carried }).refuses("mod", propose(99), { code: "night_full", most: 50 });
  });

  it("fit the night: not too long, offered there, not seen before", () => {
    const played = Played.with({ runtimeLimit: 120, platform: "netflix" });
    played.refuses("bea", propose(1, { runtime: 121 }), {
      code: "film_too_long",
      film: 1,
      runtime: 121,
      most: 120,
    });
    played.refuses("bea", propose(1, { offered: false }), {
      code: "film_not_offered",
      film: 1,
      platform: "netflix",
    });
    const seen = propose(1, { seenAt: later(-999) });
    played.refuses("bea", seen, { code: "already_seen", film: 1, at: later(-999) });
    played.refuses("ana", seen, { code: "already_seen", film: 1, at: later(-999) });
    played.does("mod", seen).does("bea", propose(2, { runtime: 120, offered: true }), propose(3));
  });

  it("are proposed by the leader alone, where that is the rule", () => {
    const played = Played.with({ proposedBy: "leader" });
    played.refuses("bea", propose(1), { code: "leader_only", leader: "ana" });
    played.does("ana", propose(1)).does("mod", propose(2));
  });

  it("are banned by moderators alone; what was said for them counts again when they may run", () => {
    const played = Played.with().does("bea", propose(1)).does("carl", propose(2), approve(1, 2));
    played.refuses("ana", { kind: "ban", film: 1 }, { code: "moderators_only" });
    played.refuses("mod", { kind: "ban", film: 9 }, { code: "not_proposed", film: 9 });
    played.does("mod", { kind: "ban", film: 1 }).changesNothing("mod", { kind: "ban", film: 1 });
    played.refuses("dani", propose(1), { code: "film_banned", film: 1 });
    played.refuses("dani", approve(1), { code: "out_of_running", films: [1] });
    expect(ballotOf(played.night, "carl")).toEqual({ kind: "approval", films: [2] });
    played.does("mod", { kind: "unban", film: 1 });
    expect(ballotOf(played.night, "carl")).toEqual({ kind: "approval", films: [1, 2] });
  });
});

describe("votes", () => {
  it("are one a person, changed and taken back", () => {
    const played = Played.with({ votesEach: 2 }).does("ana", propose(1), propose(2), propose(3));
    played.does("bea", approve(1)).changesNothing("bea", approve(1)).does("bea", approve(2, 3));
    expect([...played.night.ballots]).toEqual([["bea", { kind: "approval", films: [2, 3] }]]);
    played.refuses("bea", approve(1, 2, 3), { code: "ballot_too_long", named: 3, most: 2 });
    played.refuses("bea", approve(8), { code: "not_proposed", film: 8 });
    played.refuses("bea", approve(), { code: "ballot_empty" });
    played.refuses(
      "bea",
      { kind: "vote", ballot: { kind: "ranked", tiers: [[1]] } },
      { code: "ballot_wrong_kind", expected: "approval" },
    );
    played.does("bea", { kind: "retract" }).refuses("bea", { kind: "retract" }, { code: "no_ballot" });
  });

  it("are refused from the deadline on, though nobody closed", () => {
    const played = Played.with().does("ana", propose(1)).at(24);
    const passed = { code: "deadline_passed", deadline: later(24) };
    played.refuses("bea", approve(1), passed).refuses("bea", { kind: "retract" }, passed);
    played.refuses("bea", propose(2), passed).refuses("bea", { kind: "veto", film: 1 }, passed);
    played.at(23.999).does("bea", approve(1));
  });

  it("begin when proposing is over, where they go on apart", () => {
    const played = Played.with({ phases: "apart", proposalsUntil: later(6) }).does(
      "bea",
      propose(1),
      propose(2),
    );
    played.refuses("bea", approve(1), { code: "voting_not_begun", from: later(6) });
    played.refuses("clock", { kind: "lock" }, { code: "not_due", at: later(6) });
    // By the clock, before anybody says so.
    played.at(6).does("bea", approve(1)).refuses("carl", propose(3), { code: "proposals_over" });
    played.refuses("bea", { kind: "withdraw", film: 2 }, { code: "proposals_over" });
    played
      .does("ana", { kind: "withdraw", film: 2 })
      .does("clock", { kind: "lock" })
      .changesNothing("clock", { kind: "lock" });
  });

  it("begin when whoever leads says so", () => {
    const played = Played.with({ phases: "apart" }).does("bea", propose(1));
    played.refuses("bea", { kind: "lock" }, { code: "leader_only", leader: "ana" });
    played.refuses("clock", { kind: "lock" }, { code: "not_due", at: null });
    played.does("ana", { kind: "lock" }).changesNothing("mod", { kind: "lock" }).does("bea", approve(1));
  });
});

describe("vetoes", () => {
  it("are counted, lifted by whose they are, and by moderators", () => {
    const played = Played.with()
      .does("ana", propose(1), propose(2), propose(3))
      .does("bea", { kind: "veto", film: 1 });
    played.changesNothing("bea", { kind: "veto", film: 1 });
    played.refuses("bea", { kind: "veto", film: 2 }, { code: "too_many_vetoes", most: 1 });
    played.refuses("carl", { kind: "veto", film: 1 }, { code: "film_vetoed", film: 1 });
    played.refuses("carl", { kind: "veto", film: 9 }, { code: "not_proposed", film: 9 });
    played.does("mod", { kind: "veto", film: 2 }, { kind: "veto", film: 3 });
    expect(films(played)).toEqual([]);
    played.refuses("carl", { kind: "liftVeto", film: 1 }, { code: "film_not_vetoed", film: 1 });
    played.refuses("ana", { kind: "liftVeto", film: 1, of: "bea" }, { code: "moderators_only" });
    played.does("mod", { kind: "liftVeto", film: 1, of: "bea" }, { kind: "liftVeto", film: 2 });
    expect(films(played)).toEqual([1, 2]);
    played.does("ana", { kind: "withdraw", film: 1 }).does("bea", { kind: "veto", film: 2 });
    played
      .does("ana", { kind: "withdraw", film: 2 })
      .refuses("ana", propose(2), { code: "film_vetoed", film: 2 });
  });
});

describe("the course of a night", () => {
  it("is its leader's and the moderators'", () => {
    const played = Played.with().does("bea", propose(1), approve(1));
    const leader = { code: "leader_only", leader: "ana" };
    for (const kind of ["close", "cancel", "lock"] as const) played.refuses("bea", { kind }, leader);
    played.refuses("bea", { kind: "extend", deadline: later(48) }, leader);
    played.refuses("bea", { kind: "handOver", to: "bea" }, leader);
    played.refuses("bea", { kind: "setShowing", showing: null }, leader);
    played
      .does("ana", { kind: "handOver", to: "bea" })
      .changesNothing("bea", { kind: "handOver", to: "bea" });
    played.refuses("ana", { kind: "close" }, { code: "leader_only", leader: "bea" });
    played.does("mod", { kind: "handOver", to: "mod" });
    expect(played.night.leader).toBe("mod");
    played
      .does("mod2", { kind: "close" })
      .refuses("bea", { kind: "skip" }, { code: "leader_only", leader: "mod" });
  });

  it("is taken over where nobody leads it any more, by whoever is first; by moderators at any time", () => {
    const played = Played.with().refuses("bea", { kind: "stepDown" }, { code: "leader_only", leader: "ana" });
    played.refuses("bea", { kind: "takeLead" }, { code: "leader_only", leader: "ana" });
    played.does("ana", { kind: "stepDown" }).changesNothing("mod", { kind: "stepDown" });
    played.refuses("ana", { kind: "close" }, { code: "leader_only", leader: null });
    played.does("bea", { kind: "takeLead" }).changesNothing("bea", { kind: "takeLead" });
    played.refuses("ana", { kind: "takeLead" }, { code: "leader_only", leader: "bea" });
    played.does("mod", { kind: "takeLead" });
    expect(played.night.leader).toBe("mod");
    // Who is deleted leads nothing any more.
    played.does("mod", { kind: "leave" }).does("ana", { kind: "takeLead" }, { kind: "close" });
    expect(played.night.leader).toBe("ana");
  });

  it("ends at the deadline by itself, or before by hand; once", () => {
    const played = Played.with().does("bea", propose(1), approve(1)).at(23);
    played.refuses("clock", { kind: "close" }, { code: "not_due", at: later(24) });
    played.refuses("clock", { kind: "cancel" }, { code: "not_by_clock" });
    played.at(24).does("clock", { kind: "close" }).changesNothing("clock", { kind: "close" });
    expect(played.events.at(-1)).toMatchObject({ kind: "closed", by: null, winner: 1, ranking: [1] });
    played
      .refuses("ana", { kind: "close" }, { code: "closed" })
      .refuses("bea", approve(1), { code: "closed" });
    const early = Played.with().does("ana", { kind: "close" });
    expect(early.events.at(-1)).toMatchObject({ kind: "closed", by: "ana", winner: null, ranking: [] });
    early.at(24).changesNothing("clock", { kind: "close" });
  });

  it("goes on longer, or again", () => {
    const played = Played.with({ showing: { instant: later(30), zone: "Europe/Madrid" } }).does(
      "bea",
      propose(1),
    );
    played.refuses(
      "ana",
      { kind: "extend", deadline: later(24) },
      { code: "deadline_not_later", deadline: later(24) },
    );
    played.refuses(
      "ana",
      { kind: "extend", deadline: later(31) },
      { code: "deadline_after_showing", at: later(30) },
    );
    played.refuses("ana", { kind: "reopen", deadline: later(28) }, { code: "not_closed" });
    played
      .does("ana", { kind: "extend", deadline: later(26) })
      .at(25)
      .does("bea", approve(1));
    played
      .at(26)
      .refuses(
        "ana",
        { kind: "extend", deadline: later(28) },
        { code: "deadline_passed", deadline: later(26) },
      );
    played
      .does("clock", { kind: "close" })
      .does("ana", { kind: "reopen", deadline: later(28) })
      .does("carl", approve(1));
    played.at(28).does("clock", { kind: "close" });
    expect(played.night.ballots.size).toBe(2);
  });

  it("is called off, and taken up again", () => {
    const played = Played.with()
      .does("ana", propose(1), { kind: "cancel" })
      .changesNothing("mod", { kind: "cancel" });
    const cancelled = { code: "cancelled" };
    played.refuses("bea", approve(1), cancelled).refuses("ana", { kind: "close" }, cancelled);
    played
      .refuses("bea", { kind: "answer", answer: "yes" }, cancelled)
      .refuses("ana", { kind: "skip" }, cancelled);
    played.at(24).changesNothing("clock", { kind: "close" });
    played.does("mod", { kind: "reopen", deadline: later(30) }).does("bea", approve(1));
  });
});

describe("the evening", () => {
  const played = () =>
    Played.with()
      .does("ana", propose(1), propose(2), propose(3))
      .does("bea", approve(1, 2))
      .does("carl", approve(1))
      .does("dani", approve(3, 2, 1))
      .at(24)
      .does("clock", { kind: "close" });

  it("has a time in a zone, not in the past", () => {
    const one = Played.with();
    const showing = { instant: later(48), zone: "America/Mexico_City" };
    one
      .does("ana", { kind: "setShowing", showing })
      .changesNothing("mod", { kind: "setShowing", showing: { ...showing } });
    const set = (instant: string) => ({ kind: "setShowing", showing: { instant, zone: "UTC" } }) as const;
    one.refuses("ana", set(later(-1)), { code: "showing_past" });
    one.refuses("ana", set(later(12)), { code: "showing_before_deadline", deadline: later(24) });
    one.refuses("ana", set("pronto"), { code: "bad_rule", rule: "showing" });
    one.does("ana", { kind: "close" }, set(later(12)), { kind: "setShowing", showing: null });
    expect(one.night.showing).toBeNull();
  });

  it("has people who mean to come, and those who came", () => {
    const one = Played.with({ showing: { instant: later(30), zone: "UTC" } });
    one.does("bea", { kind: "answer", answer: "maybe" }, { kind: "answer", answer: "yes" });
    one.changesNothing("bea", { kind: "answer", answer: "yes" });
    one.refuses("bea", { kind: "attend", came: true }, { code: "not_closed" });
    one.at(24).does("clock", { kind: "close" });
    one.refuses("bea", { kind: "attend", came: true }, { code: "not_shown_yet", at: later(30) });
    one
      .at(30)
      .does("bea", { kind: "attend", came: true })
      .does("ana", { kind: "attend", came: false, person: "carl" });
    one.changesNothing("mod", { kind: "attend", came: true, person: "bea" });
    one.refuses(
      "bea",
      { kind: "attend", came: true, person: "carl" },
      { code: "leader_only", leader: "ana" },
    );
    expect([...one.night.attendance]).toEqual([
      ["bea", true],
      ["carl", false],
    ]);
  });

  it("shows the next film where the winner cannot be shown, until there is none", () => {
    const one = played();
    one.does("ana", { kind: "skip" }, { kind: "skip" }).does("mod", { kind: "skip" });
    expect(one.night.skipped).toEqual([1, 2, 3]);
    one.refuses("ana", { kind: "skip" }, { code: "no_winner" });
    // Voted on again, they do not run, unless a moderator lets one.
    one.does("ana", { kind: "reopen", deadline: later(30) }).does("mod", { kind: "unban", film: 2 });
    expect(films(one)).toEqual([2]);
    expect(winnerOf(one.does("ana", { kind: "close" }).night)).toBe(2);
  });

  it("passes on what lost, once, and it wins ties where that is the rule", () => {
    const one = played();
    one.refuses("bea", { kind: "carryOver", most: 5 }, { code: "leader_only", leader: "ana" });
    one
      .does("ana", { kind: "carryOver", most: 5 })
      .refuses("ana", { kind: "carryOver", most: 5 }, { code: "already_carried_over" });
    const carried = one.night.carriedOver ?? [];
    expect(carried).toEqual([
      { film: 2, points: 2 },
      { film: 3, points: 1 },
    ]);
    const next = Played.with({ carried, tieBreak: { rules: ["carried"], seed: "x" } });
    next.does("bea", propose(9)).refuses("carl", propose(2), { code: "already_proposed", film: 2, by: null });
    next
      .does("bea", approve(9))
      .does("carl", approve(2))
      .does("dani", approve(3))
      .does("ana", { kind: "close" }, { kind: "carryOver", most: 1 });
    expect(next.events.at(-2)).toMatchObject({ winner: 2, ranking: [2, 3, 9] });
    expect(next.night.carriedOver).toEqual([{ film: 3, points: 2 }]);
    Played.with()
      .does("ana", { kind: "close" })
      .refuses("ana", { kind: "carryOver", most: 1 }, { code: "nothing_to_carry_over" });
  });
});

describe("whoever goes", () => {
  it("takes ballot, vetoes and answer along; what was counted stays counted", () => {
    const played = Played.with()
      .does("bea", propose(1), approve(1), { kind: "answer", answer: "yes" })
      .does("carl", propose(2), { kind: "veto", film: 1 });
    played
      .does("bea", { kind: "leave" })
      .does("carl", { kind: "leave" })
      .changesNothing("dani", { kind: "leave" });
    const { ballots, vetoes, answers } = played.night;
    expect([ballots.size, vetoes.size, answers.size]).toEqual([0, 0, 0]);
    expect(films(played)).toEqual([1, 2]);
    played.does("bea", approve(1)).does("ana", { kind: "close" }).changesNothing("bea", { kind: "leave" });
    expect(played.night.ballots.size).toBe(1);
  });
});

it("the same key happens once, whatever is asked under it", () => {
  const played = Played.with().does("bea", propose(1));
  expect(played.ask("bea", approve(1), "press")).toMatchObject({
    ok: true,
    events: [{ key: "press", at: played.now.toISOString() }],
  });
  played.changesNothing("bea", approve(1), "press").changesNothing("bea", { kind: "retract" }, "press");
  played.changesNothing("ana", { kind: "open", rules: RULES }, played.events[0]?.key);
  expect(START.toISOString()).toBe(played.events[0]?.at);
});
