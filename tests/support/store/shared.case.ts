import { expect, it } from "vitest";
import { at, type Given } from "./given.js";

export function sharedCases({ store, unique }: Given): void {
  it("gives an update to one of those who ask at once, and to another where that one does not come back", async () => {
    const { seen } = store();
    const id = unique("update");
    const take = (from: number) => seen.take("telegram", id, at(from), at(from + 2));
    const turns = await Promise.all([take(1), take(1), take(1)]);
    expect(turns.sort()).toEqual(["held", "held", "mine"]);
    expect(await seen.take("discord", id, at(1), at(3))).toBe("mine");
    expect(await take(2)).toBe("held");
    expect(await take(3)).toBe("mine");
    await seen.answered("telegram", [id, unique("update")]);
    expect(await take(9)).toBe("done");
    expect(await seen.take("discord", id, at(9), at(11))).toBe("mine");
  });

  it("forgets updates by the day they came", async () => {
    const { seen } = store();
    const id = unique("update");
    await seen.take("telegram", id, at(1), at(2));
    await seen.answered("telegram", [id]);
    await seen.purge(at(1));
    expect(await seen.take("telegram", id, at(9), at(10))).toBe("done");
    expect(await seen.purge(at(2))).toBeGreaterThanOrEqual(1);
    expect(await seen.take("telegram", id, at(9), at(10))).toBe("mine");
  });

  it("keeps the newest answer of a conversation, whoever writes last", async () => {
    const { answers } = store();
    const [one, other] = [unique("conversation"), unique("conversation")];
    const kept = (conversation: string, body: string, minute: number) => ({
      conversation,
      community: "telegram:1",
      body,
      at: at(minute),
    });
    await answers.keep([kept(one, "first", 1), { ...kept(other, "theirs", 1), person: "telegram:2" }]);
    await answers.keep([kept(one, "third", 3)]);
    await answers.keep([kept(one, "second", 2)]);
    expect(await answers.find(one)).toEqual({ body: "third", at: at(3) });
    expect(await answers.find(other)).toEqual({ body: "theirs", at: at(1) });
    expect(await answers.find(unique("conversation"))).toBeUndefined();
    expect(await answers.purge(at(3))).toBeGreaterThanOrEqual(1);
    expect(await answers.find(other)).toBeUndefined();
    expect(await answers.find(one)).toMatchObject({ body: "third" });
  });

  it("makes a key once, whoever asks for it first", async () => {
    const { keys } = store();
    const name = unique("key");
    const [first, second] = await Promise.all([keys.of(name, "one"), keys.of(name, "two")]);
    expect(["one", "two"]).toContain(first);
    expect(second).toBe(first);
    expect(await keys.of(name, "three")).toBe(first);
    expect(await keys.of(unique("key"), "other")).toBe("other");
  });

  it("adds up questions of a minute for all, and begins anew with the next", async () => {
    const { counts } = store();
    const [person, channel] = [unique("key"), unique("key")];
    const add = (key: string, questions: number, minute: number, told = false) =>
      counts.add([{ key, questions, told }], at(minute), at(minute - 2));
    await Promise.all([add(person, 1, 1), add(person, 2, 1), add(person, 3, 1, true)]);
    expect(await add(person, 1, 2)).toEqual([{ key: person, questions: 7, told: true, since: at(1) }]);
    expect(await add(person, 1, 3)).toEqual([{ key: person, questions: 1, told: false, since: at(3) }]);
    const both = await counts.add(
      [
        { key: person, questions: 1, told: false },
        { key: channel, questions: 5, told: true },
      ],
      at(3),
      at(1),
    );
    expect(both).toHaveLength(2);
    expect(both).toEqual(
      expect.arrayContaining([
        { key: person, questions: 2, told: false, since: at(3) },
        { key: channel, questions: 5, told: true, since: at(3) },
      ]),
    );
    expect(await counts.purge(at(4))).toBeGreaterThanOrEqual(2);
    expect(await add(person, 1, 3)).toMatchObject([{ questions: 1 }]);
  });
}
