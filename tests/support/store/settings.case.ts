import { expect, it } from "vitest";
import { at, type Given } from "./given.js";

export function settingsCases({ store, unique }: Given): void {
  it("keeps a value per scope, and tells who changed what, newest first", async () => {
    const community = unique("discord:s");
    const channel = { community, channel: "7" };
    const topic = { community, channel: "7", topic: "8" };
    const { settings } = store();
    expect(await settings.all(community)).toEqual({ revision: 0, values: [] });
    await settings.change({ community }, "minimumVotes", "2000", "discord:1", at(1));
    await settings.change(channel, "minimumVotes", "0", "discord:2", at(2));
    await settings.change(topic, "language", '"en"', "discord:2", at(3));
    expect(await settings.all(community)).toEqual({
      revision: 3,
      values: [
        { scope: { community }, key: "minimumVotes", value: "2000" },
        { scope: channel, key: "minimumVotes", value: "0" },
        { scope: topic, key: "language", value: '"en"' },
      ],
    });
    const { items, total } = await settings.history(community, { from: 0, size: 2 });
    expect(total).toBe(3);
    expect(items).toEqual([
      { number: 3, scope: topic, key: "language", after: '"en"', by: "discord:2", at: at(3) },
      { number: 2, scope: channel, key: "minimumVotes", after: "0", by: "discord:2", at: at(2) },
    ]);
    expect(
      (await settings.history(community, { from: 2, size: 2 })).items.map((item) => item.number),
    ).toEqual([1]);
  });

  it("makes no change of what is so already, and clears with undefined", async () => {
    const scope = { community: unique("discord:s") };
    const { settings } = store();
    expect(await settings.change(scope, "adult", undefined, "discord:1", at(1))).toBeUndefined();
    await settings.change(scope, "adult", "true", "discord:1", at(1));
    expect(await settings.change(scope, "adult", "true", "discord:2", at(2))).toBeUndefined();
    const cleared = await settings.change(scope, "adult", undefined, "discord:2", at(3));
    expect(cleared).toMatchObject({ number: 2, before: "true", after: undefined });
    expect(await settings.all(scope.community)).toEqual({ revision: 2, values: [] });
  });

  it("undoes a change as a further one, unless the setting was changed since", async () => {
    const scope = { community: unique("discord:s") };
    const { settings } = store();
    await settings.change(scope, "region", '"MX"', "discord:1", at(1));
    await settings.change(scope, "region", '"AR"', "discord:1", at(2));
    await settings.change(scope, "spoilers", "false", "discord:1", at(3));
    expect(await settings.undo(scope.community, 1, "discord:2", at(4))).toEqual({ kind: "overtaken" });
    expect(await settings.undo(scope.community, 9, "discord:2", at(4))).toEqual({ kind: "unknown" });
    expect(await settings.undo(scope.community, 2, "discord:2", at(5))).toMatchObject({
      kind: "undone",
      change: { number: 4, before: '"AR"', after: '"MX"', by: "discord:2", undoes: 2 },
    });
    expect(await settings.undo(scope.community, 3, "discord:2", at(6))).toMatchObject({ kind: "undone" });
    const { values } = await settings.all(scope.community);
    expect(values).toEqual([{ scope, key: "region", value: '"MX"' }]);
    // An undoing is a change: it can be undone.
    expect(await settings.undo(scope.community, 4, "discord:2", at(7))).toMatchObject({
      change: { after: '"AR"', undoes: 4 },
    });
  });

  it("numbers changes that are made at once without a gap, and tells revisions of many communities", async () => {
    const [one, two, none] = [unique("discord:s"), unique("discord:s"), unique("discord:s")];
    const { settings } = store();
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, key) =>
        settings.change({ community: one }, `key${key}`, "1", "discord:1", at(key)),
      ),
    );
    expect(made.map((change) => change?.number).sort((a = 0, b = 0) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, number) => number + 1),
    );
    await settings.change({ community: two }, "key", "1", "discord:1", at(1));
    const many = Array.from({ length: 2_500 }, (_, number) => `discord:none${number}`);
    const revisions = await settings.revisions([one, two, none, ...many]);
    expect([one, two, none].map((community) => revisions.get(community))).toEqual([12, 1, 0]);
    expect(revisions.size).toBe(2_503);
  });
}
