/** A refresh that is killed around the swap: what was new is told once all the same, or not before it is in use. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { currentVersion } from "../../../src/catalog/versions/versions.js";
import { readNews } from "../../../src/refresh/news.js";
import { readState } from "../../../src/refresh/run/state.js";
import { FEED_FILMS, feedOf, refreshed, writeFeed } from "./feed.js";

// Each refresh builds in processes of its own: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const CLI = join(import.meta.dirname, "../../../dist/src/cli/refresh.js");
const place = mkdtempSync(join(tmpdir(), "claqueta-killed-"));
const root = join(place, "index");
const folder = join(place, "feed");
const env = { SOURCES: `folder:${folder}` };

afterAll(() => rmSync(place, { recursive: true, force: true }));

/** The process ends itself as a kill −9 would, right before or after the pointer is renamed. */
const dying = (when: "before" | "after") => `
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const rename = fs.renameSync;
  const end = () => process.kill(process.pid, "SIGKILL");
  fs.renameSync = (from, to) => {
    const swaps = String(to).endsWith("/CURRENT");
    if (swaps && "${when}" === "before") end();
    rename(from, to);
    if (swaps) end();
  };
  syncBuiltinESMExports();`;

function killed(when: "before" | "after"): void {
  const hook = `data:text/javascript,${encodeURIComponent(dying(when))}`;
  const { signal } = spawnSync(process.execPath, ["--import", hook, CLI], {
    env: { PATH: process.env.PATH, DATA_DIR: root, ...env },
  });
  expect(signal).toBe("SIGKILL");
  // The lease of who was killed runs out after half a minute: nobody waits for that here.
  rmSync(join(root, "refresh.lease"), { recursive: true, force: true });
}

const told = () => readNews(root).map(({ version, added }) => [version, added]);
const published = () => readState(root).published?.version;

/** Two films come later, one with each refresh. */
beforeAll(async () => {
  writeFeed(folder, feedOf(FEED_FILMS.slice(0, -2)));
  await refreshed(root, env);
});

it("right before it tells nothing, and the next run tells it once", async () => {
  writeFeed(folder, feedOf(FEED_FILMS.slice(0, -1)));
  const first = currentVersion(root);
  killed("before");
  expect(currentVersion(root)).toBe(first);
  expect(told()).toEqual([]);
  expect(await refreshed(root, env)).toMatchObject({ outcome: "published" });
  expect(told()).toEqual([[currentVersion(root), 1]]);
  expect(published()).toBe(currentVersion(root));
});

it("right after it tells it, and the next run tells it no second time", async () => {
  writeFeed(folder, feedOf());
  const before = told();
  killed("after");
  const version = currentVersion(root);
  expect(told()).toEqual([...before, [version, 1]]);
  expect(await refreshed(root, env)).toMatchObject({ outcome: "unchanged" });
  expect(currentVersion(root)).toBe(version);
  expect(told()).toEqual([...before, [version, 1]]);
  expect(published()).toBe(version);
  // It stands, too, where another version is in use later.
  writeFeed(folder, feedOf(FEED_FILMS.slice(0, -1)));
  await refreshed(root, env, { force: true });
  expect(told()).toEqual([...before, [version, 1]]);
});
