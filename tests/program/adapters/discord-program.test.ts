/** The built program beside a stand-in Discord: both deliveries, shards, a wrong token, and its end. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type StandIn, type StandInOptions, startDiscord } from "../../../standins/discord/index.js";
import { until } from "../../support/discord-running.js";

const ROOT = join(import.meta.dirname, "../../..");
const START = join(ROOT, "scripts/start.mjs");
const MAIN = join(ROOT, "dist/src/main.js");
const PATIENCE = 30_000;

const folder = mkdtempSync(join(tmpdir(), "claqueta-discord-"));
const env = { PATH: process.env.PATH, DATA_DIR: join(folder, "index"), PORT: "0", LOCALE: "es" };

beforeAll(() => {
  // Compiles where something is stale, and builds the index that all use.
  const { status } = spawnSync(process.execPath, [START, "ask", "votos titanic"], { cwd: folder, env });
  expect(status).toBe(0);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

async function standIn(options: StandInOptions = {}): Promise<StandIn> {
  const discord = await startDiscord({ openapi: false, rateLimits: false, ...options });
  ending.push(() => discord.close());
  return discord;
}

interface Program {
  readonly child: ChildProcess;
  out: string;
  err: string;
  readonly ended: Promise<number | null>;
}

function start(discord: StandIn, changes: Record<string, string> = {}): Program {
  const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, ...changes };
  const child = spawn(process.execPath, [MAIN], {
    cwd: folder,
    env: { ...env, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const program: Program = { child, out: "", err: "", ended };
  child.stdout?.on("data", (piece) => {
    program.out += piece;
  });
  child.stderr?.on("data", (piece) => {
    program.err += piece;
  });
  ending.push(() => child.kill("SIGKILL"));
  return program;
}

const ask = (discord: StandIn, guild = "77") =>
  discord.slash({ command: "votos", options: { titulo: "titanic" }, guild });

async function ended({ child, ended: end }: Program): Promise<{ code: number | null; ms: number }> {
  const since = performance.now();
  child.kill("SIGTERM");
  const code = await end;
  return { code, ms: performance.now() - since };
}

describe("the program", () => {
  it("answers over the gateway, and what is in flight when it ends", async () => {
    const discord = await standIn();
    const program = start(discord);
    await discord.gateway.ready(1, PATIENCE);
    await until(() => discord.commands.global().length > 0, PATIENCE);
    expect((await ask(discord)).status).toBe("answered");
    await until(() => /http:\/\/\S+/u.test(program.out), PATIENCE);
    const address = /http:\/\/[^\s/]+/u.exec(program.out)?.[0];
    const readiness = async () => (await fetch(`${address}/readyz`)).json();
    await expect.poll(readiness, { timeout: PATIENCE }).toMatchObject({
      status: "ready",
      surfaces: [{ name: "discord", state: "up", connected: 1, connections: 1 }],
    });
    discord.faults.add({ kind: "delay", ms: 500, times: 10, route: "callback" });
    const asked = Array.from({ length: 10 }, () => ask(discord));
    await until(() => discord.counters.requests > 14, PATIENCE);
    const { code, ms } = await ended(program);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    for (const { status } of await Promise.all(asked)) expect(status).toBe("answered");
  });

  it("answers over HTTP on its own server", async () => {
    const discord = await standIn();
    const program = start(discord, { DISCORD_MODE: "http", DISCORD_PUBLIC_KEY: discord.publicKey });
    await until(() => /http:\/\/\S+/u.test(program.out), PATIENCE);
    const address = /http:\/\/[^\s/]+/u.exec(program.out)?.[0];
    await discord.useEndpoint(`${address}/discord/interactions`);
    expect(JSON.stringify((await ask(discord)).message?.embeds)).toContain("Titanic");
    await until(() => discord.commands.global().length > 0, PATIENCE);
    expect(discord.gateway.sessions).toEqual([]);
    expect((await ended(program)).code).toBe(0);
  });

  it("tells a wrong token in one line without it, and everything else stays up", async () => {
    const discord = await standIn();
    const token = "MTE.fake-token.0123456789abcdef";
    const program = start(discord, { DISCORD_TOKEN: token });
    await until(
      () =>
        program.out.includes("http://") &&
        program.err.includes("DISCORD_TOKEN") &&
        program.out.includes("http://"),
      PATIENCE,
    );
    const address = /http:\/\/[^\s/]+/u.exec(program.out)?.[0];
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    // Told, and no reason to be restarted.
    const ready = await fetch(`${address}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { status: "degraded", surfaces: [{ name: "discord", state: "stopped" }] },
    ]);
    expect(program.err.trim().split("\n")).toEqual([
      expect.stringMatching(/^Discord: DISCORD_TOKEN no vale/),
    ]);
    expect(program.out + program.err).not.toContain(token);
    expect((await ended(program)).code).toBe(0);
  });

  it("tells a command that cannot be switched off because it does not exist", async () => {
    const program = start(await standIn(), { COMMANDS_DISABLED: "boletin" });
    expect(await program.ended).toBe(1);
    expect(program.err.trim()).toBe("COMMANDS_DISABLED: no existe «boletin»");
  });

  it("serves two shards in two processes, and ends them both", async () => {
    const discord = await standIn();
    const program = start(discord, { DISCORD_SHARDS: "2" });
    await discord.gateway.ready(2, 60_000);
    expect(discord.gateway.sessions.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    for (const guild of [0n, 1n]) {
      const { status, message } = await ask(discord, String(guild << 22n || 1n));
      expect(status).toBe("answered");
      expect(JSON.stringify(message?.embeds)).toContain("Titanic");
    }
    const { code, ms } = await ended(program);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    await until(() => discord.gateway.sessions.every(({ connected }) => !connected));
  }, 90_000);
});
