/** The built program beside a stand-in Discord: both deliveries, shards, a wrong token, and its end. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { type StandIn, type StandInOptions, startDiscord } from "../../../../standins/discord/index.js";
import { until } from "../../../support/discord-running.js";
import { MAIN, type RunningProgram, run } from "../../../support/running-program.js";
import { starter } from "../../../support/starter-index.js";

const PATIENCE = 60_000;

const folder = mkdtempSync(join(tmpdir(), "claqueta-discord-"));
const env = { PATH: process.env.PATH, DATA_DIR: starter.root, PORT: "0", LOCALE: "es" };

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

function start(discord: StandIn, changes: Record<string, string> = {}): RunningProgram {
  const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, ...changes };
  return run(process.execPath, [MAIN], {
    cwd: folder,
    env: { ...env, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

const ask = (discord: StandIn, guild = "77") =>
  discord.slash({ command: "votos", options: { titulo: "titanic" }, guild });

describe("the program", () => {
  it("answers over the gateway, and what is in flight when it ends", async () => {
    const discord = await standIn();
    const program = start(discord);
    await discord.gateway.ready(1, PATIENCE);
    await until(() => discord.commands.global().length > 0, PATIENCE);
    expect((await ask(discord)).status).toBe("answered");
    await until(() => program.address !== "", PATIENCE);
    const { address } = program;
    const readiness = async () => (await fetch(`${address}/readyz`)).json();
    await expect.poll(readiness, { timeout: PATIENCE }).toMatchObject({
      status: "ready",
      surfaces: [{ name: "discord", state: "up", connected: 1, connections: 1 }],
    });
    discord.faults.add({ kind: "delay", ms: 500, times: 10, route: "callback" });
    const asked = Array.from({ length: 10 }, () => ask(discord));
    await until(() => discord.counters.requests > 14, PATIENCE);
    expect(await program.end()).toBe(0);
    for (const { status } of await Promise.all(asked)) expect(status).toBe("answered");
  });

  it("answers over HTTP on its own server", async () => {
    const discord = await standIn();
    const program = start(discord, { DISCORD_MODE: "http", DISCORD_PUBLIC_KEY: discord.publicKey });
    await until(() => program.address !== "", PATIENCE);
    const { address } = program;
    await discord.useEndpoint(`${address}/discord/interactions`);
    expect(JSON.stringify((await ask(discord)).message?.components)).toContain("Titanic");
    await until(() => discord.commands.global().length > 0, PATIENCE);
    expect(discord.gateway.sessions).toEqual([]);
    expect(await program.end()).toBe(0);
  });

  it("tells a wrong token in one line without it, and everything else stays up", async () => {
    const discord = await standIn();
    const token = "MTE.fake-token.0123456789abcdef";
    const program = start(discord, { DISCORD_TOKEN: token });
    await until(() => program.address !== "" && program.err.includes("DISCORD_TOKEN"), PATIENCE);
    const { address } = program;
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    // Told, and no reason to be restarted.
    const ready = await fetch(`${address}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { status: "degraded", surfaces: [{ name: "discord", state: "stopped" }] },
    ]);
    expect(program.complaints.trim().split("\n")).toEqual([
      expect.stringMatching(/^Discord: DISCORD_TOKEN no vale/),
    ]);
    expect(program.out + program.err).not.toContain(token);
    expect(await program.end()).toBe(0);
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
      expect(JSON.stringify(message?.components)).toContain("Titanic");
    }
    // Each process tells what became of its part.
    const answered = async () => {
      const metrics = await (await fetch(`${program.address}/metrics`)).text();
      return /claqueta_surface_answered_total\{surface="discord"\} (\d+)/u.exec(metrics)?.[1];
    };
    await expect.poll(answered, { timeout: PATIENCE }).toBe("2");
    expect(await program.end()).toBe(0);
    await until(() => discord.gateway.sessions.every(({ connected }) => !connected));
  }, 90_000);
});
