/** The stand-in against the real client: discord.js logs in, answers, resumes, and is refused. */
import { Client, Events, MessageFlags, type RESTOptions } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type StandIn, type StandInOptions, startDiscord } from "../../../../standins/discord/index.js";

let discord: StandIn;
let client: Client;

async function start(options: StandInOptions = {}, rest: Partial<RESTOptions> = {}): Promise<void> {
  discord = await startDiscord(options);
  client = new Client({ intents: 0, allowedMentions: { parse: [] }, rest: { api: discord.api, ...rest } });
}

async function login(): Promise<void> {
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
}

/** Answers every command with its option, twice as loud. */
function answerCommands(): void {
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const said = interaction.options.getString("texto") ?? "nada";
    interaction.reply({ content: `${said}! @everyone` }).catch(() => undefined);
  });
}

afterEach(async () => {
  await client.destroy();
  await discord.close();
});

describe("discord.js 14 against the stand-in", () => {
  beforeEach(async () => await start({ guilds: ["700000000000000001"] }));

  it("logs in and learns who it is", async () => {
    await login();
    expect(client.user?.id).toBe(discord.botId);
    expect(client.application?.id).toBe(discord.applicationId);
    expect(discord.gateway.sessions).toMatchObject([{ connected: true, intents: 0, shard: [0, 1] }]);
  });

  it("answers a command in a guild and in a direct message, and nobody is notified", async () => {
    answerCommands();
    await login();
    for (const guild of ["700000000000000001", undefined]) {
      const result = await discord.slash({ command: "eco", options: { texto: "hola" }, guild });
      expect(result.status).toBe("answered");
      expect(result.message?.content).toBe("hola! @everyone");
      expect(result.message?.pings).toEqual({ everyone: false, users: [], roles: [] });
      expect(result.firstResponseMs).toBeLessThan(3_000);
    }
    expect(discord.counters).toMatchObject({ interactions: 2, answered: 2, pinged: 0 });
  });

  it("registers commands and finds them again", async () => {
    await login();
    await client.application?.commands.set([{ name: "eco", description: "Repite", options: [] }]);
    const commands = await client.application?.commands.fetch();
    expect(commands?.map(({ name }) => name)).toEqual(["eco"]);
    await expect(discord.slash({ command: "otra" })).rejects.toThrow(/no command "otra"/);
  });

  it("defers, edits, follows up, completes, and is pressed", async () => {
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        const button = { type: 2, style: 1, label: "Más", custom_id: "mas" } as const;
        await interaction.editReply({ content: "listo", components: [{ type: 1, components: [button] }] });
        await interaction.followUp("y además");
      } else if (interaction.isAutocomplete()) {
        await interaction.respond([{ name: interaction.options.getFocused().toUpperCase(), value: "1" }]);
      } else if (interaction.isButton()) {
        await interaction.update({ content: "pulsado", components: [] });
      }
    });
    await login();
    const first = await discord.slash({ command: "eco" });
    await first.until(({ followUps }) => followUps.length === 1);
    expect(first.message).toMatchObject({ content: "listo", ephemeral: true, loading: false, edits: 1 });
    expect(first.followUps[0]?.content).toBe("y además");

    const pressed = await discord.component(first.message?.id ?? "", "mas");
    expect(pressed.callback?.type).toBe(7);
    expect(first.message).toMatchObject({ content: "pulsado", components: [] });

    const typed = await discord.autocomplete({ command: "eco", focused: "texto", options: { texto: "ali" } });
    expect(typed.choices).toEqual([{ name: "ALI", value: "1" }]);
  });

  it("resumes after a dropped socket and gets what it missed", async () => {
    answerCommands();
    await login();
    discord.gateway.drop();
    const result = await discord.slash({ command: "eco", options: { texto: "tarde" } });
    expect(result.message?.content).toContain("tarde");
    expect(discord.counters).toMatchObject({ identifies: 1, resumes: 1 });
  });

  it("identifies anew after a refused RESUME", async () => {
    await login();
    discord.gateway.refuseResumes(1);
    discord.gateway.reconnect();
    await expect.poll(() => discord.counters.identifies, { timeout: 60_000 }).toBe(2);
    expect(discord.counters.resumes).toBe(1);
    // A client that is ended between IDENTIFY and READY waits for a close that it no longer listens to.
    await discord.gateway.ready();
  });

  it("is closed with 4004 for good", async () => {
    discord.gateway.refuseIdentifies(4004);
    const closed = new Promise((resolve) => client.once(Events.ShardDisconnect, ({ code }) => resolve(code)));
    client.on(Events.Error, () => undefined);
    client.login(discord.token).catch(() => undefined);
    expect(await closed).toBe(4004);
  });

  it("cannot log in with another token", async () => {
    await expect(client.login("otro")).rejects.toThrow(/invalid token/i);
    expect(discord.counters.refused["401"]).toBe(1);
  });
});

describe("discord.js 14 and a gateway in trouble", () => {
  it("notices a connection whose heartbeats are not acknowledged", async () => {
    await start({ heartbeatMs: 150 });
    await login();
    discord.gateway.muteAcks(true);
    await expect.poll(() => discord.counters.resumes, { timeout: 60_000 }).toBeGreaterThan(0);
    discord.gateway.muteAcks(false);
    await discord.gateway.ready();
    expect(discord.counters.heartbeats).toBeGreaterThan(0);
  });

  it("comes back after an outage", async () => {
    await start();
    answerCommands();
    await login();
    client.on(Events.ShardError, () => undefined);
    await discord.outage(700, { forget: true });
    await discord.gateway.ready(1, 20_000);
    const result = await discord.slash({ command: "eco", options: { texto: "sigo" } });
    expect(result.status).toBe("answered");
  });

  it("does not start without IDENTIFYs left", async () => {
    await start({ sessionStarts: { remaining: 0 } });
    await expect(client.login(discord.token)).rejects.toThrow(/sessions? remaining|Not enough sessions/i);
  });
});
