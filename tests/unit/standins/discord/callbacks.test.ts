/** First responses: what is taken, what is refused, with Discord's codes. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type InteractionResult,
  type Json,
  type StandIn,
  startDiscord,
} from "../../../../standins/discord/index.js";
import { connected, problemsIn, type Reply, request } from "./testing/bot.js";

let discord: StandIn;
let sent: Json[];
let answer: unknown;

beforeEach(async () => {
  discord = await startDiscord({ answerTimeoutMs: 20, rateLimits: false });
  sent = [];
  answer = undefined;
  await connected(discord, (interaction) => {
    sent.push(interaction);
    return answer;
  });
});

afterEach(async () => await discord.close());

const hello = { type: 4, data: { content: "hola" } };

async function asked(first: unknown = undefined): Promise<InteractionResult> {
  answer = first;
  const result = await discord.slash({ command: "eco", guild: "77" });
  if (first !== undefined) await result.until(({ status }) => status === "answered");
  answer = undefined;
  return result;
}

const callback = ({ id, token }: InteractionResult, body: unknown, query = ""): Promise<Reply> =>
  request(discord, "POST", `/interactions/${id}/${token}/callback${query}`, body, null);

describe("the first response", () => {
  it("is 204 without a body or a content type", async () => {
    const reply = await callback(await asked(), hello);
    expect(reply.status).toBe(204);
    expect(reply.headers.get("content-type")).toBeNull();
  });

  it("shows the message where with_response asks for it", async () => {
    const result = await asked();
    const { status, body } = await callback(result, hello, "?with_response=true");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      interaction: { id: result.id, type: 2, response_message_loading: false },
      resource: { type: 4, message: { content: "hola", author: { id: discord.botId } } },
    });
  });

  it("is refused a second time: 40060", async () => {
    const { status, body } = await callback(await asked(hello), hello);
    expect([status, body]).toEqual([
      400,
      { code: 40060, message: "Interaction has already been acknowledged." },
    ]);
  });

  it("is refused after 3 s: 10062", async () => {
    const result = await asked();
    discord.advance(3_001);
    const { status, body } = await callback(result, hello);
    expect([status, body]).toEqual([404, { code: 10062, message: "Unknown interaction" }]);
    expect(result.refusals).toMatchObject([{ code: 10062 }]);
  });

  it("is taken within 3 s", async () => {
    const result = await asked();
    discord.advance(2_900);
    expect((await callback(result, hello)).status).toBe(204);
  });

  it("is refused for an interaction there is not: 10062", async () => {
    const result = await asked();
    expect((await callback({ ...result, token: "otro" } as InteractionResult, hello)).body.code).toBe(10062);
    expect((await callback({ id: "1", token: result.token } as InteractionResult, hello)).body.code).toBe(
      10062,
    );
  });

  it.each([
    ["6 and 7 to a command", 6],
    ["an update of no message", 7],
    ["choices to a command", 8],
    ["PONG to a command", 1],
    ["a type there is not", 99],
  ])("is refused where its type does not fit: %s", async (_, type) => {
    const { body } = await callback(await asked(), { type, data: {} });
    expect(problemsIn(body)).toEqual(["type BASE_TYPE_CHOICES"]);
  });

  it("can be tried again after a refusal", async () => {
    const result = await asked();
    expect((await callback(result, { type: 4, data: {} })).body.code).toBe(50006);
    expect((await callback(result, hello)).status).toBe(204);
    expect(result.status).toBe("answered");
  });

  it.each([
    ["nothing at all", {}],
    ["white space", { content: " \n " }],
    ["an empty embed", { embeds: [{}] }],
    ["an embed with a colour only", { embeds: [{ color: 1 }] }],
  ])("is refused when it shows nothing: %s (50006)", async (_, data) => {
    const { status, body } = await callback(await asked(), { type: 4, data });
    expect([status, body]).toEqual([400, { code: 50006, message: "Cannot send an empty message" }]);
  });

  it("is refused without data where there must be some", async () => {
    expect(problemsIn((await callback(await asked(), { type: 4 })).body)).toEqual([
      "data BASE_TYPE_REQUIRED",
    ]);
  });

  it("lists every problem under its path: 50035", async () => {
    const data = {
      content: "x".repeat(2_001),
      embeds: [{ title: "x".repeat(257) }, { fields: [{ name: "x" }] }],
    };
    const { status, body } = await callback(await asked(), { type: 4, data });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 50035,
      message: "Invalid Form Body",
      errors: {
        data: {
          content: {
            _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: "Must be 2000 or fewer in length." }],
          },
        },
      },
    });
    expect(problemsIn(body)).toEqual([
      "data.content BASE_TYPE_MAX_LENGTH",
      "data.embeds.0.title BASE_TYPE_MAX_LENGTH",
      "data.embeds.1.fields.0.value BASE_TYPE_REQUIRED",
    ]);
    expect(discord.counters.refused).toEqual({ "50035": 1 });
  });

  it("is refused where it is no JSON, or no object", async () => {
    const result = await asked();
    expect((await callback(result, "{")).body.code).toBe(50109);
    expect((await callback(result, [])).body.code).toBe(50035);
  });
});
