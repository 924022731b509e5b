import { expect, it } from "vitest";
import type { NewJob } from "../../../src/store/port.js";
import { at, type Given } from "./given.js";

export function jobsCases({ store, unique }: Given): void {
  const job = (kind: string, key: string, due: Date, more: Partial<NewJob> = {}): NewJob => ({
    kind,
    key,
    payload: '{"a":1}',
    due,
    ...more,
  });
  const claiming = (kind: string, owner: string, minute: number, most = 10) => ({
    owner,
    now: at(minute),
    until: at(minute + 5),
    most,
    kinds: [kind],
  });

  it("gives what is due, longest due first, and each job to one process", async () => {
    const kind = unique("kind");
    const { jobs } = store();
    await jobs.schedule([job(kind, "b", at(2)), job(kind, "a", at(1)), job(kind, "c", at(99))]);
    expect(await jobs.next([kind])).toEqual(at(1));
    expect(await jobs.claim(claiming(kind, "one", 3, 1))).toEqual([
      {
        ...job(kind, "a", at(1)),
        community: undefined,
        person: undefined,
        night: undefined,
        fence: 1,
        attempts: 0,
      },
    ]);
    expect((await jobs.claim(claiming(kind, "two", 3))).map(({ key }) => key)).toEqual(["b"]);
    expect(await jobs.claim(claiming(kind, "two", 3))).toEqual([]);
    // What is claimed is free again when its time has passed.
    expect(await jobs.next([kind])).toEqual(at(8));
  });

  it("gives every job once though many ask at the same time", async () => {
    const kind = unique("kind");
    const { jobs } = store();
    const keys = Array.from({ length: 60 }, (_, key) => String(key));
    await jobs.schedule(keys.map((key) => job(kind, key, at(1))));
    const claimed = await Promise.all(
      Array.from({ length: 12 }, (_, owner) => jobs.claim(claiming(kind, `owner${owner}`, 2, 9))),
    );
    const given = claimed.flat().map(({ key }) => key);
    expect(new Set(given).size).toBe(given.length);
    const rest = await jobs.claim(claiming(kind, "last", 2, 100));
    expect([...given, ...rest.map(({ key }) => key)].sort()).toEqual([...keys].sort());
  });

  it("does a job once, and gives it to another where the first did not come back", async () => {
    const kind = unique("kind");
    const { jobs } = store();
    await jobs.schedule([job(kind, "a", at(1))]);
    const [first] = await jobs.claim(claiming(kind, "one", 1));
    const [second] = await jobs.claim(claiming(kind, "two", 7));
    if (!first || !second) throw new Error("not claimed");
    expect(second).toMatchObject({ fence: 2, attempts: 1 });
    expect(await jobs.done(first, at(8))).toBe(false);
    expect(await jobs.extend(first, at(20))).toBe(false);
    expect(await jobs.extend(second, at(20))).toBe(true);
    expect(await jobs.claim(claiming(kind, "one", 15))).toEqual([]);
    expect(await jobs.done(second, at(16))).toBe(true);
    expect(await jobs.done(second, at(16))).toBe(false);
    expect(await jobs.next([kind])).toBeUndefined();
  });

  it("tries again later, and counts", async () => {
    const kind = unique("kind");
    const { jobs } = store();
    await jobs.schedule([job(kind, "a", at(1))]);
    const [first] = await jobs.claim(claiming(kind, "one", 1));
    if (!first) throw new Error("not claimed");
    expect(await jobs.retry(first, at(30))).toBe(true);
    expect(await jobs.retry(first, at(40))).toBe(false);
    expect(await jobs.claim(claiming(kind, "one", 29))).toEqual([]);
    expect(await jobs.claim(claiming(kind, "one", 30))).toMatchObject([{ attempts: 1, fence: 2 }]);
  });

  it("moves a job that is scheduled again, even while it is being done", async () => {
    const kind = unique("kind");
    const { jobs } = store();
    await jobs.schedule([job(kind, "a", at(1))]);
    const [first] = await jobs.claim(claiming(kind, "one", 1));
    if (!first) throw new Error("not claimed");
    await jobs.schedule([job(kind, "a", at(50), { payload: '{"a":2}' })]);
    expect(await jobs.done(first, at(2))).toBe(false);
    expect(await jobs.next([kind])).toEqual(at(50));
    const [moved] = await jobs.claim(claiming(kind, "one", 50));
    expect(moved).toMatchObject({ payload: '{"a":2}', attempts: 0 });
  });

  it("begins a job that was done anew, but not one that is to be done once", async () => {
    const kind = unique("kind");
    const { jobs } = store();
    await jobs.schedule([job(kind, "a", at(1)), job(kind, "b", at(1))]);
    for (const claimed of await jobs.claim(claiming(kind, "one", 1))) await jobs.done(claimed, at(2));
    await jobs.schedule([job(kind, "a", at(3)), job(kind, "b", at(3), { once: true })]);
    expect(await jobs.claim(claiming(kind, "one", 4))).toMatchObject([{ key: "a" }]);
  });

  it("cancels by key, and forgets what was done long ago", async () => {
    const kind = unique("kind");
    const community = unique("discord:c");
    const { jobs } = store();
    await jobs.schedule(["a", "b", "c"].map((key) => job(kind, key, at(1), { community })));
    expect(await jobs.cancel({ kind, key: "a" })).toBe(true);
    expect(await jobs.cancel({ kind, key: "a" })).toBe(false);
    expect((await jobs.pending({ community })).map(({ key }) => key)).toEqual(["b", "c"]);
    const [b] = await jobs.claim(claiming(kind, "one", 1, 1));
    if (!b) throw new Error("not claimed");
    await jobs.done(b, at(2));
    expect(await jobs.cancel(b)).toBe(false);
    await jobs.purge(at(2));
    await jobs.schedule([job(kind, "b", at(9), { once: true })]);
    expect((await jobs.pending({ community })).map(({ key }) => key)).toEqual(["c"]);
    expect(await jobs.purge(at(3))).toBeGreaterThan(0);
    await jobs.schedule([job(kind, "b", at(9), { once: true, community })]);
    expect((await jobs.pending({ community })).map(({ key }) => key)).toEqual(["c", "b"]);
  });
}
