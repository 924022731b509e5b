/** What is due for a night, and when, whoever asks after whatever was missed. */
import { describe, expect, it } from "vitest";
import { dueJobs } from "../../../../src/events/night/jobs.js";
import { approve, HOUR, later, Played, propose, START } from "./played.js";

/** "kind@hours status": what is planned, in hours since the night began. */
const planned = ({ night }: Played, hours: number) =>
  dueJobs("n1", night, new Date(START.getTime() + hours * HOUR)).map(
    ({ kind, due, status }) => `${kind.slice(6)}@${(due.getTime() - START.getTime()) / HOUR} ${status}`,
  );

const SHOWING = { instant: later(72), zone: "Europe/Madrid" };

describe("jobs", () => {
  it("are those of voting, then those of the evening", () => {
    const played = Played.with({ showing: SHOWING, proposalsUntil: later(12), phases: "apart" });
    played.does("bea", propose(1));
    expect(planned(played, 0)).toEqual([
      "lock@12 waiting",
      "vote-reminder@23 waiting",
      "close@24 waiting",
      "showing-reminder@48 waiting",
      "showing-reminder@71.75 waiting",
    ]);
    played.at(12).does("clock", { kind: "lock" }).does("bea", approve(1)).does("ana", approve(1));
    // Everybody who takes part has voted.
    expect(planned(played, 13)).not.toContainEqual(expect.stringContaining("vote-reminder"));
    played.at(24).does("clock", { kind: "close" });
    expect(planned(played, 24)).toEqual([
      "showing-reminder@48 waiting",
      "showing-reminder@71.75 waiting",
      "attendance@75 waiting",
    ]);
    // Who came is asked for a day; of a film that nobody could be shown, never.
    expect(planned(played, 98).at(-1)).toBe("attendance@75 late");
    expect(planned(played, 99).at(-1)).toBe("attendance@75 lapsed");
    played.does("ana", { kind: "skip" });
    expect(planned(played, 75)).toEqual([]);
  });

  it("come late where nobody was there, and lapse where they are of no use any more", () => {
    const played = Played.with({ showing: SHOWING }).does("bea", propose(1));
    expect(planned(played, 23).slice(0, 2)).toEqual(["vote-reminder@23 due", "close@24 waiting"]);
    expect(planned(played, 23.5)[0]).toBe("vote-reminder@23 late");
    expect(planned(played, 25).slice(0, 2)).toEqual(["vote-reminder@23 lapsed", "close@24 late"]);
    // However late, somebody must count.
    expect(planned(played, 9_999)[1]).toBe("close@24 late");
    expect(planned(played, 71.8).slice(2)).toEqual([
      "showing-reminder@48 lapsed",
      "showing-reminder@71.75 late",
    ]);
    expect(planned(played, 72).slice(3)).toEqual(["showing-reminder@71.75 lapsed"]);
  });

  it("remind those who have not voted, unless they do not come or the night is short", () => {
    const played = Played.with()
      .does("bea", propose(1), approve(1))
      .does("carl", { kind: "answer", answer: "maybe" });
    played.does("dani", propose(2), { kind: "answer", answer: "no" });
    const people = ({ night }: Played) =>
      dueJobs("n1", night, START).find(({ kind }) => kind === "night-vote-reminder")?.people;
    expect(people(played)).toEqual(["ana", "carl"]);
    expect(people(Played.with({ deadline: later(2.9) }))).toBeUndefined();
    expect(people(Played.with({ deadline: later(3) }))).toEqual(["ana"]);
  });

  it("remind those who come of the film, unless it has just been said when", () => {
    const soon = Played.with({ deadline: later(2), showing: { instant: later(20), zone: "UTC" } });
    soon
      .does("bea", { kind: "answer", answer: "yes" }, propose(1))
      .does("carl", { kind: "answer", answer: "no" });
    const reminders = dueJobs("n1", soon.night, START).filter(
      ({ kind }) => kind === "night-showing-reminder",
    );
    expect(reminders.map(({ people }) => people)).toEqual([["bea"]]);
    expect(planned(soon, 0)).toEqual(["close@2 waiting", "showing-reminder@19.75 waiting"]);
    // Nothing won: there is nothing to come to.
    expect(planned(soon.at(2).does("clock", { kind: "close" }), 2)).toEqual([]);
  });

  it("have a key each, another one once they are moved", () => {
    const played = Played.with({ showing: SHOWING }).does("bea", propose(1));
    const keys = () => dueJobs("n1", played.night, played.now).map(({ key }) => key);
    const before = keys();
    expect(new Set(before).size).toBe(4);
    played.does("bea", { kind: "answer", answer: "yes" });
    expect(keys()).toEqual(before);
    played.does("ana", { kind: "extend", deadline: later(30) });
    const [vote, close, ...showing] = keys();
    expect(before).not.toContain(vote);
    expect(before).not.toContain(close);
    expect(showing).toEqual(before.slice(2));
    played.does("ana", { kind: "setShowing", showing: { ...SHOWING, instant: later(73) } });
    expect(before).not.toEqual(expect.arrayContaining(keys().slice(2)));
    expect(dueJobs("n2", played.night, played.now).some(({ key }) => keys().includes(key))).toBe(false);
    played.does("ana", { kind: "cancel" });
    expect(keys()).toEqual([]);
  });
});
