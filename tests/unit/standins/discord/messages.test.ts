/** Messages that people write: who is told of them, and of how much of them; and what may be replied. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Json, type StandIn, startDiscord } from "../../../../standins/discord/index.js";
import { problemsIn, RawBot, request } from "./testing/bot.js";

const GUILD = "77";
const CHANNEL = "300000000000000009";
const MESSAGES = 1 << 9;
const DIRECT = 1 << 12;
const CONTENT = 1 << 15;

let discord: StandIn;
beforeEach(async () => {
  discord = await startDiscord({ rateLimits: false, privilegedIntents: CONTENT });
});
afterEach(() => discord.close());

/** A connected bot with these intents, and what it is told that people wrote. */
async function told(intents: number): Promise<() => Json[]> {
  const before = discord.gateway.sessions.length;
  const bot = await new RawBot(discord).open();
  bot.identify({ intents });
  await discord.gateway.ready(before + 1);
  return () => bot.events("MESSAGE_CREATE").map(({ d }) => d as Json);
}

async function until(met: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !met(); ) {
    if (Date.now() > end) throw new Error("not met");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const reply = (id: string, more: object = {}) =>
  request(discord, "POST", `/channels/${CHANNEL}/messages`, {
    content: "hola",
    message_reference: { message_id: id },
    ...more,
  });

describe("a message that somebody writes", () => {
  it("is told to who asked for messages of that kind, and to nobody else", async () => {
    await told(0);
    expect(discord.says({ content: "hola", guild: GUILD }).told).toBe(0);
    const messages = await told(MESSAGES);
    expect(discord.says({ content: "hola", guild: GUILD }).told).toBe(1);
    expect(discord.says({ content: "hola" }).told).toBe(0);
    await told(DIRECT);
    expect(discord.says({ content: "hola" }).told).toBe(1);
    await until(() => messages().length === 1);
  });

  it("has its content where it mentions the bot, in direct messages, and with the intent for it", async () => {
    const messages = await told(MESSAGES | DIRECT);
    discord.says({ content: "nada", guild: GUILD });
    discord.says({ content: `<@${discord.botId}> hola`, guild: GUILD });
    discord.says({ content: "a solas" });
    await until(() => messages().length === 3);
    expect(messages().map(({ content }) => content)).toEqual(["", `<@${discord.botId}> hola`, "a solas"]);
    expect(messages()[1]).toMatchObject({ guild_id: GUILD, mentions: [{ id: discord.botId }] });
    const all = await told(MESSAGES | CONTENT);
    discord.says({ content: "nada", guild: GUILD });
    await until(() => all().length === 1);
    expect(all()[0]?.content).toBe("nada");
  });

  it("may reply, and mentions whom it replies to unless it does not notify them", async () => {
    const messages = await told(MESSAGES);
    const { body } = await request(discord, "POST", `/channels/${CHANNEL}/messages`, { content: "hola" });
    const answer = { content: "¿y?", guild: GUILD, channel: CHANNEL, replyTo: String(body.id) };
    discord.says(answer);
    discord.says({ ...answer, notifies: false });
    await until(() => messages().length === 2);
    expect(messages().map(({ type, content }) => [type, content])).toEqual([
      [19, "¿y?"],
      [19, ""],
    ]);
    expect(messages()[0]).toMatchObject({ referenced_message: { author: { id: discord.botId } } });
  });
});

describe("a reply", () => {
  it("stands below the message, and notifies nobody where it says so", async () => {
    const { id } = discord.says({ content: "hola", guild: GUILD, channel: CHANNEL });
    expect((await reply(id, { allowed_mentions: { parse: [] } })).status).toBe(200);
    expect(discord.counters.pinged).toBe(0);
    expect(discord.channels.sent(CHANNEL)).toMatchObject([{ repliesTo: id }]);
    await reply(id);
    await reply(id, { allowed_mentions: { parse: [], replied_user: true } });
    expect(discord.counters.pinged).toBe(2);
  });

  it("is refused where that is not there or may not be read, unless it can do without", async () => {
    const elsewhere = discord.says({ content: "hola", guild: GUILD, channel: "300000000000000010" }).id;
    expect(problemsIn((await reply(elsewhere)).body)).toEqual(["message_reference REPLIES_UNKNOWN_MESSAGE"]);
    const lenient = { message_reference: { message_id: elsewhere, fail_if_not_exists: false } };
    expect((await reply(elsewhere, lenient)).status).toBe(200);
    expect(discord.channels.sent(CHANNEL)).toMatchObject([{ repliesTo: undefined }]);
    discord.channels.close(CHANNEL, "unreadable");
    expect((await reply(elsewhere, lenient)).body.code).toBe(160_002);
  });

  it("can be edited by who sent it", async () => {
    const { body } = await request(discord, "POST", `/channels/${CHANNEL}/messages`, { content: "hola" });
    const edit = (id: unknown) =>
      request(discord, "PATCH", `/channels/${CHANNEL}/messages/${String(id)}`, { content: "adiós" });
    expect((await edit(body.id)).body.content).toBe("adiós");
    expect(discord.channels.sent(CHANNEL)).toMatchObject([{ content: "adiós", edits: 1 }]);
    expect((await edit(discord.says({ content: "x", channel: CHANNEL }).id)).body.code).toBe(10_008);
  });
});
