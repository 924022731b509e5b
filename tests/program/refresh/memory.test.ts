/** What a version took is given back when the next one is in use, and not only when the one after it is. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { botOf } from "../../../src/app/bot/live-bot.js";
import { openLiveEdition } from "../../../src/app/bot/live-edition.js";
import { createProgram } from "../../../src/app/bot/program.js";
import { pointTo } from "../../../src/catalog/versions/versions.js";
import { ask } from "../../../src/chat/ask.js";
import { asking, memoryPorts } from "../../support/fakes.js";
import { starter } from "../../support/starter-index.js";

// Each refresh builds in processes of its own: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc") as () => void;

const root = mkdtempSync(join(tmpdir(), "claqueta-memory-"));
beforeAll(() => {
  for (let copy = 1; copy <= 22; copy++)
    cpSync(join(starter.root, starter.version), join(root, name(copy)), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const name = (copy: number) => (copy === 1 ? starter.version : `${starter.version}.${copy}`);

async function megabytes(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + external + arrayBuffers) / 1e6;
}

it("memory does not grow over 20 refreshes", async () => {
  pointTo(root, name(1));
  const ports = memoryPorts();
  const live = await openLiveEdition({ dataDir: root, log: ports.log, tell: () => {}, every: 1e9 });
  const bot = botOf(live.current, createProgram({ minimumVotes: 0 }), ports);
  const questions = async () => {
    for (const line of ["/votos titanic", "/recomendar toy story", "/buscar tiburones", "/datos"]) {
      const { status } = await ask(bot(), line, asking());
      expect(status).toBe("ok");
    }
  };
  await questions();
  // In a function of its own, so that the test does not hold on to what it compares with.
  const swap = async (copy: number) => {
    const before = live.current();
    pointTo(root, name(copy));
    await live.look();
    expect(live.current()).not.toBe(before);
  };
  const figures: number[] = [];
  for (let copy = 2; copy <= 22; copy++) {
    await swap(copy);
    await questions();
    figures.push(await megabytes());
  }
  live.stop();
  const [first = 0, second = 0] = figures;
  const last = figures.at(-1) ?? 0;
  const told = [first, second, last].map((figure) => figure.toFixed(1));
  process.stdout.write(`  after refresh 1, 2, ${figures.length}: ${told.join(", ")} MB\n`);
  // Not even the first version is held: it takes more than that.
  expect(first).toBeGreaterThan(10);
  expect(last - first).toBeLessThan(10);
  expect(second - first).toBeLessThan(10);
});
