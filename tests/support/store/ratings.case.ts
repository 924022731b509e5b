import { expect, it } from "vitest";
import { at, type Given } from "./given.js";

export function ratingsCases({ store, unique }: Given): void {
  it("keeps a score or that a film was seen, and says what stood there before", async () => {
    const person = unique("discord:p");
    const { ratings } = store();
    expect(await ratings.set(person, 862, 8, at(1))).toBeUndefined();
    expect(await ratings.set(person, 862, 9, at(2))).toEqual({ film: 862, score: 8, at: at(1) });
    expect(await ratings.markSeen(person, 862, at(3))).toEqual({ film: 862, score: 9, at: at(2) });
    expect(await ratings.get(person, 862)).toEqual({ film: 862, score: 9, at: at(2) });
    await ratings.markSeen(person, 238, at(4));
    expect(await ratings.get(person, 238)).toEqual({ film: 238, score: undefined, at: at(4) });
    expect(await ratings.set(person, 862, undefined, at(5))).toMatchObject({ score: 9 });
    expect(await ratings.get(person, 862)).toEqual({ film: 862, score: undefined, at: at(5) });
    expect(await ratings.remove(person, 238)).toEqual({ film: 238, score: undefined, at: at(4) });
    expect(await ratings.remove(person, 238)).toBeUndefined();
  });

  it("lists the newest first, a part at a time", async () => {
    const person = unique("discord:p");
    const { ratings } = store();
    for (const film of [1, 2, 3, 4, 5]) await ratings.set(person, film, film, at(film));
    const part = await ratings.list(person, { from: 1, size: 2 });
    expect(part.total).toBe(5);
    expect(part.items.map(({ film }) => film)).toEqual([4, 3]);
    expect((await ratings.all(person)).map(({ film }) => film)).toEqual([5, 4, 3, 2, 1]);
  });

  it("takes many at once: no more than a person may have, and none in place of a score", async () => {
    const person = unique("discord:p");
    const { ratings } = store();
    await ratings.set(person, 1, 7, at(1));
    await ratings.set(person, 2, 7, at(1));
    const films = Array.from({ length: 2_500 }, (_, film) => ({ film: film + 10, score: 5, at: at(2) }));
    const given = [
      { film: 1, at: at(2) },
      { film: 2, score: 3, at: at(2) },
      { film: 3, score: 1, at: at(2) },
      { film: 3, score: 2, at: at(2) },
      ...films,
    ];
    const imported = await ratings.setMany(person, given, 2_000);
    expect(imported).toEqual({ added: 1_998, changed: 1, same: 1, leftOut: 503 });
    const all = new Map((await ratings.all(person)).map(({ film, score }) => [film, score]));
    expect(all.size).toBe(2_000);
    expect([1, 2, 3, 10].map((film) => all.get(film))).toEqual([7, 3, 2, 5]);
    expect(await ratings.setMany(person, given, 2_000)).toMatchObject({ added: 0, changed: 0 });
  });

  it("gives what several people rated, or all who took part in a community", async () => {
    const community = unique("discord:c");
    const [ana, ben, eva] = [unique("discord:p"), unique("discord:p"), unique("discord:p")];
    const { ratings, people } = store();
    await ratings.set(ana, 1, 10, at(1));
    await ratings.set(ben, 2, undefined, at(1));
    await ratings.set(eva, 3, 3, at(1));
    for (const person of [ana, ben]) await people.tookPart({ person, community }, at(1));
    const both = [
      { person: ana, film: 1, score: 10, at: at(1) },
      { person: ben, film: 2, score: undefined, at: at(1) },
    ];
    const members = await ratings.ofMembers(community);
    expect(members).toHaveLength(2);
    expect(members).toEqual(expect.arrayContaining(both));
    expect((await ratings.ofPeople([ana, eva, ana])).map(({ film }) => film).sort()).toEqual([1, 3]);
    expect(await ratings.ofPeople([])).toEqual([]);
  });

  it("refuses a score that is none", async () => {
    await expect(store().ratings.set(unique("discord:p"), 1, 11, at(1))).rejects.toThrow();
  });
}
