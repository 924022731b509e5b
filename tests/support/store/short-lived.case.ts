import { expect, it } from "vitest";
import { at, type Given } from "./given.js";

const DAY = 24 * 60;

export function shortLivedCases({ store, unique }: Given): void {
  it("gives a lease to one, who may renew it, until it runs out or is given back", async () => {
    const name = unique("lease");
    const { leases } = store();
    const first = await leases.take(name, "one", at(0), at(5));
    if (!first) throw new Error("not taken");
    expect(first).toEqual({ name, owner: "one", fence: 1, until: at(5) });
    expect(await leases.take(name, "two", at(4), at(9))).toBeUndefined();
    expect(await leases.renew(first, at(8))).toEqual({ ...first, until: at(8) });
    expect(await leases.holder(name, at(7))).toMatchObject({ owner: "one" });
    const second = await leases.take(name, "two", at(8), at(12));
    if (!second) throw new Error("not taken");
    expect(second.fence).toBe(2);
    expect(await leases.renew(first, at(20))).toBeUndefined();
    await leases.release(first);
    expect(await leases.holder(name, at(9))).toEqual(second);
    await leases.release(second);
    expect(await leases.holder(name, at(9))).toBeUndefined();
    expect(await leases.renew(second, at(20))).toBeUndefined();
    expect(await leases.take(name, "three", at(9), at(12))).toMatchObject({ fence: 3 });
  });

  it("gives a lease to one of many who ask at once", async () => {
    const name = unique("lease");
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, owner) => store().leases.take(name, `owner${owner}`, at(0), at(5))),
    );
    expect(taken.filter((lease) => lease !== undefined)).toHaveLength(1);
  });

  it("keeps what buttons carry while it is used", async () => {
    const { buttons } = store();
    const [used, unused, later] = [unique("key"), unique("key"), unique("key")];
    await buttons.keep(
      new Map([
        [used, '["a","ñ"]'],
        [unused, "b"],
      ]),
      at(0),
    );
    expect(await buttons.find(used, at(1))).toBe('["a","ñ"]');
    expect(await buttons.find("no-such-key", at(1))).toBeUndefined();
    await buttons.find(used, at(DAY));
    await buttons.keep(new Map([[later, "c"]]), at(DAY));
    expect(await buttons.purge(at(DAY), 1_000)).toBe(1);
    expect(await buttons.find(unused, at(DAY))).toBeUndefined();
    expect(await buttons.find(used, at(DAY))).toBe('["a","ñ"]');
    await buttons.keep(new Map([[used, '["a","ñ"]']]), at(3 * DAY));
    expect(await buttons.purge(at(0), 1)).toBe(1);
    expect(await buttons.find(used, at(3 * DAY))).toBe('["a","ñ"]');
    expect(await buttons.find(later, at(3 * DAY))).toBeUndefined();
  });

  it("keeps a text that no database can hold whole, up to what it cannot", async () => {
    const key = unique("key");
    await store().buttons.keep(new Map([[key, "a\u0000b\ud800c"]]), at(0));
    expect(await store().buttons.find(key, at(0))).toBe("a\ufffdb\ufffdc");
  });
}
