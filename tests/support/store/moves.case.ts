import { expect, it } from "vitest";
import { at, type Given } from "./given.js";

/** A group that becomes a supergroup: its platform calls it otherwise from then on. */
export function movesCases({ store, unique }: Given): void {
  const ids = () => [unique("telegram:-"), unique("telegram:-100")] as const;
  const chatOf = (community: string) => community.slice("telegram:".length);

  /** Something of everything that is kept of a group. */
  async function keep(community: string, person: string, night: string) {
    const { settings, people, lists, nights, jobs, announcements, communities, answers } = store();
    const chat = chatOf(community);
    await settings.change({ community }, "minimumVotes", "500", person, at(1));
    await settings.change({ community, channel: chat, topic: "7" }, "language", '"en"', person, at(2));
    await people.tookPart({ person, community }, at(1));
    await lists.add({ community }, 862, person, at(1), 10);
    const place = { platform: "telegram", chat, topic: "7" };
    const begun = { events: [{ body: "{}", by: person, at: at(1) }], key: "open" };
    await nights.create({ id: night, community, place, createdAt: at(1) }, begun);
    await nights.addPost(night, { kind: "panel", id: "5", chat, topic: "7", at: at(1) });
    await jobs.schedule([{ kind: "x", key: unique("key"), payload: "{}", due: at(9e6), community, night }]);
    const scope = { community, channel: chat, topic: "7" };
    await announcements.note({ scope, kind: "film", day: "2026-01-01", film: 862 }, at(1));
    await communities.removed(community, at(1));
    await answers.keep([{ conversation: unique("talk"), community, body: "{}", at: at(1) }]);
  }

  it("takes everything along that is kept of a group, under its new id", async () => {
    const { communities, privacy, nights, settings, people } = store();
    const [from, to] = ids();
    const [person, night] = [unique("telegram:p"), unique("night")];
    await keep(from, person, night);
    const { removals, night_posts, ...kept } = await privacy.ofCommunity(from);
    expect([removals, night_posts]).toHaveLength(2);
    await communities.moved(from, to);
    await communities.moved(from, to);
    expect(await privacy.ofCommunity(from)).toEqual({});
    // Its messages were left behind, and whoever moved is there.
    const renamed = JSON.stringify(kept)
      .replaceAll(`"${from}"`, `"${to}"`)
      .replaceAll(`"community ${from}"`, `"community ${to}"`);
    expect(await privacy.ofCommunity(to)).toEqual(
      JSON.parse(renamed.replaceAll(`"${chatOf(from)}"`, `"${chatOf(to)}"`)),
    );
    expect((await nights.get(night))?.place.chat).toBe(chatOf(to));
    expect((await nights.open(to)).map(({ id }) => id)).toEqual([night]);
    expect((await settings.all(to)).values).toHaveLength(2);
    expect(await people.members(to, 10)).toEqual([person]);
    expect(await people.members(from, 10)).toEqual([]);
  });

  it("leaves what was set under the new id already, and keeps both histories", async () => {
    const { communities, settings, lists, people } = store();
    const [from, to] = ids();
    const [ana, ben] = [unique("telegram:p"), unique("telegram:p")];
    for (const value of ["1", "2", "3"])
      await settings.change({ community: from }, "minimumVotes", value, ana, at(1));
    await settings.change({ community: from }, "vetoes", "2", ana, at(1));
    const change = await settings.change({ community: to }, "minimumVotes", "9", ben, at(2));
    await settings.undo(to, change?.number ?? 0, ben, at(3));
    await settings.change({ community: to }, "minimumVotes", "8", ben, at(4));
    await lists.add({ community: from }, 862, ana, at(1), 10);
    await lists.add({ community: to }, 862, ben, at(2), 10);
    await people.tookPart({ person: ana, community: from }, at(1));
    await people.tookPart({ person: ana, community: to }, at(2));
    await communities.moved(from, to);
    const { values, revision } = await settings.all(to);
    expect(values.map(({ key, value }) => [key, value])).toEqual([
      ["minimumVotes", "8"],
      ["vetoes", "2"],
    ]);
    const { items, total } = await settings.history(to, { from: 0, size: 20 });
    expect(total).toBe(7);
    expect(items.map(({ after }) => after)).toEqual(["8", undefined, "9", "2", "3", "2", "1"]);
    expect(items[1]?.undoes).toBe(items[2]?.number);
    expect(revision).toBe(items[0]?.number);
    expect((await lists.all({ community: to })).map(({ by }) => by)).toEqual([ben]);
    expect(await people.members(to, 10)).toEqual([ana]);
    expect((await settings.undo(to, items[3]?.number ?? 0, ana, at(5))).kind).toBe("undone");
  });
}
