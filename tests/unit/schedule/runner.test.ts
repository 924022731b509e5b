/** Jobs that several runners share: each done once, late ones at once, what fails tried again. */
import { describe, expect, it } from "vitest";
import { DAILY, dailyJob, dailyWork } from "../../../src/schedule/daily.js";
import { type JobHandler, Runner } from "../../../src/schedule/runner.js";
import type { Store } from "../../../src/store/port.js";
import { Clock, HOUR, lastingFile, MINUTE } from "../../support/nights.js";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

function runnerOf(store: Store, clock: Clock, handlers: Readonly<Record<string, JobHandler>>): Runner {
  const parts = { store: async () => store, log: silent, now: clock.now };
  return new Runner({ ...parts, handlers: new Map(Object.entries(handlers)) });
}

/** Notes which jobs were done. */
const noting =
  (done: string[]): JobHandler =>
  async ({ key }) => {
    done.push(key);
    return "done";
  };

const reminder = (key: string, due: Date) => ({ kind: "reminder", key, payload: "{}", due, once: true });

describe("what is due", () => {
  it("is done once though three share the store, and what is not due waits", async () => {
    const [file, clock] = [lastingFile(), new Clock()];
    const done: string[] = [];
    const handlers = { reminder: noting(done) };
    const stores = [await file.open(), await file.open(), await file.open()] as const;
    const runners = stores.map((store) => runnerOf(store, clock, handlers));
    const jobs = Array.from({ length: 40 }, (_, at) => reminder(`r${at}`, clock.in(at * MINUTE)));
    await stores[0].jobs.schedule(jobs);
    for (let minute = 0; minute < 45; minute++) {
      await Promise.all(runners.map((runner) => runner.round()));
      expect(done.length).toBe(Math.min(40, minute + 1));
      clock.pass(MINUTE);
    }
    expect(new Set(done).size).toBe(40);
  });

  it("is done late where nobody was there, and by another where one died with it in hand", async () => {
    const [file, clock] = [lastingFile(), new Clock()];
    const done: string[] = [];
    const store = await file.open();
    await store.jobs.schedule([reminder("missed", clock.in(MINUTE))]);
    const until = clock.in(2 * MINUTE);
    clock.pass(MINUTE);
    // As one that is killed leaves it.
    expect(await store.jobs.claim({ owner: "killed", now: clock.now(), until, most: 1 })).toHaveLength(1);
    await store.close();
    const again = await file.open();
    const runner = runnerOf(again, clock, { reminder: noting(done) });
    expect(await runner.round()).toBe(0);
    clock.pass(5 * HOUR);
    expect(await runner.round()).toBe(1);
    expect(done).toEqual(["missed"]);
    expect(await runner.round()).toBe(0);
  });

  it("is tried again, later each time, where it fails or throws", async () => {
    const [store, clock] = [await lastingFile().open(), new Clock()];
    const tried: number[] = [];
    const begun = clock.now().getTime();
    const runner = runnerOf(store, clock, {
      reminder: async () => {
        tried.push(clock.now().getTime() - begun);
        if (tried.length === 2) throw new Error("broken");
        return tried.length < 4 ? "again" : "done";
      },
    });
    await store.jobs.schedule([reminder("stubborn", clock.now())]);
    for (let second = 0; second < 120; second++) {
      await runner.round();
      clock.pass(1_000);
    }
    expect(tried).toHaveLength(4);
    const pauses = tried.slice(1).map((at, index) => at - (tried[index] ?? 0));
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(new Set(pauses).size).toBe(3);
  });

  it("is left alone where it is of a kind that this program does not know", async () => {
    const [store, clock] = [await lastingFile().open(), new Clock()];
    await store.jobs.schedule([{ ...reminder("later", clock.now()), kind: "of-tomorrow" }]);
    expect(await runnerOf(store, clock, { reminder: async () => "done" }).round()).toBe(0);
    expect(await store.jobs.next(["of-tomorrow"])).toEqual(clock.now());
  });

  it("is begun and ended with the program", async () => {
    const [store, clock] = [await lastingFile().open(), new Clock()];
    let finish: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const runner = runnerOf(store, clock, {
      reminder: async () => {
        finish();
        return "done";
      },
    });
    await store.jobs.schedule([reminder("now", clock.now())]);
    runner.start();
    await begun;
    await runner.stop();
    expect(await store.jobs.next(["reminder"])).toBeUndefined();
  });
});

describe("once a day", () => {
  it("what is old is forgotten, and tomorrow is seen to", async () => {
    const [store, clock] = [await lastingFile().open(), new Clock()];
    const take = () => store.seen.take("fake", "1", clock.now(), clock.in(1e12));
    await take();
    await store.lists.add({ community: "fake:gone" }, 862, "fake:1", clock.now(), 10);
    await store.lists.add({ community: "fake:there" }, 862, "fake:1", clock.now(), 10);
    await store.communities.removed("fake:gone", clock.now());
    const runner = runnerOf(store, clock, { [DAILY]: dailyWork() });
    await store.jobs.schedule([dailyJob(clock.now())]);
    expect(await runner.round()).toBe(1);
    expect(await take()).toBe("held");
    expect(await store.lists.count({ community: "fake:gone" })).toBe(1);
    for (let day = 0; day < 31; day++) {
      clock.pass(24 * HOUR);
      expect(await runner.round()).toBe(1);
    }
    expect(await take()).toBe("mine");
    expect(await store.lists.count({ community: "fake:gone" })).toBe(0);
    expect(await store.lists.count({ community: "fake:there" })).toBe(1);
    // Of a day that was seen to, nothing is done again.
    await store.jobs.schedule([dailyJob(clock.now())]);
    expect(await runner.round()).toBe(0);
  });
});
