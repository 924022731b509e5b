import { expect, it } from "vitest";
import type { Store, StoredRow } from "../../../src/store/port.js";
import { at, type Given } from "./given.js";

export function privacyCases({ store, unique }: Given): void {
  /** One of everything that can name a person or belong to a community. */
  async function fill(person: string, community: string): Promise<string> {
    const { settings, people, communities, ratings, lists, nights, jobs, answers, announcements } = store();
    const chat = unique("discord:dm");
    await settings.change({ community }, "adult", "true", person, at(1));
    await settings.change({ community: chat }, "language", '"en"', person, at(1));
    await people.choose(person, "language", '"es"', at(1));
    await people.tookPart({ person, community }, at(1));
    await people.tookPart({ person, community: chat, direct: true }, at(1));
    await communities.listed({ present: [community], missing: [] }, at(1));
    await communities.removed(community, at(1));
    const post = { scope: { community, channel: "5" }, kind: "film", day: "2026-01-01", film: 862 };
    await announcements.note(post, at(1));
    await ratings.set(person, 862, 9, at(1));
    await lists.add({ person }, 238, person, at(1), 10);
    await lists.add({ community }, 680, person, at(1), 10);
    for (const [id, place] of [
      [unique("night"), community],
      [unique("night"), community],
      [unique("night"), chat],
    ] as const) {
      await nights.create(
        { id, community: place, place: { platform: "discord", chat: "2" }, createdAt: at(1) },
        { events: [{ body: "{}", by: person, at: at(1) }] },
      );
      const events = [
        { body: "{}", by: person, at: at(2) },
        { body: "{}", by: "discord:other", about: person, at: at(3) },
      ];
      await nights.append(id, { after: 1, events });
      await nights.addPost(id, { kind: "panel", id: "9", chat: "2", at: at(1) });
      const reminder = { kind: "reminder", payload: "{}", due: at(9) };
      await jobs.schedule([
        { ...reminder, key: unique("job"), person },
        { ...reminder, key: unique("job"), community: place },
        { ...reminder, key: unique("job"), night: id },
      ]);
    }
    await answers.keep([{ conversation: unique("conversation"), community, person, body: "{}", at: at(1) }]);
    return chat;
  }

  it("tells all that is stored of a person and of a community", async () => {
    const [person, community] = [unique("discord:p"), unique("discord:c")];
    const chat = await fill(person, community);
    const { privacy } = store();
    const ofPerson = await privacy.ofPerson(person);
    expect(sizes(ofPerson)).toEqual({
      choices: 1,
      participations: 2,
      ratings: 1,
      listed_films: 2,
      jobs: 3,
      setting_changes: 2,
      night_events: 9,
      last_answers: 1,
    });
    expect(ofPerson.ratings).toEqual([{ person, film: 862, score: 9, at: at(1).getTime() }]);
    const ofCommunity = await privacy.ofCommunity(community);
    expect(sizes(ofCommunity)).toEqual({
      settings: 1,
      setting_changes: 1,
      participations: 1,
      removals: 1,
      listed_films: 1,
      nights: 2,
      jobs: 2,
      announcements: 1,
      servers: 1,
      night_events: 6,
      last_answers: 1,
      night_posts: 2,
    });
    expect(sizes(await privacy.ofCommunity(chat))).toMatchObject({ settings: 1, nights: 1 });
    expect(await privacy.ofPerson(unique("discord:p"))).toEqual({});
  });

  it("deletes a person from every table there is, and nothing of others", async () => {
    const [person, other, community] = [unique("discord:p"), unique("discord:p"), unique("discord:c")];
    const chat = await fill(person, community);
    const others = await fill(other, community);
    const tables = await holding(store(), person);
    // What the walk would find had nothing been deleted.
    expect(tables).toEqual([
      "choices",
      "jobs",
      "last_answers",
      "listed_films",
      "night_events",
      "participations",
      "ratings",
      "setting_changes",
    ]);
    const before = await store().privacy.ofPerson(other);
    const counts = await store().privacy.deletePerson(person);
    expect([...counts.keys()].sort()).toEqual(expect.arrayContaining(tables));
    expect(await holding(store(), person)).toEqual([]);
    expect(await holding(store(), chat)).toEqual([]);
    expect(await store().privacy.ofPerson(other)).toEqual(before);
    expect(await holding(store(), others)).not.toEqual([]);
  });

  it("knows of every table whether it can name anybody", async () => {
    const [person, community] = [unique("discord:p"), unique("discord:c")];
    await fill(person, community);
    const nights = (await store().nights.open(community)).map(({ id }) => id);
    const named = await Promise.all([person, community, ...nights].map((id) => holding(store(), id)));
    // What is in none of both would be walked through empty.
    expect([...new Set([...named.flat(), ...OF_NOBODY])].sort()).toEqual(
      [...(await store().privacy.tables())].sort(),
    );
  });

  it("leaves a community's nights as they were, with a name of that night alone", async () => {
    const [person, community] = [unique("discord:p"), unique("discord:c")];
    await fill(person, community);
    await store().privacy.deletePerson(person);
    const names = [];
    for (const { id } of await store().nights.open(community)) {
      const [opened, voted, banned] = await store().nights.events(id, 0);
      expect(opened?.by).toMatch(/^gone:/u);
      expect(voted?.by).toBe(opened?.by);
      expect(banned).toMatchObject({ by: "discord:other", about: opened?.by });
      names.push(opened?.by);
    }
    expect(new Set(names).size).toBe(2);
    const { items } = await store().settings.history(community, { from: 0, size: 9 });
    expect(items).toMatchObject([{ key: "adult", after: "true", by: undefined }]);
    expect(await store().lists.all({ community })).toEqual([{ film: 680, by: undefined, at: at(1) }]);
  });

  it("deletes the chat that has the person's own id, but no group", async () => {
    const { settings, people, privacy } = store();
    const [alone, group] = [unique("telegram:p"), unique("telegram:p")];
    for (const community of [alone, group]) {
      await settings.change({ community }, "language", '"en"', community, at(1));
    }
    await people.tookPart({ person: unique("telegram:p"), community: group }, at(1));
    for (const person of [alone, group]) await privacy.deletePerson(person);
    expect((await settings.all(alone)).values).toEqual([]);
    expect((await settings.all(group)).values).toHaveLength(1);
  });

  it("purges a community from every table, and leaves what people have for themselves", async () => {
    const [person, community] = [unique("discord:p"), unique("discord:c")];
    await fill(person, community);
    const nights = (await store().nights.open(community)).map(({ id }) => id);
    await store().privacy.purgeCommunity(community);
    for (const id of [community, ...nights]) expect(await holding(store(), id)).toEqual([]);
    expect(await store().ratings.all(person)).toHaveLength(1);
    expect(await store().lists.all({ person })).toHaveLength(1);
  });

  it("hands out every row of a table, a part at a time", async () => {
    const community = unique("discord:c");
    for (const key of ["a", "b", "c"]) {
      await store().settings.change({ community }, key, "1", "discord:1", at(1));
    }
    const { total } = await store().privacy.rows("settings", { from: 0, size: 1 });
    const rows: StoredRow[] = [];
    for (let from = 0; from < total; from += 2) {
      rows.push(...(await store().privacy.rows("settings", { from, size: 2 })).items);
    }
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(total);
    expect(rows.filter((row) => row.community === community)).toHaveLength(3);
    await expect(store().privacy.rows("pg_user; --", { from: 0, size: 1 })).rejects.toThrow();
  });
}

/** Texts of buttons are anybody's, counts are under names that tell nobody's, leases and versions are the program's. */
const OF_NOBODY = ["buttons", "keys", "leases", "question_counts", "schema_versions", "seen_updates"];

function sizes(rows: Readonly<Record<string, readonly StoredRow[]>>): Record<string, number> {
  return Object.fromEntries(Object.entries(rows).map(([table, { length }]) => [table, length]));
}

/** The tables in which some cell of some row holds an id, alone or within something else. */
async function holding({ privacy }: Store, id: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of await privacy.tables()) {
    const { items } = await privacy.rows(table, { from: 0, size: 1_000_000 });
    const holds = (value: string | number | null) => new RegExp(`${id}(?!\\d)`, "u").test(String(value));
    if (items.some((row) => Object.values(row).some(holds))) found.push(table);
  }
  return found;
}
