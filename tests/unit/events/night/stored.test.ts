/** Events on their way to the store and back. */
import { describe, expect, it } from "vitest";
import {
  NIGHT_EVENT_KINDS,
  readStored,
  toStored,
  UnreadableEvent,
} from "../../../../src/events/night/events/stored.js";
import { upcast } from "../../../../src/events/night/events/upcast.js";
import { fold } from "../../../../src/events/night/evolve.js";
import { approve, later, Played, propose } from "./played.js";

/** A night in which everything happens that can. */
function everything(): Played {
  const played = Played.with({ carried: [{ film: 50, points: 2 }] });
  played.does("bea", propose(1), propose(2), { kind: "withdraw", film: 2 }).does("carl", propose(3));
  played.does("mod", { kind: "ban", film: 3 }, { kind: "unban", film: 3 });
  played.does("bea", approve(1), { kind: "retract" }, approve(1, 3)).does("dani", approve(3));
  played.does("carl", { kind: "veto", film: 1 }).does("mod", { kind: "liftVeto", film: 1, of: "carl" });
  played.does("ana", { kind: "lock" }, { kind: "extend", deadline: later(30) }, { kind: "cancel" });
  played.does("ana", { kind: "reopen", deadline: later(20) }).does("dani", { kind: "leave" });
  played.does("ana", { kind: "setShowing", showing: { instant: later(22), zone: "America/Lima" } });
  played.does("bea", { kind: "answer", answer: "maybe" }).at(20).does("clock", { kind: "close" });
  played.does("ana", { kind: "skip" }, { kind: "carryOver", most: 3 }, { kind: "handOver", to: "bea" });
  played.does("bea", { kind: "stepDown" }).does("dani", { kind: "takeLead" });
  return played.at(23).does("dani", { kind: "attend", came: true, person: "carl" });
}

describe("a stored event", () => {
  const { events, night } = everything();

  it("comes back as it was, whatever happened", () => {
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(NIGHT_EVENT_KINDS));
    expect(events.map((event) => readStored(toStored(event)))).toEqual(events);
    expect(fold(events.map((event) => readStored(toStored(event))))).toEqual(night);
  });

  it("names people beside its body alone, so that they can be made unknown", () => {
    const stored = events.map(toStored);
    // Keys are the platform's, and here have names.
    for (const { body } of stored)
      for (const name of ["ana", "bea", "carl", "dani", "mod"])
        expect(body.replace(/"key":"[^"]*"/u, "")).not.toContain(`"${name}"`);
    const unknown = (name: string | undefined) => (name === "bea" ? "gone:1" : name);
    const without = fold(
      stored.map(({ by, about, ...event }) =>
        readStored({ ...event, by: unknown(by), about: unknown(about) }),
      ),
    );
    expect(without?.ending).toEqual(night.ending);
    expect(without?.ballots.get("gone:1")).toEqual(night.ballots.get("bea"));
    expect(without?.ballots.has("bea")).toBe(false);
  });

  const [opened] = events.map(toStored);
  const changed = (change: object) => ({
    at: new Date(0),
    body: JSON.stringify({ ...JSON.parse(opened?.body ?? "{}"), ...change }),
  });

  it.each<[object, RegExp]>([
    [{ kind: "danced" }, /“danced” of version 1: no such kind; there are opened, /u],
    [{ v: 7 }, /“opened” of version 7: this program knows versions up to 1/u],
    [{ v: "1" }, /no event: it lacks kind or version/u],
    [{ rules: { title: "" } }, /“opened” of version 1: rules\./u],
    [{ extra: 1 }, /“opened” of version 1: .*extra/u],
    [{ key: "" }, /“opened” of version 1: key/u],
  ])("that is none of ours is refused: %o", (change, message) => {
    expect(() => readStored(changed(change))).toThrow(UnreadableEvent);
    expect(() => readStored(changed(change))).toThrow(message);
  });

  it("that is cut off is refused", () => {
    const body = opened?.body.slice(0, -1) ?? "";
    expect(() => readStored({ at: new Date(0), body })).toThrow(UnreadableEvent);
  });

  it("of an older version is brought up to date step by step, and stored as it was", () => {
    const steps = new Map<number, (event: object) => Record<string, unknown>>([
      [1, (event: object) => ({ ...event, v: 2, second: true })],
      [2, (event: object) => ({ ...event, v: 3, third: true })],
    ]);
    const old = { v: 1, kind: "opened" };
    expect(upcast(old, steps, 3)).toEqual({ v: 3, kind: "opened", second: true, third: true });
    expect(upcast({ ...old, v: 3 }, steps, 3)).toEqual({ v: 3, kind: "opened" });
    expect(upcast({ ...old, v: 4 }, steps, 3)).toBeUndefined();
    expect(upcast({ ...old, v: 0 }, steps, 3)).toBeUndefined();
    expect(old).toEqual({ v: 1, kind: "opened" });
  });
});
