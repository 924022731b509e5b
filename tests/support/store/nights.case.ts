import { expect, it } from "vitest";
import type { NewNight } from "../../../src/store/port.js";
import { at, type Given } from "./given.js";

export function nightsCases({ store, unique }: Given): void {
  const newNight = (community = unique("discord:c")): NewNight => ({
    id: unique("night"),
    community,
    place: { platform: "discord", server: "1", chat: "2" },
    createdAt: at(0),
    secret: unique("secret"),
  });
  const opened = { events: [{ body: '{"kind":"opened"}', by: "discord:1", at: at(0) }] };
  const vote = (person: string, after: number, key?: string) => ({
    after,
    key,
    events: [{ body: '{"kind":"vote","film":862}', by: person, at: at(after) }],
  });

  it("makes a night once, however often it was asked for", async () => {
    const night = newNight();
    const { nights } = store();
    expect(await nights.create(night, opened)).toBe(true);
    expect(await nights.create(night, opened)).toBe(false);
    expect(await nights.get(night.id)).toEqual({ ...night, last: 1, endedAt: undefined, summary: undefined });
    expect(await nights.withSecret(night.secret ?? "")).toMatchObject({ id: night.id });
    expect(await nights.events(night.id, 0)).toEqual([{ number: 1, ...opened.events[0], about: undefined }]);
    expect(await nights.get("no-such-night")).toBeUndefined();
    expect(await nights.append("no-such-night", vote("discord:2", 0))).toEqual({ kind: "unknown" });
  });

  it("appends behind what the caller knew, and tells when it was not the last", async () => {
    const night = newNight();
    const { nights } = store();
    await nights.create(night, opened);
    expect(await nights.append(night.id, vote("discord:2", 1))).toEqual({ kind: "appended", last: 2 });
    expect(await nights.append(night.id, vote("discord:3", 1))).toEqual({ kind: "conflict", last: 2 });
    expect(await nights.append(night.id, vote("discord:3", 9))).toEqual({ kind: "conflict", last: 2 });
    const two = {
      ...vote("discord:3", 2),
      events: [...vote("discord:3", 2).events, { body: "{}", at: at(3) }],
    };
    expect(await nights.append(night.id, two)).toEqual({ kind: "appended", last: 4 });
    expect((await nights.events(night.id, 2)).map(({ number, by }) => [number, by])).toEqual([
      [3, "discord:3"],
      [4, undefined],
    ]);
  });

  it("remembers what stands on its platform for it, each once, until it is gone or the night is", async () => {
    const night = newNight();
    const { nights } = store();
    const panel = { kind: "panel", id: "9", chat: "2", topic: "3", at: at(1) } as const;
    const entry = { kind: "event", id: "9", chat: "1", at: at(2) } as const;
    expect(await nights.addPost(night.id, panel)).toBe(false);
    await nights.create(night, opened);
    expect(await nights.addPost(night.id, entry)).toBe(true);
    expect(await nights.addPost(night.id, panel)).toBe(true);
    expect(await nights.addPost(night.id, { ...panel, at: at(5) })).toBe(false);
    expect(await nights.posts(night.id)).toEqual([panel, { ...entry, topic: undefined }]);
    await nights.removePost(night.id, panel);
    expect(await nights.posts(night.id)).toEqual([{ ...entry, topic: undefined }]);
    await nights.remove(night.id);
    expect(await nights.posts(night.id)).toEqual([]);
  });

  it("acknowledges what is delivered twice once, even late", async () => {
    const night = newNight();
    const { nights } = store();
    await nights.create(night, { ...opened, key: "press-0" });
    const press = vote("discord:2", 1, "press-1");
    expect(await nights.append(night.id, press)).toMatchObject({ kind: "appended" });
    expect(await nights.append(night.id, press)).toEqual({ kind: "repeated", last: 2 });
    await nights.append(night.id, vote("discord:3", 2, "press-2"));
    expect(await nights.append(night.id, { ...press, after: 3 })).toEqual({ kind: "repeated", last: 3 });
    expect(await nights.append(night.id, vote("discord:2", 3, "press-0"))).toMatchObject({
      kind: "repeated",
    });
    expect(await nights.events(night.id, 0)).toHaveLength(3);
  });

  it("lets one of several at once win; all get through by trying again", async () => {
    const night = newNight();
    const { nights } = store();
    await nights.create(night, opened);
    const insist = async (person: string) => {
      for (let after = 1; ; ) {
        const ended = await nights.append(night.id, vote(person, after, `press-${person}`));
        if (ended.kind !== "conflict") return ended.kind;
        after = ended.last;
      }
    };
    // Each is delivered twice.
    const people = Array.from({ length: 16 }, (_, person) => `discord:${person >> 1}`);
    const ends = await Promise.all(people.map(insist));
    expect(ends.filter((end) => end === "appended")).toHaveLength(8);
    const events = await nights.events(night.id, 1);
    expect(events.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(events.map(({ by }) => by)).size).toBe(8);
  });

  it("takes votes of many at once without any trying again, but none once it has ended", async () => {
    const night = newNight();
    const { nights } = store();
    await nights.create(night, opened);
    const vote = (person: string) => ({
      key: `press-${person}`,
      events: [{ body: "{}", by: person, at: at(1) }],
    });
    const people = Array.from({ length: 20 }, (_, person) => `discord:${person}`);
    // Each is delivered twice.
    const ends = await Promise.all(
      [...people, ...people].map((person) => nights.append(night.id, vote(person))),
    );
    expect(ends.filter(({ kind }) => kind === "appended")).toHaveLength(20);
    expect(ends.filter(({ kind }) => kind === "repeated")).toHaveLength(20);
    const events = await nights.events(night.id, 1);
    expect(events.map(({ number }) => number)).toEqual(people.map((_, number) => number + 2));
    await nights.append(night.id, { after: 21, events: [{ body: "{}", at: at(2) }], endedAt: at(2) });
    expect(await nights.append(night.id, vote("discord:late"))).toEqual({ kind: "conflict", last: 22 });
    expect(await nights.append(night.id, vote("discord:3"))).toEqual({ kind: "repeated", last: 22 });
  });

  it("stores what follows from an event with it, or nothing", async () => {
    const night = newNight();
    const { nights, jobs } = store();
    const reminder = { kind: "night-reminder", key: night.id, payload: "{}", due: at(60), night: night.id };
    const close = { kind: "night-close", key: night.id, payload: "{}", due: at(90), night: night.id };
    await nights.create(night, { ...opened, jobs: [reminder, close] });
    expect((await jobs.pending({ night: night.id })).map(({ kind }) => kind)).toEqual([
      "night-reminder",
      "night-close",
    ]);
    const ended = { ...vote("discord:1", 5), endedAt: at(9), cancelled: [close], jobs: [] };
    expect(await nights.append(night.id, ended)).toMatchObject({ kind: "conflict" });
    expect(await jobs.pending({ night: night.id })).toHaveLength(2);
    expect(await nights.append(night.id, { ...ended, after: 1, summary: '{"won":862}' })).toMatchObject({
      last: 2,
    });
    expect(await jobs.pending({ night: night.id })).toEqual([
      { ...reminder, community: undefined, person: undefined },
    ]);
    expect(await nights.get(night.id)).toMatchObject({ endedAt: at(9), summary: '{"won":862}' });
    await nights.append(night.id, { ...vote("discord:1", 2), endedAt: null });
    expect(await nights.get(night.id)).toMatchObject({ endedAt: undefined, summary: '{"won":862}' });
  });

  it("lists open nights, oldest first, and ended ones, last ended first", async () => {
    const community = unique("discord:c");
    const { nights } = store();
    const made = [];
    for (const minute of [3, 1, 2, 4]) {
      const night = { ...newNight(community), createdAt: at(minute) };
      await nights.create(night, opened);
      made.push(night.id);
    }
    const [third, first, second, fourth] = made;
    expect((await nights.open(community)).map(({ id }) => id)).toEqual([first, second, third, fourth]);
    for (const [minute, id] of [third, fourth].entries()) {
      await nights.append(id ?? "", { ...vote("discord:1", 1), endedAt: at(minute) });
    }
    expect((await nights.open(community)).map(({ id }) => id)).toEqual([first, second]);
    const past = await nights.ended(community, { from: 0, size: 1 });
    expect(past).toMatchObject({ total: 2, items: [{ id: fourth }] });
    expect((await nights.ended(community, { from: 1, size: 1 })).items).toMatchObject([{ id: third }]);
  });

  it("finds the open nights that a person has to do with, and removes a night with all of it", async () => {
    const person = unique("discord:p");
    const { nights, jobs } = store();
    const [mine, about, ended, others] = [newNight(), newNight(), newNight(), newNight()];
    for (const night of [mine, about, ended, others]) await nights.create(night, opened);
    await nights.append(mine.id, vote(person, 1));
    const banned = { body: '{"kind":"banned"}', by: "discord:1", about: person, at: at(1) };
    await nights.append(about.id, { after: 1, events: [banned] });
    await nights.append(ended.id, { ...vote(person, 1), endedAt: at(2) });
    expect((await nights.openWith(person)).map(({ id }) => id).sort()).toEqual([mine.id, about.id].sort());
    await jobs.schedule([{ kind: "night-close", key: mine.id, payload: "{}", due: at(1), night: mine.id }]);
    expect(await nights.remove(mine.id)).toBe(true);
    expect(await nights.remove(mine.id)).toBe(false);
    expect(await nights.events(mine.id, 0)).toEqual([]);
    expect(await jobs.pending({ night: mine.id })).toEqual([]);
  });
}
