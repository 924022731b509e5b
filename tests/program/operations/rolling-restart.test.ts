/**
 * Two instances behind a proxy are restarted one after the other while people ask: nothing is lost. `ROLLING=10000` asks as
 * many questions, and restarts until they are answered.
 */
import { Agent, get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { freePort } from "../../support/free-port.js";
import { type KeptProxy, startKeptProxy, WHY } from "../../support/kept-proxy.js";
import { MAIN, type RunningProgram, run } from "../../support/running-program.js";
import { starter } from "../../support/starter-index.js";

const QUESTIONS = Number(process.env.ROLLING ?? 1_500);
/** Longer than this process, which is the proxy too, stands still on a machine that is busy. */
const DRAIN_SECONDS = 5;
const PEOPLE = 16;
/** Milliseconds between an answer and the next question: a short run asks all the time while instances come and go. */
const PAUSE = QUESTIONS > 5_000 ? 5 : 100;
const PATHS = ["/api/votos/titanic", "/api/mes/enero", "/api/ask?q=algo+como+matrix", "/pelicula/603", "/"];

let proxy: KeptProxy | undefined;
afterAll(() => proxy?.close());

async function instance(port: number): Promise<RunningProgram> {
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: starter.root,
    PORT: String(port),
    HTTP_RATE_LIMIT: "0",
    DRAIN_SECONDS: String(DRAIN_SECONDS),
  };
  const program = run(process.execPath, [MAIN], { cwd: "/tmp", env, stdio: ["ignore", "pipe", "pipe"] });
  await program.until(`:${port}`);
  return program;
}

describe("a rolling restart", () => {
  it(`loses none of ${QUESTIONS} questions`, async () => {
    const ports = [await freePort(), await freePort()];
    const programs = await Promise.all(ports.map(instance));
    proxy = await startKeptProxy(ports);
    const { address } = proxy;
    const agent = new Agent({ keepAlive: true, maxSockets: PEOPLE });
    const answers = new Map<number | string, number>();
    const note = (what: number | string) => void answers.set(what, (answers.get(what) ?? 0) + 1);
    let asked = 0;
    let isOver = false;
    const person = async () => {
      while (asked < QUESTIONS || !isOver) {
        // Each is asked only once: nothing is answered from what is kept.
        const path = PATHS[asked++ % PATHS.length] ?? "/";
        await new Promise<void>((resolve) => {
          get(
            `${address}${path}${path.includes("?") ? "&" : "?"}${"&".repeat(asked % 200)}`,
            { agent },
            (response) => {
              response.resume().on("end", () => {
                const why = response.headers[WHY];
                note(
                  why === undefined ? (response.statusCode ?? 0) : `${response.statusCode} ${String(why)}`,
                );
                resolve();
              });
            },
          ).on("error", (error: NodeJS.ErrnoException) => {
            note(error.code ?? error.message);
            resolve();
          });
        });
        await pause(PAUSE);
      }
    };
    const people = Array.from({ length: PEOPLE }, person);
    do {
      for (const [at, port] of ports.entries()) {
        // Whoever restarts them waits until the proxy knows that both are there.
        await expect.poll(() => proxy?.ready.size, { timeout: 60_000 }).toBe(ports.length);
        await pause(200);
        expect(await programs[at]?.end("SIGTERM")).toBe(0);
        programs[at] = await instance(port);
      }
    } while (asked < QUESTIONS);
    await pause(300);
    isOver = true;
    await Promise.all(people);
    agent.destroy();
    expect(asked).toBeGreaterThanOrEqual(QUESTIONS);
    expect(Object.fromEntries(answers)).toEqual({ 200: asked });
    await Promise.all(programs.map((program) => program.end()));
  }, 300_000);
});
