/** `npm run discord` against a stand-in, and the settings it reads. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { discord as platform } from "../../../../src/adapters/discord/platform.js";
import { createProgram } from "../../../../src/app/bot/program.js";
import { loadConfig } from "../../../../src/app/config/config.js";
import { readArguments, runDiscord } from "../../../../src/cli/discord.js";
import { OperatorError } from "../../../../src/words.js";
import { type StandIn, startDiscord } from "../../../../standins/discord/index.js";

let discord: StandIn;
beforeAll(async () => {
  discord = await startDiscord({ rateLimits: false });
});
afterAll(() => discord.close());

async function run(line: string, env: Record<string, string> = {}): Promise<string[]> {
  const read = readArguments(line.split(" "));
  if (!read) throw new Error("not understood");
  const config = loadConfig({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, ...env });
  const said: string[] = [];
  await runDiscord(read, config, (words) => said.push(words));
  return said;
}

const puts = () => discord.log.list({ method: "PUT" }).length;

describe("npm run discord", () => {
  it("registers what changed, and only that", async () => {
    expect(await run("register")).toEqual([
      expect.stringMatching(/^Registrados: \d+ comandos en todas partes/),
    ]);
    expect(puts()).toBe(1);
    expect(await run("register")).toEqual([expect.stringContaining("Nada que cambiar")]);
    expect(puts()).toBe(1);
    expect(await run("register", { COMMANDS_DISABLED: "datos, /plataforma" })).toEqual([
      expect.stringContaining("Registrados"),
    ]);
    const names = discord.commands.global().map(({ name }) => name);
    expect(names).toContain("pelicula");
    expect(names).not.toContain("datos");
    expect(names).not.toContain("plataforma");
  });

  it("registers operators' commands where one of them is on Discord", async () => {
    await run("register", { OWNER_IDS: "telegram:77" });
    expect(discord.commands.global().map(({ name }) => name)).not.toContain("refrescar");
    await run("register", { OWNER_IDS: "discord:123456789012345678" });
    expect(discord.commands.global().find(({ name }) => name === "refrescar")).toMatchObject({
      default_member_permissions: "32",
    });
  });

  it("lists and clears, in one server too", async () => {
    expect(await run("register --guild 613425648685547541", { LOCALE: "en" })).toEqual([
      expect.stringContaining("in server 613425648685547541"),
    ]);
    expect(await run("register --guild 613425648685547541")).toEqual([
      expect.stringContaining("Nada que cambiar"),
    ]);
    const listed = await run("list --guild 613425648685547541");
    expect(listed.join("\n")).toContain("/plataforma puntaje — ");
    expect(listed[0]).toContain(String(discord.commands.guild("613425648685547541").length));
    await run("clear --guild 613425648685547541");
    expect(discord.commands.guild("613425648685547541")).toEqual([]);
    expect(discord.commands.global().length).toBeGreaterThan(0);
    await run("clear");
    expect(discord.commands.global()).toEqual([]);
  });

  it("leaves the command that opens an Activity where it is", async () => {
    const entry = { name: "abrir", type: 4, handler: 2, contexts: [0], integration_types: [0, 1] };
    const path = `${discord.api}/v10/applications/${discord.applicationId}/commands`;
    const headers = { authorization: `Bot ${discord.token}`, "content-type": "application/json" };
    await fetch(path, { method: "POST", headers, body: JSON.stringify(entry) });
    expect(await run("register")).toEqual([expect.stringMatching(/^Registrados/)]);
    const held = () => discord.commands.global().filter(({ type }) => type === 4);
    expect(held()).toMatchObject([entry]);
    expect(await run("register")).toEqual([expect.stringContaining("Nada que cambiar")]);
    await run("clear");
    expect(discord.commands.global()).toMatchObject([entry]);
    const [{ id } = {}] = held();
    await fetch(`${path}/${id}`, { method: "DELETE", headers });
  });

  it("gives the links by which the bot is invited: with a token, or the application's id alone", async () => {
    const links = (id: string) => [
      expect.stringContaining(`client_id=${id}&scope=bot+applications.commands&permissions=`),
      expect.stringContaining(`client_id=${id}&scope=applications.commands&integration_type=1`),
    ];
    expect(await run("invite")).toEqual(links(discord.applicationId));
    const id = "123456789012345678";
    expect(
      await run("invite", { DISCORD_APPLICATION_ID: id, DISCORD_API_URL: "http://127.0.0.1:9" }),
    ).toEqual(links(id));
  });

  it("says where the bot is not, and what to do", async () => {
    const other = await startDiscord({ guilds: ["613425648685547541"] });
    const elsewhere = run("register --guild 613425648685547599", {
      DISCORD_TOKEN: other.token,
      DISCORD_API_URL: other.api,
    });
    await expect(elsewhere).rejects.toThrow(OperatorError);
    await expect(elsewhere).rejects.toThrow(/not in server 613425648685547599.*invite/);
    await other.close();
  });

  it("tells a wrong token in a line without it, and asks for a missing one", async () => {
    const token = "MTE.fake-token.0123456789abcdef";
    const wrong = run("list", { DISCORD_TOKEN: token });
    await expect(wrong).rejects.toThrow(OperatorError);
    await expect(wrong).rejects.not.toThrow(token);
    await expect(run("list", { DISCORD_TOKEN: "" })).rejects.toThrow("DISCORD_TOKEN");
  });

  it.each(["", "registrar", "list x", "list --guild abc", "list --all", "register --guild"])(
    "does not understand %j",
    (line) => expect(readArguments(line === "" ? [] : line.split(" "))).toBeUndefined(),
  );
});

describe("settings", () => {
  const key = "ab".repeat(32);
  const settings = (env: Record<string, string>) => platform.settingsIn(loadConfig(env).platforms);

  it("are undefined without a token, and have defaults", () => {
    expect(settings({})).toBeUndefined();
    expect(settings({ DISCORD_TOKEN: " Bot a.b.c " })).toEqual({
      token: "a.b.c",
      apiUrl: "https://discord.com/api",
      mode: "gateway",
    });
    expect(
      settings({
        DISCORD_MODE: "http",
        DISCORD_PUBLIC_KEY: key,
        DISCORD_API_URL: "http://127.0.0.1:9/api/",
        DISCORD_SHARDS: "3",
      }),
    ).toEqual({ mode: "http", publicKey: key, apiUrl: "http://127.0.0.1:9/api", shards: 3 });
    expect(settings({ DISCORD_TOKEN: "a", DISCORD_SHARDS: "auto" })?.shards).toBe("auto");
  });

  it.each([
    { DISCORD_MODE: "websocket" },
    { DISCORD_MODE: "http" },
    { DISCORD_API_URL: "discord.com" },
    { DISCORD_API_URL: "ftp://discord.com" },
    { DISCORD_SHARDS: "0" },
    { DISCORD_APPLICATION_ID: "abc" },
    { DISCORD_PUBLIC_KEY: "hunter2-hunter2" },
    { DISCORD_TOKEN: "MTE.hunter2\nhunter2" },
    { DISCORD_TOKEN: "MTE.hunter2 hunter2" },
  ])("are refused by name: %j", (env) => {
    const name = Object.keys(env)[0] ?? "";
    const expected = name === "DISCORD_MODE" && env.DISCORD_MODE === "http" ? "DISCORD_PUBLIC_KEY" : name;
    expect(() => loadConfig(env)).toThrow(expected);
    expect(() => loadConfig(env)).not.toThrow("hunter2");
  });

  it("switch commands off everywhere, and name what does not exist", () => {
    const enabled = (commandsDisabled?: readonly string[]) =>
      createProgram({ minimumVotes: 2000, commandsDisabled }).commands.map(({ name }) => name);
    const names = enabled(["PLATAFORMA", "plataforma actor", "país"]);
    expect(names.filter((name) => name.startsWith("plataforma") || name === "pais")).toEqual([]);
    expect(enabled().length).toBeGreaterThan(names.length);
    expect(() => enabled(["votos", "boletin", "nada"])).toThrow(/COMMANDS_DISABLED: .*“boletin”, “nada”/);
    expect(loadConfig({ COMMANDS_DISABLED: " datos , /mes,," }).commandsDisabled).toEqual(["datos", "mes"]);
  });
});
