/**
 * Connections that say nothing, or begin a request and never end it. HTTP_SILENT=5000 opens the full number: they are cut
 * off, others are answered meanwhile, and nothing of them stays.
 */
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunningProgram } from "../../../support/running-program.js";
import { starter } from "../../../support/starter-index.js";
import { start } from "./program.js";

const WHOLE = process.env.HTTP_SILENT;
const CONNECTIONS = Number(WHOLE ?? 0);
/** Opened at once: more than the system keeps waiting are turned away before the program sees them. */
const AT_ONCE = 100;
const BEGUN = ["", "GET", "GET /api/votos/titanic HTTP/1.1\r\nHost: x\r\n", "POST /api/ask HTTP/1.1\r\n"];
/** Milliseconds until the server has cut all of them off: 30 s without a word, and the turns it looks in. */
const PATIENCE = 120_000;
const MAX_GROWTH = 100e6;

let server: RunningProgram;
beforeAll(async () => {
  if (WHOLE !== undefined) server = await start({ DATA_DIR: starter.root, PORT: "0", HTTP_RATE_LIMIT: "0" });
});
afterAll(() => server?.end());

async function memory(): Promise<number> {
  const figures = await (await fetch(`${server.address}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\d+)/mu.exec(figures)?.[1]);
}

it.skipIf(WHOLE === undefined)(
  `cuts off ${CONNECTIONS} of them (skipped unless HTTP_SILENT says how many)`,
  async () => {
    const { hostname, port } = new URL(server.address);
    const before = await memory();
    let [open, cut, answered, failed] = [0, 0, 0, 0];
    const statuses = new Set<string>();
    const silent: Socket[] = [];
    const one = (begun: string) =>
      new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => {
          open += 1;
          socket.write(begun);
          resolve();
        });
        socket.on("data", (piece) => void statuses.add(piece.toString("latin1").slice(9, 12)));
        socket.on("error", () => resolve());
        socket.on("close", () => {
          cut += 1;
        });
        silent.push(socket);
      });
    let isOver = false;
    const others = (async () => {
      while (!isOver) {
        const response = await fetch(`${server.address}/api/votos/titanic`);
        await response.arrayBuffer();
        if (response.status === 200) answered += 1;
        else failed += 1;
        await pause(50);
      }
    })();
    for (let at = 0; at < CONNECTIONS; at += AT_ONCE) {
      await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, CONNECTIONS - at) }, (_, next) =>
          one(BEGUN[(at + next) % BEGUN.length] ?? ""),
        ),
      );
    }
    await expect.poll(() => cut, { timeout: PATIENCE, interval: 500 }).toBe(CONNECTIONS);
    isOver = true;
    await others;
    const growth = (await memory()) - before;
    console.log({ open, cut, answered, growth: `${(growth / 1e6).toFixed(0)} MB`, statuses: [...statuses] });
    expect(open).toBe(CONNECTIONS);
    expect(answered).toBeGreaterThan(10);
    expect(failed).toBe(0);
    expect([...statuses].filter((status) => status >= "500")).toEqual([]);
    expect(growth).toBeLessThan(MAX_GROWTH);
    expect(server.complaints).toBe("");
  },
  PATIENCE * 3,
);
