import { expect, it } from "vitest";
import { at, type Given } from "./given.js";

export function listsCases({ store, unique }: Given): void {
  it("keeps a person's list and a community's apart, though they have one id", async () => {
    const id = unique("telegram:x");
    const { lists } = store();
    expect(await lists.add({ person: id }, 862, id, at(1), 3)).toBe("added");
    expect(await lists.add({ community: id }, 238, "telegram:9", at(2), 3)).toBe("added");
    expect(await lists.all({ person: id })).toEqual([{ film: 862, by: id, at: at(1) }]);
    expect(await lists.all({ community: id })).toEqual([{ film: 238, by: "telegram:9", at: at(2) }]);
    expect(await lists.has({ person: id }, 238)).toBe(false);
    expect(await lists.has({ community: id }, 238)).toBe(true);
  });

  it("has room for so many films and no more, whoever adds them at once", async () => {
    const owner = { community: unique("discord:c") };
    const { lists } = store();
    expect(await lists.add(owner, 1, "discord:1", at(1), 4)).toBe("added");
    expect(await lists.add(owner, 1, "discord:2", at(2), 4)).toBe("already");
    const outcomes = await Promise.all(
      [2, 3, 4, 5, 6, 7].map((film) => lists.add(owner, film, "discord:1", at(film), 4)),
    );
    expect(outcomes.filter((outcome) => outcome === "added")).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === "full")).toHaveLength(3);
    expect(await lists.count(owner)).toBe(4);
  });

  it("adds many, lists the newest first and gives back what is removed", async () => {
    const owner = { person: unique("discord:p") };
    const { lists } = store();
    const films = [5, 6, 7, 7, 8].map((film) => ({ film, at: at(film) }));
    await lists.add(owner, 6, owner.person, at(1), 100);
    expect(await lists.addMany(owner, films, owner.person, 3)).toBe(2);
    const part = await lists.list(owner, { from: 0, size: 2 });
    expect(part.total).toBe(3);
    expect(part.items.map(({ film }) => film)).toEqual([7, 5]);
    expect(await lists.remove(owner, 7)).toEqual({ film: 7, by: owner.person, at: at(7) });
    expect(await lists.remove(owner, 7)).toBeUndefined();
    expect(await lists.count(owner)).toBe(2);
  });

  it("gives what several people want to see, or all who took part in a community", async () => {
    const community = unique("discord:c");
    const [ana, ben, eva] = [unique("discord:p"), unique("discord:p"), unique("discord:p")];
    const { lists, people } = store();
    for (const person of [ana, ben, eva]) await lists.add({ person }, 862, person, at(1), 9);
    await lists.add({ community }, 238, ana, at(1), 9);
    for (const person of [ana, ben]) await people.tookPart({ person, community }, at(1));
    const members = await lists.ofMembers(community);
    expect(members).toHaveLength(2);
    expect(members).toEqual(
      expect.arrayContaining([
        { person: ana, film: 862 },
        { person: ben, film: 862 },
      ]),
    );
    expect(await lists.ofPeople([eva])).toEqual([{ person: eva, film: 862 }]);
  });
}
