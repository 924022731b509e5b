/** What the doctor says of Discord, against a stand-in. */
import { afterEach, describe, expect, it } from "vitest";
import { commandFindings } from "../../../src/adapters/discord/doctor/commands.js";
import { commandPayloads } from "../../../src/adapters/discord/registration/command-payloads.js";
import { createProgram } from "../../../src/app/bot/program.js";
import { loadConfig } from "../../../src/app/config/config.js";
import { runDiscord } from "../../../src/cli/discord.js";
import { type StandIn, type StandInOptions, startDiscord } from "../../../standins/discord/index.js";
import { linesOf } from "./found.js";

const started: StandIn[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((discord) => discord.close()));
});

async function start(options: StandInOptions = {}): Promise<StandIn> {
  const discord = await startDiscord({ rateLimits: false, ...options });
  started.push(discord);
  return discord;
}

const settingsFor = (discord: StandIn, env: Record<string, string> = {}) =>
  loadConfig({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, ...env });

async function check(discord: StandIn, env: Record<string, string> = {}): Promise<readonly string[]> {
  const config = settingsFor(discord, env);
  const [platform] = config.platforms;
  if (!platform) throw new Error("Discord is not configured");
  const host = { program: createProgram(config), locale: config.locale, now: new Date(), patience: 300 };
  return linesOf(await platform.check(host));
}

describe("Discord, checked", () => {
  it("tells who it is, where, and what it is added with", async () => {
    const discord = await start({ guilds: ["1", "2"] });
    await runDiscord({ action: "register" }, settingsFor(discord), () => undefined);
    const lines = await check(discord);
    expect(lines).toEqual([
      "✓ Discord: el token vale, y es de @claqueta",
      `✓ Discord: la aplicación es Claqueta (${discord.applicationId})`,
      "✓ Discord: conexión por gateway (solo comandos); no le hace falta ningún intent privilegiado",
      "✓ Discord: se puede instalar en servidores y por personas",
      "✓ Discord: está en 2 servidores",
      expect.stringContaining(
        `client_id=${discord.applicationId}&scope=bot+applications.commands&permissions=`,
      ),
      expect.stringMatching(/scope=applications\.commands&integration_type=1$/u),
      expect.stringMatching(/^✓ Discord: los \d+ comandos están registrados/u),
    ]);
    // The registration above, and nothing since.
    expect(discord.log.list().filter(({ method }) => method !== "GET")).toHaveLength(1);
  });

  it("of commands says when there are none, and when they are others", async () => {
    const discord = await start();
    expect(await check(discord)).toContainEqual(
      expect.stringMatching(/^! Discord: aún no hay comandos registrados → .*npm run discord -- register/u),
    );
    await runDiscord(
      { action: "register" },
      settingsFor(discord, { COMMANDS_DISABLED: "datos" }),
      () => undefined,
    );
    expect(await check(discord)).toContainEqual(
      expect.stringMatching(/^! Discord: los \d+ comandos registrados no son los de este programa → /u),
    );
    expect(await check(discord, { COMMANDS_DISABLED: "datos" })).toContainEqual(
      expect.stringMatching(/^✓ Discord: los \d+ comandos están registrados/u),
    );
  });

  it("of commands leaves the Entry Point of an Activity out, and says that it is there", () => {
    const program = createProgram(loadConfig({}));
    const ours = commandPayloads(program.commands);
    const entryPoint = { type: 4, name: "launch", description: "", handler: 2 };
    expect(linesOf(commandFindings([entryPoint, ...ours], program))).toEqual([
      expect.stringMatching(/^✓ Discord: los \d+ comandos están registrados/u),
      expect.stringContaining("(Entry Point) sigue ahí"),
    ]);
  });

  it("of a wrong token says so in one line, and what it may be instead", async () => {
    const discord = await start();
    const [line, ...more] = await check(discord, { DISCORD_TOKEN: "MTE.fake.0123456789" });
    expect(line).toMatch(/^✗ Discord: DISCORD_TOKEN no vale \(401\) → copia el de tu aplicación/u);
    expect(more).toEqual([]);
    const [secret] = await check(discord, { DISCORD_TOKEN: "fakefakefakefakefakefakefakefake" });
    expect(secret).toContain("¿es el Client Secret o la Public Key?");
    expect(secret).not.toContain("fakefake");
  });

  it("of a token with a line break does not ask: no setting holds one", async () => {
    const discord = await start();
    const token = "MTE.fake\ntoken";
    expect(() => settingsFor(discord, { DISCORD_TOKEN: token })).toThrow("DISCORD_TOKEN");
    expect(() => settingsFor(discord, { DISCORD_TOKEN: token })).not.toThrow(token);
  });

  it("that cannot be reached, or is none, is told with what to look at", async () => {
    const discord = await start();
    const nobody = { DISCORD_API_URL: "http://127.0.0.1:9/api" };
    expect(await check(discord, nobody)).toEqual([
      expect.stringMatching(/^✗ Discord: no se llega a 127\.0\.0\.1:9 \(ECONNREFUSED\) → mira la conexión/u),
    ]);
    discord.faults.add({ kind: "html", status: 404, times: 9 });
    expect(await check(discord)).toEqual([expect.stringContaining("no responde como Discord")]);
  });

  it("whose application id is another's is told", async () => {
    const discord = await start();
    expect(await check(discord, { DISCORD_APPLICATION_ID: "100000000000000002" })).toContainEqual(
      expect.stringMatching(/^✗ Discord: DISCORD_APPLICATION_ID es 100000000000000002, .* → quita/u),
    );
  });

  it("that sends commands elsewhere than to the gateway is told, without the path", async () => {
    const discord = await start({
      application: { interactions_endpoint_url: "https://films.example/hidden/path" },
    });
    const lines = await check(discord);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^✗ Discord: el portal manda los comandos a films\.example, .*DISCORD_MODE es gateway/u,
      ),
    );
    expect(lines.join()).not.toContain("hidden");
  });

  it("over HTTP holds the key and the address against the portal's", async () => {
    const endpoint = "https://films.example/discord/interactions";
    const discord = await start({ application: { interactions_endpoint_url: endpoint } });
    const right = { DISCORD_MODE: "http", DISCORD_PUBLIC_KEY: discord.publicKey };
    expect(await check(discord, right)).toContain("✓ Discord: los comandos llegan por HTTP a films.example");
    const wrong = { ...right, DISCORD_PUBLIC_KEY: "ab".repeat(32) };
    expect(await check(discord, wrong)).toContainEqual(
      expect.stringMatching(/^✗ Discord: DISCORD_PUBLIC_KEY no es la de esta aplicación/u),
    );
    const bare = await start();
    const own = { DISCORD_MODE: "http", DISCORD_PUBLIC_KEY: bare.publicKey };
    expect(await check(bare, own)).toContainEqual(
      expect.stringMatching(/^! Discord: el portal no tiene dirección .* → .*\/discord\/interactions/u),
    );
    const elsewhere = await start({ application: { interactions_endpoint_url: "https://films.example/" } });
    expect(await check(elsewhere, { ...own, DISCORD_PUBLIC_KEY: elsewhere.publicKey })).toContainEqual(
      expect.stringMatching(/^! Discord: la dirección del portal, en films\.example, no acaba en/u),
    );
  });

  it("over HTTP without a token says what it cannot look at", async () => {
    const discord = await start();
    const env = { DISCORD_TOKEN: "", DISCORD_MODE: "http", DISCORD_PUBLIC_KEY: discord.publicKey };
    expect(await check(discord, env)).toEqual([expect.stringMatching(/^! Discord: sin DISCORD_TOKEN/u)]);
  });

  it("that can be installed in one way only is told", async () => {
    const servers = await start({ application: { integration_types_config: { "0": {} } } });
    expect(await check(servers)).toContainEqual(
      expect.stringMatching(/^! Discord: solo se puede instalar en servidores → .*Installation Contexts/u),
    );
    const people = await start({ application: { integration_types_config: { "1": {} } } });
    expect(await check(people)).toContainEqual(
      expect.stringContaining("solo se puede instalar por personas"),
    );
  });

  it("that has hardly a connection left, or too many servers for one process, is told", async () => {
    const discord = await start({ sessionStarts: { remaining: 3 }, shards: 4 });
    const lines = await check(discord);
    expect(lines).toContainEqual(
      expect.stringMatching(/^! Discord: quedan 3 conexiones de las 1000 de hoy/u),
    );
    expect(lines).toContainEqual(expect.stringMatching(/para 4 procesos → pon DISCORD_SHARDS=auto$/u));
    expect((await check(discord, { DISCORD_SHARDS: "auto" })).join()).not.toContain("4 procesos");
  });
});
