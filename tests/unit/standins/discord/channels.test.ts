/** Messages to channels that nobody asked for: who may send them, and what of them is refused. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Json, type StandIn, startDiscord } from "../../../../standins/discord/index.js";
import { connected, problemsIn, request } from "./testing/bot.js";

let discord: StandIn;
const pressed: Json[] = [];
beforeAll(async () => {
  discord = await startDiscord({ rateLimits: false });
  await connected(discord, (interaction) => {
    pressed.push(interaction);
    return { type: 6 };
  });
});
beforeEach(() => discord.reset());
afterAll(() => discord.close());

const CHANNEL = "300000000000000009";
const send = (body: unknown, authorization?: string | null) =>
  request(discord, "POST", `/channels/${CHANNEL}/messages`, body, authorization);

describe("a message to a channel", () => {
  it("is kept there, with its files", async () => {
    const { status, body } = await send({ content: "hola", allowed_mentions: { parse: [] } });
    expect([status, body.content, body.channel_id]).toEqual([200, "hola", CHANNEL]);
    expect(discord.channels.sent(CHANNEL)).toMatchObject([{ content: "hola" }]);
    expect(discord.channels.sent("1")).toEqual([]);
  });

  it("is one where it is sent again under the same nonce", async () => {
    const body = { content: "hola", nonce: "a", enforce_nonce: true };
    const ids = [await send(body), await send(body), await send({ ...body, nonce: "b" })].map(
      (one) => one.body.id,
    );
    expect(new Set(ids).size).toBe(2);
    expect(discord.channels.sent(CHANNEL)).toHaveLength(2);
  });

  it("is read with those after it, newest first, at most a hundred, and not where the bot may not read", async () => {
    const ids: string[] = [];
    for (const content of ["a", "b", "c"]) ids.push(String((await send({ content })).body.id));
    const path = `/channels/${CHANNEL}/messages`;
    const read = async (query: string) => {
      const { status, body } = await request(discord, "GET", `${path}?${query}`);
      return { status, found: Array.isArray(body) ? body.map(({ content }: Json) => content) : [] };
    };
    expect(await read(`after=${ids[0]}`)).toEqual({ status: 200, found: ["c", "b"] });
    expect(await read("limit=1&after=0")).toEqual({ status: 200, found: ["a"] });
    expect((await read("limit=101")).status).toBe(400);
    expect((await read("limit=0")).status).toBe(400);
    discord.channels.close(CHANNEL, "unreadable");
    expect(await read("after=0")).toEqual({ status: 200, found: [] });
  });

  it("can be pressed", async () => {
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: "a", custom_id: "b" }] }];
    const { body } = await send({ content: "hola", components });
    await discord.component(String(body.id), "b");
    expect(pressed.at(-1)).toMatchObject({ channel_id: CHANNEL, data: { custom_id: "b" } });
  });

  it("is refused without the bot's token, without anything in it, and where it breaks a rule", async () => {
    expect((await send({ content: "hola" }, null)).status).toBe(401);
    expect((await send({})).body.code).toBe(50006);
    expect(problemsIn((await send({ content: "x".repeat(2001) })).body)).toEqual([
      "content BASE_TYPE_MAX_LENGTH",
    ]);
    expect(discord.channels.sent(CHANNEL)).toEqual([]);
  });

  it.each([
    ["gone", 404, 10003],
    ["forbidden", 403, 50001],
  ] as const)("is refused where the channel is %s", async (why, status, code) => {
    discord.channels.close(CHANNEL, why);
    const { status: told, body } = await send({ content: "hola" });
    expect([told, body.code]).toEqual([status, code]);
  });
});
