/** Several programs on one data folder: one refreshes when it is time, all take over what comes of it. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { currentVersion } from "../../../src/catalog/versions/versions.js";
import { readState } from "../../../src/refresh/run/state.js";
import { smallPackage } from "../../support/small-package.js";
import { FEED_FILMS, feedOf, refreshed, writeFeed } from "./feed.js";

// Each refresh builds in processes of its own: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const ROOT = join(import.meta.dirname, "../../..");
const place = mkdtempSync(join(tmpdir(), "claqueta-processes-"));
const index = join(place, "index");
const folder = join(place, "feed");
const env = { DATA_DIR: index, SOURCES: `folder:${folder}`, PORT: "0", LOG_LEVEL: "error", LOCALE: "es" };
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/**
 * @param onSaid told what the program writes, its log included
 * @param root where the program lies
 */
async function start(
  changes: Record<string, string> = {},
  onSaid: (text: string) => void = () => undefined,
  root = ROOT,
): Promise<string> {
  const child = spawn(process.execPath, [join(root, "dist/src/main.js")], {
    env: { PATH: process.env.PATH, ...env, ...changes },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  child.stderr.on("data", (piece) => onSaid(String(piece)));
  let said = "";
  return new Promise((resolve) => {
    child.stdout.on("data", (piece) => {
      onSaid(String(piece));
      said += piece;
      const [address] = /http:\/\/[\d.]+:\d+/u.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
}

async function versionOf(address: string): Promise<string> {
  return ((await (await fetch(`${address}/readyz`)).json()) as { version: string }).version;
}

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await met())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe("several programs on one data folder", () => {
  it("catch up once what was missed, and all take it over", async () => {
    writeFeed(folder, feedOf());
    await refreshed(index, env);
    const first = currentVersion(index);
    writeFeed(
      folder,
      feedOf(FEED_FILMS.map((film) => ({ ...film, movie: { ...film.movie, popularity: "5" } }))),
    );
    rmSync(join(index, "refresh.json"));
    // Once a year, and never done: due now, for each of them.
    const addresses = await Promise.all([1, 2, 3].map(() => start({ REFRESH_CRON: "0 0 1 1 *" })));
    await until(async () => {
      const versions = await Promise.all(addresses.map(versionOf));
      return versions.every((version) => version !== first && version === currentVersion(index));
    });
    expect(readState(index).runs).toEqual({ published: 1 });
    // Each looks once a second at what the one that refreshed has noted.
    const told = async () =>
      ((await (await fetch(`${addresses[2]}/api/datos`)).json()) as { result: { difference: unknown } })
        .result;
    await until(async () => (await told()).difference !== null);
    expect(await told()).toMatchObject({
      difference: { added: 0, removed: 0 },
      refresh: { lastFailure: null },
    });
  });

  it("go on with the last good version where a refresh is refused: who asks is told a code, the log why", async () => {
    const before = currentVersion(index);
    writeFeed(folder, feedOf(FEED_FILMS.slice(0, 100)));
    rmSync(join(index, "refresh.json"));
    let said = "";
    const address = await start({ REFRESH_CRON: "0 0 1 1 *" }, (text) => {
      said += text;
    });
    await until(async () =>
      (await (await fetch(`${address}/metrics`)).text()).includes("claqueta_refresh_failing 1"),
    );
    expect(await versionOf(address)).toBe(before);
    const { answer } = (await (await fetch(`${address}/api/datos`)).json()) as {
      answer: { fields: { name: string; value: string }[] };
    };
    const told = answer.fields.find(({ name }) => name === "Último fallo")?.value ?? "";
    const [, code] = /versión nueva rechazada \(código ([0-9a-f]{8})\)$/u.exec(told) ?? [];
    expect(code).toBeDefined();
    await until(() => said.includes(`"id":"${code}"`));
    const line = said.split("\n").find((one) => one.includes(`"id":"${code}"`)) ?? "";
    expect(JSON.parse(line)).toMatchObject({
      kind: "rejected",
      msg: expect.stringContaining("It has 100 films"),
    });
  });

  it("both serve where both begin with nothing", async () => {
    const empty = { DATA_DIR: join(place, "empty") };
    const few = smallPackage();
    const addresses = await Promise.all([1, 2].map(() => start(empty, undefined, few)));
    const [one, other] = await Promise.all(addresses.map(versionOf));
    expect(one).toMatch(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{12}$/u);
    expect(other).toBe(one);
  });
});
