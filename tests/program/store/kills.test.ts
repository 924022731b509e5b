/**
 * Processes that write at the same time are killed at any moment, and PostgreSQL with them: whatever was acknowledged is
 * there afterwards, once. `STORE_KILLS=100` is that many rounds.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { openStoreHere } from "../../../src/store/opening/here.js";
import type { StorePlace } from "../../../src/store/place.js";
import { NO_POSTGRES, type Postgres, startPostgres } from "../../../standins/postgres/index.js";
import { temporaryFolder } from "../../support/store/folder.js";

const ROUNDS = Number(process.env.STORE_KILLS ?? 1);
const WRITER = join(PACKAGE_ROOT, "dist/bench/tools/programs/store-writer.js");
/** Processes, and how many write at once in each. */
const PROCESSES = 2;
const WRITERS = 4;
const NIGHTS = ["night-1", "night-2"];

vi.setConfig({ testTimeout: 60_000 + ROUNDS * 20_000 });

/** Lets processes write, kills them after a while, and gives what was acknowledged to them. */
async function round(place: StorePlace, name: string, end: () => Promise<void>): Promise<string[]> {
  const acknowledged: string[] = [];
  const ready: Promise<void>[] = [];
  const children = Array.from({ length: PROCESSES }, (_, number) => {
    const args = [WRITER, JSON.stringify(place), `${name}-${number}`, String(WRITERS)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    const ended = once(child, "close");
    ready.push(
      new Promise((resolve, reject) => {
        child.stdout.setEncoding("utf8").on("data", (text: string) => {
          said += text;
          if (said.includes("\n")) resolve();
        });
        ended.then(() => reject(new Error("a writer ended before it was killed")), reject);
      }),
    );
    return {
      child,
      said: () => said,
      ended: ended.then(() => {
        // The last line may have been cut off: then it was not told.
        const lines = said.slice(0, said.lastIndexOf("\n") + 1).split("\n");
        acknowledged.push(...lines.filter((line) => line !== "" && line !== "ready"));
      }),
    };
  });
  await Promise.all(ready);
  const said = () => children.map((one) => one.said());
  // At an instant that nobody chose, and not before anything was acknowledged.
  await setTimeout(50 + Math.random() * 400);
  while (!said().some((text) => text.split("\n").length > 3)) await setTimeout(20);
  await end();
  for (const { child } of children) child.kill("SIGKILL");
  await Promise.all(children.map(({ ended }) => ended));
  return acknowledged;
}

async function keysIn(place: StorePlace): Promise<string[]> {
  const store = await openStoreHere(place);
  const keys: string[] = [];
  for (const night of NIGHTS) {
    const { items } = await store.privacy.rows("night_events", { from: 0, size: 10_000_000 });
    const own = items.filter((row) => row.night === night);
    // Without a gap, and as many as the night counts.
    expect(own.map(({ number }) => number)).toEqual(own.map((_, at) => at + 1));
    expect((await store.nights.get(night))?.last).toBe(own.length);
    keys.push(...own.flatMap(({ key }) => (key === null ? [] : [`${night} ${key}`])));
  }
  await store.close();
  return keys;
}

async function rounds(place: StorePlace, end: (number: number) => Promise<void>, begin = async () => {}) {
  const acknowledged = new Set<string>();
  for (let number = 0; number < ROUNDS; number += 1) {
    for (const vote of await round(place, `r${number}`, () => end(number))) acknowledged.add(vote);
    await begin();
    const stored = await keysIn(place);
    const there = new Set(stored);
    expect(there.size).toBe(stored.length);
    expect([...acknowledged].filter((vote) => !there.has(vote))).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS);
  if (ROUNDS > 10) process.stdout.write(`${acknowledged.size} votes acknowledged, ${ROUNDS} rounds\n`);
}

describe("what was acknowledged survives", () => {
  it("processes that are killed, with the embedded store", async () => {
    await rounds({ folder: temporaryFolder() }, async () => undefined);
  });

  describe.skipIf(NO_POSTGRES)(`PostgreSQL ${NO_POSTGRES ?? ""}`, () => {
    let server: Postgres | undefined;
    beforeAll(async () => {
      server = await startPostgres(true);
    });
    afterAll(() => server?.remove());

    it("processes that are killed, and the server with them every other time", async () => {
      const place = { folder: "", databaseUrl: (await server?.database()) ?? "" };
      let down = false;
      const end = async (number: number) => {
        down = number % 2 === 0;
        if (down) await server?.kill();
      };
      await rounds(place, end, async () => {
        if (down) await server?.start();
      });
    });
  });
});
