/** Nights over a real store: nothing lost, nothing twice, whoever asks at the same time and however often. */
import { describe, expect, it } from "vitest";
import type { NightCommand } from "../../../src/events/night/command.js";
import { outcome } from "../../../src/events/night/outcome.js";
import { openNights, pastNights, seenInNights, waitingFilms } from "../../../src/nights/lists.js";
import { type Asking, handle, leaveNights, openNight, readNight } from "../../../src/nights/nights.js";
import type { Store } from "../../../src/store/port.js";
import { Clock, HOUR, lastingFile, rulesOf } from "../../support/nights.js";

const COMMUNITY = "fake:10";
const PLACE = { platform: "fake", server: "10", chat: "100" };
const LEADER = "fake:1";
const NOBODY_KNOWS = { runtime: null, offered: null, seenAt: null };

const asPerson = (person: string, moderates = false) => ({ person, moderates });

async function opened(store: Store, clock: Clock, changes: Parameters<typeof rulesOf>[1] = {}, key = "open") {
  const handled = await openNight(
    store,
    {
      community: COMMUNITY,
      place: PLACE,
      tag: "es",
      zone: "Europe/Madrid",
      from: [],
      command: { kind: "open", rules: rulesOf(clock, changes) },
    },
    { key, now: clock.now(), actor: asPerson(LEADER) },
  );
  if (!handled.ok) throw new Error(handled.refusal.code);
  return handled.kept;
}

async function did(store: Store, clock: Clock, id: string, person: string, asking: Asking, key?: string) {
  const handled = await handle(store, id, asking, { key, now: clock.now(), actor: asPerson(person) });
  if (!handled.ok) throw new Error(handled.refusal.code);
  return handled.kept;
}

const propose = (film: number): NightCommand => ({ kind: "propose", film, facts: NOBODY_KNOWS });
const approve = (...films: number[]): NightCommand => ({ kind: "vote", ballot: { kind: "approval", films } });

describe("a night", () => {
  it("opened twice by one delivery is one night, and two deliveries are two", async () => {
    const [store, clock] = [await lastingFile().open(), new Clock()];
    const first = await opened(store, clock);
    expect((await opened(store, clock)).id).toBe(first.id);
    const second = await opened(store, clock, {}, "another");
    expect(second.id).not.toBe(first.id);
    expect((await openNights(store, COMMUNITY)).map(({ id }) => id).sort()).toEqual(
      [first.id, second.id].sort(),
    );
    expect(first.id).toMatch(/^[\w-]{12}$/u);
  });

  it("counts each of many who press at once, in two processes, and deliveries that come again once", async () => {
    const file = lastingFile();
    const [one, other, clock] = [await file.open(), await file.open(), new Clock()];
    const { id } = await opened(one, clock);
    await did(one, clock, id, LEADER, propose(1));
    await did(other, clock, id, LEADER, propose(2));
    // A toggle that is delivered again must not take the vote back.
    const toggled: Asking = (night) => (night.ballots.has("fake:3") ? { kind: "retract" } : approve(1));
    await Promise.all([
      did(one, clock, id, "fake:3", toggled, "again"),
      did(other, clock, id, "fake:3", toggled, "again"),
    ]);
    await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        did(at % 2 === 0 ? one : other, clock, id, `fake:${100 + at}`, approve(at % 3 === 0 ? 1 : 2)),
      ),
    );
    for (const store of [one, other]) {
      const kept = await readNight(store, id);
      expect(kept?.night.ballots.size).toBe(31);
      expect(outcome((kept ?? (await opened(store, clock))).night).tally.winner).toBe(2);
    }
    const events = await one.nights.events(id, 0);
    expect(events.map(({ number }) => number)).toEqual(events.map((_, at) => at + 1));
  });

  it("stands as it stood when the store is opened again", async () => {
    const [file, clock] = [lastingFile(), new Clock()];
    const store = await file.open();
    const { id } = await opened(store, clock, { method: "schulze" });
    for (const film of [1, 2, 3]) await did(store, clock, id, LEADER, propose(film));
    const ranked = (...films: number[]): NightCommand => ({
      kind: "vote",
      ballot: { kind: "ranked", tiers: films.map((film) => [film]) },
    });
    await did(store, clock, id, "fake:3", ranked(3, 1));
    await did(store, clock, id, "fake:4", ranked(2));
    const before = await readNight(store, id);
    await store.close();
    const after = await readNight(await file.open(), id);
    expect(after).toEqual(before);
  });

  it("keeps its jobs with what happens: moved with the deadline, gone once it is over", async () => {
    const [store, clock] = [await lastingFile().open(), new Clock()];
    const { id } = await opened(store, clock);
    const pending = async () =>
      (await store.jobs.pending({ night: id })).map(({ kind, due }) => [kind, due.toISOString()]);
    const kinds = async () => (await pending()).filter(([kind]) => kind !== "night-redraw");
    const deadline = clock.in(24 * HOUR).toISOString();
    expect(await kinds()).toEqual([
      ["night-vote-reminder", clock.in(23 * HOUR).toISOString()],
      ["night-close", deadline],
    ]);
    const later = clock.in(30 * HOUR).toISOString();
    await did(store, clock, id, LEADER, { kind: "extend", deadline: later });
    await did(store, clock, id, LEADER, propose(1));
    // Nobody is left to be reminded.
    await did(store, clock, id, LEADER, approve(1));
    expect(await kinds()).toEqual([["night-close", later]]);
    // All that happens within a few seconds is drawn at once.
    const redraws = (await pending()).filter(([kind]) => kind === "night-redraw");
    expect(redraws).toEqual([["night-redraw", clock.in(4_000).toISOString()]]);
    await did(store, clock, id, LEADER, { kind: "close" });
    expect(await kinds()).toEqual([]);
    expect(await openNights(store, COMMUNITY)).toEqual([]);
    await did(store, clock, id, LEADER, { kind: "reopen", deadline: clock.in(HOUR).toISOString() });
    expect(await kinds()).toEqual([["night-close", clock.in(HOUR).toISOString()]]);
    expect(await openNights(store, COMMUNITY)).toHaveLength(1);
  });

  it("says no with a reason, and nothing happens", async () => {
    const [store, clock] = [await lastingFile().open(), new Clock()];
    const { id } = await opened(store, clock);
    const context = { now: clock.now(), actor: asPerson("fake:9") };
    expect(await handle(store, id, { kind: "close" }, context)).toMatchObject({
      ok: false,
      refusal: { code: "leader_only" },
    });
    expect(await handle(store, "of-nobody", { kind: "close" }, context)).toEqual({
      ok: false,
      refusal: { code: "no_night" },
    });
    expect(await store.nights.events(id, 0)).toHaveLength(1);
  });

  it("leaves what was seen and what waits for the next night", async () => {
    const [store, clock] = [await lastingFile().open(), new Clock()];
    const { id } = await opened(store, clock);
    for (const film of [1, 2, 3]) await did(store, clock, id, LEADER, propose(film));
    await did(store, clock, id, "fake:3", approve(1, 2));
    await did(store, clock, id, "fake:4", approve(1));
    await did(store, clock, id, LEADER, { kind: "close" });
    await did(store, clock, id, LEADER, { kind: "carryOver", most: 5 });
    expect([...(await seenInNights(store, COMMUNITY, clock.now())).keys()]).toEqual([1]);
    expect(await waitingFilms(store, COMMUNITY)).toEqual({ films: [{ film: 2, points: 1 }], from: [id] });
    expect(await pastNights(store, COMMUNITY, { from: 0, size: 5 })).toMatchObject({
      total: 1,
      items: [{ id, title: "Noche de prueba", winner: 1, voters: 2 }],
    });
    expect(await waitingFilms(store, "fake:another")).toEqual({ films: [], from: [] });
  });

  it("loses who leaves all nights: their ballot counts no more, in whatever process looks", async () => {
    const file = lastingFile();
    const [one, other, clock] = [await file.open(), await file.open(), new Clock()];
    const { id } = await opened(one, clock);
    await did(one, clock, id, LEADER, propose(1));
    await did(one, clock, id, "fake:3", approve(1));
    expect((await readNight(other, id))?.night.ballots.size).toBe(1);
    expect(await leaveNights(one, "fake:3", clock.now())).toBe(1);
    expect((await readNight(other, id))?.night.ballots.size).toBe(0);
  });
});
