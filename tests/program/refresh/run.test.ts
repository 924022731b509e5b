/** One refresh: what it asks, builds, swaps and remembers. */
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadConfig } from "../../../src/app/config/config.js";
import { openCatalog } from "../../../src/catalog/open.js";
import { currentVersion, storedVersions } from "../../../src/catalog/versions/versions.js";
import { refreshMessages } from "../../../src/chat/answer/refresh-words.js";
import { SPANISH } from "../../../src/chat/locale.js";
import { readArguments, runRefresh } from "../../../src/cli/refresh.js";
import { RefreshError } from "../../../src/refresh/failure.js";
import { leasesOf } from "../../../src/refresh/run/lease.js";
import { lastWholeRun, readState, stateFile, statusOf } from "../../../src/refresh/run/state.js";
import { OperatorError } from "../../../src/words.js";
import { STARTER } from "../../support/build-index.js";
import { FEED_FILMS, feedOf, filmAt, refreshed, writeFeed } from "./feed.js";

// Each refresh builds an index: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let place: string;
let root: string;
let folder: string;
let env: Record<string, string>;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "claqueta-run-"));
  root = join(place, "index");
  folder = join(place, "feed");
  env = { SOURCES: `folder:${folder}` };
  writeFeed(folder, feedOf());
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** The feed with another figure in it, so that another version comes of it. */
function change(round: number): void {
  const films = FEED_FILMS.map((film, at) =>
    at === 0 ? { ...film, movie: { ...film.movie, popularity: String(round) } } : film,
  );
  writeFeed(folder, feedOf(films));
}

describe("a refresh", () => {
  it("builds what changed, keeps three versions, and says what is different", async () => {
    const said: string[] = [];
    expect(await refreshed(root, env, {}, (line) => said.push(line))).toMatchObject({
      outcome: "published",
      films: FEED_FILMS.length,
      difference: null,
    });
    expect(said).toContain("Building the index…");
    expect(await refreshed(root, env)).toMatchObject({ outcome: "unchanged" });
    const versions = [currentVersion(root)];
    for (let round = 1; round <= 3; round++) {
      change(round);
      const report = await refreshed(root, env);
      expect(report).toMatchObject({ outcome: "published", difference: { added: 0, removed: 0 } });
      versions.push(currentVersion(root));
    }
    expect(new Set(versions).size).toBe(4);
    expect(storedVersions(root).map(({ name }) => name)).toEqual(versions.slice(1).toReversed());
    const state = readState(root);
    expect(state.runs).toEqual({ published: 4, unchanged: 1 });
    // Where it lies is not shown.
    expect(statusOf(state).sources).toMatchObject([{ name: "folder:feed", count: 3 }]);
  });

  it("touches nothing in a trial run, and says what it would do", async () => {
    await refreshed(root, env);
    const before = currentVersion(root);
    const [, ...others] = FEED_FILMS;
    const first = filmAt(0);
    writeFeed(
      folder,
      feedOf([...others.slice(0, -1), { ...first, movie: { ...first.movie, id: "999001" } }]),
    );
    const report = await refreshed(root, env, { dryRun: true });
    expect(report).toMatchObject({ outcome: "tried", difference: { added: 1, removed: 2 } });
    expect(refreshMessages(report, SPANISH)[0]).toMatch(
      /^Ensayo: no se cambió nada · 208 películas · \+1 película, 2 retiradas · /u,
    );
    expect(currentVersion(root)).toBe(before);
    expect(storedVersions(root)).toHaveLength(1);
    expect(await refreshed(root, env)).toMatchObject({ outcome: "published" });
  });

  it("leaves it to whoever is at it, and to whoever was since it was due", async () => {
    const lease = leasesOf(root).take();
    expect(await refreshed(root, env)).toMatchObject({ outcome: "busy" });
    lease?.release();
    await refreshed(root, env);
    const due = new Date(Date.now() - 3_600_000).toISOString();
    expect(await refreshed(root, env, { due })).toMatchObject({ outcome: "busy" });
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect(await refreshed(root, env, { due: later })).toMatchObject({ outcome: "unchanged" });
  });

  it("replaces a version in use that does not load, whatever it was", async () => {
    await refreshed(root, env);
    const broken = currentVersion(root) ?? "";
    truncateSync(join(root, broken, "films.arrow"), 9);
    const report = await refreshed(root, env);
    expect(report).toMatchObject({ outcome: "published", version: `${broken}.2` });
    expect(openCatalog(root).films.rowCount).toBe(FEED_FILMS.length);
  });

  it("that was interrupted is due again, and keeps what is in use", async () => {
    await refreshed(root, env);
    expect(lastWholeRun(readState(root))).toBe(readState(root).lastRun);
    const before = currentVersion(root);
    change(1);
    const stop = new AbortController();
    const progress = ({ en }: { en: string }) => (en === "Building the index…" ? stop.abort() : undefined);
    const host = { signal: stop.signal, progress };
    const report = await runRefresh({ only: [] }, loadConfig({ DATA_DIR: root, ...env }), host);
    expect(report).toMatchObject({ outcome: "failed", failures: [{ en: "Interrupted" }] });
    expect(lastWholeRun(readState(root))).toBeNull();
    expect(currentVersion(root)).toBe(before);
    expect(await refreshed(root, env)).toMatchObject({ outcome: "published" });
  });

  it("begins anew where its memory is damaged", async () => {
    await refreshed(root, env);
    for (const text of ["{", '{"format":2}']) {
      writeFileSync(stateFile(root), text);
      expect(await refreshed(root, env)).toMatchObject({ outcome: "unchanged" });
      expect(JSON.parse(readFileSync(stateFile(root), "utf8"))).toMatchObject({
        format: 1,
        lastFailure: null,
      });
    }
  });

  it("goes on with what other sources give where one fails", async () => {
    await refreshed(root, env);
    change(5);
    const both = { SOURCES: `folder:${folder},folder:${join(place, "none")}` };
    const report = await refreshed(root, both);
    expect(report.outcome).toBe("published");
    expect(report.failures).toMatchObject([{ source: `folder:${join(place, "none")}` }]);
    expect(readState(root).lastFailure?.en).toContain("ENOENT");
    expect(await refreshed(root, env)).toMatchObject({ failures: [] });
    expect(readState(root).lastFailure).toBeNull();
  });

  it("asks only the sources that are named", async () => {
    const both = { SOURCES: `starter,folder:${folder}` };
    const said: string[] = [];
    const from: string[] = [];
    await runRefresh({ only: ["folder"] }, loadConfig({ DATA_DIR: root, ...both }), {
      signal: new AbortController().signal,
      progress: ({ en }) => said.push(en),
      // What is built of them is asked elsewhere.
      buildIndex: async ({ sources }) => {
        from.push(...sources);
        throw new RefreshError("build", { es: "no", en: "no" });
      },
    });
    expect(said.filter((line) => line.startsWith("Source"))).toEqual([`Source folder:${folder}…`]);
    // The other gives what it has.
    expect(from).toEqual([STARTER, folder]);
    await expect(refreshed(root, both, { only: ["tmdb"] })).rejects.toThrow(OperatorError);
  });
});

describe("npm run refresh", () => {
  it("reads its arguments", () => {
    expect(readArguments(["--source", "tmdb", "--source", "starter", "--dry-run"])).toEqual({
      only: ["tmdb", "starter"],
      dryRun: true,
      force: false,
      due: undefined,
    });
    expect(readArguments(["--all"])).toBeUndefined();
    expect(readArguments(["now"])).toBeUndefined();
  });
});
