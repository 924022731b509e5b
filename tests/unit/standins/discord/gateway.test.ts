/** The gateway's protocol: HELLO to RESUME, close codes, and its faults. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Json,
  type StandIn,
  type StandInOptions,
  startDiscord,
} from "../../../../standins/discord/index.js";
import { connected, RawBot } from "./testing/bot.js";

let discord: StandIn;

beforeEach(async () => await begin({ guilds: ["700000000000000001"], answerTimeoutMs: 20 }));
afterEach(async () => await discord.close());

async function begin(options: StandInOptions): Promise<void> {
  discord = await startDiscord(options);
}

async function restart(options: StandInOptions): Promise<void> {
  await discord.close();
  await begin(options);
}

const quiet = () => connected(discord, () => undefined);
const heard = (bot: RawBot, op: number) => expect.poll(() => bot.ops()).toContain(op);
const closed = (bot: RawBot, code: number) => expect.poll(() => bot.closed).toBe(code);

function resume(bot: RawBot, seq: number, session = discord.gateway.sessions[0]?.sessionId): void {
  bot.say(6, { token: discord.token, session_id: session, seq });
}

describe("a session", () => {
  it("begins with HELLO, IDENTIFY, READY", async () => {
    const bot = await quiet();
    await expect.poll(() => bot.events("READY")).toHaveLength(1);
    expect(bot.heard[0]).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
    expect(bot.heard[1]).toMatchObject({
      s: 1,
      d: {
        v: 10,
        user: { id: discord.botId },
        application: { id: discord.applicationId },
        resume_gateway_url: discord.gateway.url,
        session_id: discord.gateway.sessions[0]?.sessionId,
        guilds: [{ id: "700000000000000001", unavailable: true }],
      },
    });
    expect(discord.counters).toMatchObject({ connections: 1, identifies: 1 });
  });

  it("acknowledges heartbeats and can ask for one", async () => {
    const bot = await quiet();
    bot.say(1, 1);
    await heard(bot, 11);
    discord.gateway.requestHeartbeat();
    await heard(bot, 1);
  });

  it("is closed when heartbeats stay away: 4009", async () => {
    await restart({ heartbeatMs: 30 });
    await closed(await quiet(), 4009);
  });

  it("is resumed: what was missed comes again, in order, then RESUMED", async () => {
    const bot = await quiet();
    bot.cut();
    await expect.poll(() => discord.gateway.sessions[0]?.connected).toBe(false);
    await discord.slash({ command: "uno" });
    await discord.slash({ command: "dos" });
    const again = await new RawBot(discord).open();
    resume(again, 1);
    await expect.poll(() => again.events("RESUMED")).toHaveLength(1);
    const names = again.events("INTERACTION_CREATE").map(({ s, d }) => [s, ((d as Json).data as Json).name]);
    expect(names).toEqual([
      [2, "uno"],
      [3, "dos"],
    ]);
    expect(discord.gateway.sessions).toMatchObject([{ connected: true, sequence: 4 }]);
  });

  it.each([
    ["there is not", () => "otra"],
    [
      "whose RESUME is refused",
      () => {
        discord.gateway.refuseResumes(1);
        return undefined;
      },
    ],
    [
      "that was forgotten",
      () => {
        const id = discord.gateway.sessions[0]?.sessionId;
        discord.gateway.forgetSessions();
        return id;
      },
    ],
  ])("%s is not resumed: op 9", async (_, prepare) => {
    await quiet();
    const again = await new RawBot(discord).open();
    resume(again, 1, prepare());
    await expect.poll(() => again.heard.at(-1)).toMatchObject({ op: 9, d: false });
  });

  it("is not resumed where the events are gone: op 9", async () => {
    await restart({ keep: { events: 1 }, answerTimeoutMs: 1 });
    const bot = await quiet();
    bot.cut();
    for (const command of ["uno", "dos"]) await discord.slash({ command });
    const again = await new RawBot(discord).open();
    resume(again, 1);
    await heard(again, 9);
  });

  it("is given up by a client that says goodbye (1000), kept otherwise", async () => {
    const bot = await quiet();
    bot.leave(4200);
    await expect.poll(() => discord.gateway.sessions[0]?.connected).toBe(false);
    const second = await quiet();
    second.leave(1000);
    await expect.poll(() => discord.gateway.sessions).toHaveLength(1);
  });

  it("gets the events of its shard's guilds; the first those of direct messages", async () => {
    const bots = [await new RawBot(discord).open(), await new RawBot(discord).open()];
    for (const [id, bot] of bots.entries()) bot.identify({ shard: [id, 2] });
    await discord.gateway.ready(2);
    const guild = String((1n << 22n) | 5n);
    await discord.slash({ command: "uno", guild });
    await discord.slash({ command: "dos" });
    expect(bots.map((bot) => bot.events("INTERACTION_CREATE").length)).toEqual([1, 1]);
    expect(bots[1]?.events("INTERACTION_CREATE")[0]).toMatchObject({ d: { guild_id: guild } });
  });
});

describe("what a client may not do", () => {
  it.each<[string, number, (bot: RawBot) => void]>([
    ["another token", 4004, (bot) => bot.identify({ token: "otro" })],
    ["a privileged intent", 4014, (bot) => bot.identify({ intents: 1 << 15 })],
    ["an intent there is not", 4013, (bot) => bot.identify({ intents: 1 << 30 })],
    ["intents that are no number", 4013, (bot) => bot.identify({ intents: "0" })],
    ["a shard beyond the count", 4010, (bot) => bot.identify({ shard: [2, 2] })],
    ["anything before IDENTIFY", 4003, (bot) => bot.say(3, {})],
    ["no JSON", 4002, (bot) => bot.sayRaw("{")],
    ["a message of more than 4,096 bytes", 4002, (bot) => bot.say(1, "x".repeat(4_096))],
    [
      "more than 120 messages a minute",
      4008,
      (bot) => {
        for (let n = 0; n < 121; n += 1) bot.say(1, null);
      },
    ],
    ["RESUME with another token", 4004, (bot) => bot.say(6, { token: "otro", session_id: "x", seq: 1 })],
  ])("%s: %i", async (_, code, act) => {
    const bot = await new RawBot(discord).open();
    act(bot);
    await closed(bot, code);
  });

  it.each<[string, number, (bot: RawBot) => void]>([
    ["IDENTIFY twice", 4005, (bot) => bot.identify()],
    ["an opcode there is not", 4001, (bot) => bot.say(99, null)],
  ])("%s: %i", async (_, code, act) => {
    const bot = await quiet();
    act(bot);
    await closed(bot, code);
  });

  it("RESUME from a sequence that was not reached: 4007", async () => {
    await quiet();
    const again = await new RawBot(discord).open();
    resume(again, 99);
    await closed(again, 4007);
  });

  it.each([
    ["another version", 4012, "?v=9&encoding=json"],
    ["another encoding", 4002, "?v=10&encoding=etf"],
  ])("%s: %i", async (_, code, query) => await closed(new RawBot(discord, query as string), code as number));

  it("privileged intents are allowed where they were granted", async () => {
    await restart({ privilegedIntents: 1 << 15 });
    const bot = await new RawBot(discord).open();
    bot.identify({ intents: 1 << 15 });
    await discord.gateway.ready();
  });

  it("IDENTIFY when today's are used up: op 9", async () => {
    await restart({ sessionStarts: { remaining: 1 } });
    await quiet();
    const second = await new RawBot(discord).open();
    second.identify();
    await heard(second, 9);
  });
});

describe("troubles on demand", () => {
  it("close with any code, or none at all", async () => {
    const bot = await quiet();
    discord.gateway.drop(4000);
    await closed(bot, 4000);
    const second = await quiet();
    discord.gateway.drop();
    await closed(second, 1006);
  });

  it("ask to reconnect (op 7), and invalidate sessions (op 9)", async () => {
    const bot = await quiet();
    discord.gateway.reconnect();
    await heard(bot, 7);
    discord.gateway.invalidate(true);
    await expect.poll(() => bot.heard.at(-1)).toMatchObject({ op: 9, d: true });
    expect(discord.gateway.sessions).toHaveLength(1);
    discord.gateway.invalidate(false);
    await expect.poll(() => bot.heard.at(-1)).toMatchObject({ op: 9, d: false });
    expect(discord.gateway.sessions).toHaveLength(0);
  });

  it("leave heartbeats unacknowledged", async () => {
    const bot = await quiet();
    discord.gateway.muteAcks(true);
    bot.say(1, 1);
    await expect.poll(() => discord.counters.heartbeats).toBe(1);
    discord.gateway.muteAcks(false);
    bot.say(1, 1);
    await expect.poll(() => bot.ops().filter((op) => op === 11)).toHaveLength(1);
  });

  it("refuse the next IDENTIFYs", async () => {
    discord.gateway.refuseIdentifies(4014, 1);
    const bot = await new RawBot(discord).open();
    bot.identify();
    await closed(bot, 4014);
    await quiet();
  });

  it("deliver an event twice, with the same sequence and ids", async () => {
    const bot = await quiet();
    discord.gateway.duplicateNext(1);
    await discord.slash({ command: "uno" });
    await discord.slash({ command: "dos" });
    await expect.poll(() => bot.events("INTERACTION_CREATE").map(({ s }) => s)).toEqual([2, 2, 3]);
  });

  it("send any event to everyone", async () => {
    const bot = await quiet();
    expect(discord.dispatch("GUILD_DELETE", { id: "77" })).toBe(1);
    await expect.poll(() => bot.events("GUILD_DELETE")).toHaveLength(1);
  });
});
