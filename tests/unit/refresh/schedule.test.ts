/** When it is time, in UTC, and what a restart makes of a time that was missed. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FolderWatch } from "../../../src/refresh/service/folder-watch.js";
import { missedRun, Schedule } from "../../../src/refresh/service/schedule.js";
import { FolderSource } from "../../../src/refresh/sources/folder/source.js";

describe("a run that was missed", () => {
  const missed = (cron: string, lastRun: string | null, now: string) =>
    missedRun(cron, lastRun, new Date(now))?.toISOString();

  it.each<[string, string, string | null, string, string | undefined]>([
    [
      "was due this morning",
      "30 8 * * *",
      "2026-11-19T08:30:00Z",
      "2026-11-20T12:00:10Z",
      "2026-11-20T08:30:00.000Z",
    ],
    [
      "was due days ago",
      "0 6 * * 1",
      "2026-11-14T00:00:00Z",
      "2026-11-20T12:00:00Z",
      "2026-11-16T06:00:00.000Z",
    ],
    ["was never done", "30 8 * * *", null, "2026-11-20T12:00:00Z", "2026-11-20T12:00:00.000Z"],
    ["is none: it was done", "30 8 * * *", "2026-11-20T08:30:01Z", "2026-11-20T12:00:00Z", undefined],
    ["is none: it is not yet time", "30 8 * * *", "2026-11-19T09:00:00Z", "2026-11-20T08:29:59Z", undefined],
    [
      "is of an hour that clocks skip elsewhere",
      "30 2 * * *",
      "2026-10-24T02:30:00Z",
      "2026-10-25T02:31:00Z",
      "2026-10-25T02:30:00.000Z",
    ],
    [
      "has seconds",
      "15 30 8 * * *",
      "2026-11-19T08:31:00Z",
      "2026-11-20T08:30:16Z",
      "2026-11-20T08:30:15.000Z",
    ],
    [
      "was done by a clock that has been set back since",
      "30 8 * * *",
      "2026-11-20T19:00:00Z",
      "2026-11-20T12:00:00Z",
      "2026-11-20T12:00:00.000Z",
    ],
    [
      "is none: it was done by another machine, whose clock is a little ahead",
      "30 8 * * *",
      "2026-11-20T12:00:30Z",
      "2026-11-20T12:00:00Z",
      undefined,
    ],
    [
      "is a year old",
      "0 0 1 1 *",
      "2025-01-01T00:00:00Z",
      "2026-11-20T00:00:00Z",
      "2026-11-20T00:00:00.000Z",
    ],
  ])("%s", (_, cron, lastRun, now, expected) => {
    expect(missed(cron, lastRun, now)).toBe(expected);
  });
});

describe("the schedule", () => {
  it("runs when it is time, one run at a time, and not after it was stopped", async () => {
    let running = 0;
    let most = 0;
    const dues: Date[] = [];
    const schedule = new Schedule({
      cron: "* * * * * *",
      lastRun: () => new Date().toISOString(),
      now: () => new Date(),
      run: async (due) => {
        dues.push(due);
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 1_300));
        running--;
      },
    });
    const before = Date.now();
    schedule.start();
    expect(schedule.next?.getTime()).toBeGreaterThan(before - 1_000);
    while (dues.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    schedule.stop();
    expect(most).toBe(1);
    const ran = dues.length;
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(dues.length).toBe(ran);
  });

  it("catches up at once", async () => {
    const due = await new Promise<Date>((resolve) => {
      const schedule = new Schedule({
        cron: "0 0 1 1 *",
        lastRun: () => null,
        now: () => new Date(),
        run: async (at) => {
          resolve(at);
          schedule.stop();
        },
      });
      schedule.start();
    });
    expect(due.getTime()).toBeLessThanOrEqual(Date.now());
  });
});

describe("a clock that is set", () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-20T08:20:00Z") }));
  afterEach(() => void vi.useRealTimers());

  function scheduled(cron: string, last: string) {
    const dues: string[] = [];
    let lastRun = last;
    const schedule = new Schedule({
      cron,
      lastRun: () => lastRun,
      now: () => new Date(),
      run: async (due) => {
        dues.push(due.toISOString().slice(11, 16));
        lastRun = new Date().toISOString();
      },
    });
    schedule.start();
    return { dues, schedule };
  }

  it("back: times come again, and what was done in a future that is none counts for nothing", async () => {
    const { dues, schedule } = scheduled("30 * * * *", "2026-11-20T07:30:00Z");
    vi.setSystemTime(new Date("2026-11-20T05:20:00Z"));
    await vi.advanceTimersByTimeAsync(75 * 60_000);
    expect(dues).toEqual(["05:20", "05:30", "06:30"]);
    schedule.stop();
  });

  it("forth: what was due meanwhile is caught up", async () => {
    const { dues, schedule } = scheduled("30 8 * * *", "2026-11-19T08:30:00Z");
    vi.setSystemTime(new Date("2026-11-20T11:00:00Z"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(dues).toEqual(["08:30"]);
    await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
    expect(dues).toEqual(["08:30", "08:30"]);
    schedule.stop();
    await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
    expect(dues).toHaveLength(2);
  });
});

describe("a folder that is a source", () => {
  it("is read again once a change in it has come to rest", async () => {
    const folder = mkdtempSync(join(tmpdir(), "claqueta-watch-"));
    let mark: string | null = null;
    let changes = 0;
    const sources = [{ kind: "folder", name: "folder:x", place: folder }];
    const onChange = () => void changes++;
    const watch = new FolderWatch({ sources, mark: () => mark, onChange, every: 1e9 });
    await watch.look();
    writeFileSync(join(folder, "a.csv"), "a");
    await watch.look();
    writeFileSync(join(folder, "a.csv"), "ab");
    await watch.look();
    expect(changes).toBe(0);
    await watch.look();
    expect(changes).toBe(1);
    mark = (await new FolderSource("folder:x", folder).fetch()).mark;
    await watch.look();
    await watch.look();
    expect(changes).toBe(1);
    rmSync(join(folder, "a.csv"));
    await watch.look();
    expect(changes).toBe(1);
    watch.stop();
    rmSync(folder, { recursive: true });
  });
});
