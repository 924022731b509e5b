/** A refresh that the running program begins: in a process of its own, one at a time. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { RefreshReport } from "../../../src/refresh/port.js";
import { ChildRefresher } from "../../../src/refresh/service/refresher.js";

const report: RefreshReport = {
  outcome: "published",
  version: "2026-11-20-abc",
  films: 45_647,
  difference: { added: 214, removed: 3 },
  failures: [],
};

describe("a refresh on somebody's behalf", () => {
  const folder = mkdtempSync(join(tmpdir(), "claqueta-refresher-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const program = (text: string) => {
    const path = join(folder, `${Math.random()}.mjs`);
    writeFileSync(path, text);
    return path;
  };

  it("is one at a time, in a process of its own, of lower priority, and tells how far it is", async () => {
    const ended: RefreshReport[] = [];
    const refresher = new ChildRefresher({
      program: program(`
        import { getPriority } from "node:os";
        process.send({ progress: { es: "a medias", en: String(getPriority() >= 0) } });
        process.once("message", () => {
          process.send({ report: { ...${JSON.stringify(report)}, version: String(process.argv.slice(2)) } });
          process.disconnect();
        });
        setTimeout(() => process.emit("message"), 1500);
      `),
      onEnd: (one) => ended.push(one),
    });
    void refresher.run();
    while (refresher.progress === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(refresher.progress?.es).toBe("a medias");
    const [first, second] = await Promise.all([refresher.run(), refresher.run(new Date(0))]);
    expect(first).toEqual(second);
    expect(ended).toHaveLength(1);
    expect(refresher.progress).toBeUndefined();
    expect((await refresher.run(new Date(0))).version).toBe("--due,1970-01-01T00:00:00.000Z");
  });

  it("that ends without a word has failed", async () => {
    const refresher = new ChildRefresher({ program: program('console.error("no memory"); process.exit(9)') });
    expect(await refresher.run()).toMatchObject({
      outcome: "failed",
      failures: [{ kind: "interrupted", en: "Refreshing broke off: no memory" }],
    });
  });

  it("hands on what it logs, which is not what it says of its end", async () => {
    const logged: string[] = [];
    const refresher = new ChildRefresher({
      program: program(`console.error('no memory'); console.error('{"level":50}'); process.exit(9)`),
      onLog: (line) => logged.push(line),
    });
    expect((await refresher.run()).failures[0]?.en).toBe("Refreshing broke off: no memory");
    expect(logged).toEqual(['{"level":50}']);
  });

  it("ends when the program does", async () => {
    const refresher = new ChildRefresher({ program: program("setInterval(() => {}, 1000)") });
    const run = refresher.run();
    setTimeout(() => refresher.stop(), 100);
    expect((await run).outcome).toBe("failed");
  });
});
