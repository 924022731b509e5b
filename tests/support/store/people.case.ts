import { expect, it } from "vitest";
import { at, type Given } from "./given.js";

export function peopleCases({ store, unique }: Given): void {
  it("keeps what a person chose, until they take it back", async () => {
    const person = unique("telegram:p");
    const { people } = store();
    expect(await people.choices(person)).toEqual(new Map());
    await people.choose(person, "language", '"en"', at(1));
    await people.choose(person, "language", '"es"', at(2));
    await people.choose(person, "reminders", "true", at(3));
    expect(await people.choices(person)).toEqual(
      new Map([
        ["language", '"es"'],
        ["reminders", "true"],
      ]),
    );
    await people.choose(person, "language", undefined, at(4));
    expect(await people.choices(person)).toEqual(new Map([["reminders", "true"]]));
  });

  it("tells a cache what everybody chose, and what changed since", async () => {
    const key = unique("key");
    const [ana, ben] = [unique("discord:p"), unique("discord:p")];
    const { people } = store();
    await people.choose(ana, key, "1", at(1));
    await people.choose(ben, key, "2", at(2));
    await people.choose(ana, key, undefined, at(3));
    expect(await people.chosen(key)).toEqual([{ person: ben, key, value: "2", at: at(2) }]);
    expect(await people.chosen(key, at(3))).toEqual([{ person: ana, key, value: undefined, at: at(3) }]);
    expect((await people.chosen(key, at(2))).map(({ person }) => person)).toEqual([ben, ana]);
  });

  it("knows who took part where, last seen first", async () => {
    const [here, there] = [unique("discord:c"), unique("discord:c")];
    const [ana, ben] = [unique("discord:p"), unique("discord:p")];
    const { people } = store();
    await people.tookPart({ person: ana, community: here }, at(0));
    await people.tookPart({ person: ben, community: here }, at(60));
    await people.tookPart({ person: ana, community: there }, at(61));
    expect(await people.members(here, 10)).toEqual([ben, ana]);
    expect(await people.members(here, 1)).toEqual([ben]);
    await people.tookPart({ person: ana, community: here }, at(120));
    expect(await people.members(here, 10)).toEqual([ana, ben]);
    expect(await people.communities(ana)).toEqual([here, there]);
    await people.left(ana, here);
    expect(await people.members(here, 10)).toEqual([ben]);
  });

  it("knows its communities, and since when one has removed the bot", async () => {
    const { communities, lists, settings, people, jobs } = store();
    const [set, listed, visited, due] = [1, 2, 3, 4].map(() => unique("discord:c"));
    await settings.change({ community: set ?? "" }, "adult", "true", "discord:1", at(1));
    await lists.add({ community: listed ?? "" }, 862, "discord:1", at(1), 10);
    await people.tookPart({ person: "discord:1", community: visited ?? "" }, at(1));
    await jobs.schedule([{ kind: "x", key: unique("key"), payload: "{}", due: at(9e6), community: due }]);
    expect(await communities.known()).toEqual(expect.arrayContaining([set, listed, visited, due]));

    const gone = [unique("discord:c"), unique("discord:c")];
    for (const community of gone) await communities.removed(community, at(10));
    // Told again after an outage: the first time stands.
    await communities.removed(gone[0] ?? "", at(20));
    expect(await communities.removedBefore(at(10))).not.toContain(gone[0]);
    expect(await communities.removedBefore(at(11))).toEqual(expect.arrayContaining(gone));
    await communities.present([...gone.slice(1), "discord:never-gone"]);
    expect(await communities.removedBefore(at(11))).not.toContain(gone[1]);
  });
}
