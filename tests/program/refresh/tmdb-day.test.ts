/**
 * A short day of TMDB with everything that goes wrong on it, through the program that people run, at its own pace.
 * `npm run bench -- refresh` plays one of full size.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Day, DETAIL, playDay } from "../../../bench/refreshing/tmdb-day.js";

// Each refresh builds in processes of its own: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 });

const SIZE = {
  listed: 20_000,
  stored: 600,
  changed: 140,
  withdrawnEvery: 20,
  faultEvery: 10,
  waitsForLease: false,
};
/** Requests for details that may be under way when the program is killed. */
const AT_ONCE = 8;

const root = mkdtempSync(join(tmpdir(), "claqueta-day-"));
let day: Day;
beforeAll(async () => {
  day = await playDay(root, SIZE);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("a day of TMDB with all its errors and a kill −9", () => {
  it("meets every one of them", () => {
    expect(new Set(day.log.map(({ status }) => status))).toEqual(
      new Set([0, 200, 401, 404, 429, 500, 502, 503]),
    );
    expect(day.killed.code).toBeNull();
  });

  it("ends with the right catalogue", () => {
    expect(day.last).toMatchObject({ code: 0 });
    expect(day.wrongFilms).toEqual([]);
    expect(day.keptFilms).toEqual([]);
  });

  it("refuses a wrong token at once, and says which", () => {
    expect(day.wrong.code).toBe(1);
    expect(day.wrong.said).toContain("TMDB does not accept the token in TMDB_TOKEN (401)");
    expect(day.log.filter(({ status }) => status === 401)).toHaveLength(1);
  });

  it("asks for nothing twice without need", () => {
    const details = day.log.flatMap(({ path }) => DETAIL.exec(path)?.[1] ?? []);
    expect(new Set(details).size).toBe(SIZE.changed);
    expect(day.repeated.length).toBeLessThanOrEqual(AT_ONCE);
    const broken = Math.ceil(SIZE.changed / SIZE.faultEvery);
    expect(details.length).toBeLessThanOrEqual(SIZE.changed + broken + AT_ONCE);
    // The list comes once broken and once whole, whoever is killed after that.
    expect(day.log.filter(({ path }) => path.includes("/exports/"))).toHaveLength(2);
    const pages = day.log.flatMap(({ path }) => /changes.*page=(\d)/u.exec(path)?.[1] ?? []);
    // Once refused, once whole; the second was missing twice.
    expect(pages.filter((page) => page === "1")).toHaveLength(2);
    expect(pages.filter((page) => page === "2")).toHaveLength(3);
    expect(pages).toHaveLength(5);
  });

  it("keeps within the rate", () => {
    expect(day.peak).toBeLessThanOrEqual(20);
  });
});
