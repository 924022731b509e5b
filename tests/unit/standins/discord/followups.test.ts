/** Edits and follow-ups: what is taken, what is refused, with Discord's codes. */
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

const webhook = (
  { token }: InteractionResult,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply> =>
  request(discord, method, `/webhooks/${discord.applicationId}/${token}${path}`, body, null);

describe("what comes after the first response", () => {
  it("does not exist before it: 10015", async () => {
    const result = await asked();
    for (const [method, path] of [
      ["POST", ""],
      ["PATCH", "/messages/@original"],
      ["GET", "/messages/@original"],
    ]) {
      const { status, body } = await webhook(result, method as string, path as string, undefined);
      expect([status, body]).toEqual([404, { code: 10015, message: "Unknown Webhook" }]);
    }
  });

  it("ends after 15 minutes: 50027", async () => {
    const result = await asked(hello);
    discord.advance(14 * 60_000);
    expect((await webhook(result, "PATCH", "/messages/@original", { content: "aún" })).status).toBe(200);
    discord.advance(61_000);
    const { status, body } = await webhook(result, "POST", "", { content: "tarde" });
    expect([status, body]).toEqual([401, { code: 50027, message: "Invalid Webhook Token" }]);
  });

  it("belongs to this application and to known messages: 10015, 10008", async () => {
    const result = await asked(hello);
    expect((await request(discord, "POST", `/webhooks/1/${result.token}`, hello, null)).body.code).toBe(
      10015,
    );
    expect((await webhook(result, "PATCH", "/messages/12345", { content: "x" })).body.code).toBe(10008);
  });

  it("edits what was deferred, and keeps it ephemeral", async () => {
    const result = await asked({ type: 5, data: { flags: 64 } });
    expect(result.message).toMatchObject({ loading: true, ephemeral: true });
    const settled = result.settled(1_000);
    expect(
      (await webhook(result, "PATCH", "/messages/@original", { content: "listo", flags: 0 })).status,
    ).toBe(200);
    expect((await settled).message).toMatchObject({
      content: "listo",
      loading: false,
      ephemeral: true,
      edits: 1,
    });
  });

  it("takes the first follow-up as the text of what was deferred", async () => {
    const result = await asked({ type: 5 });
    await webhook(result, "POST", "", { content: "uno" });
    await webhook(result, "POST", "?wait=true", { content: "dos" });
    expect(result.message?.content).toBe("uno");
    expect(result.followUps.map(({ content }) => content)).toEqual(["dos"]);
  });

  it("leaves what an edit does not name", async () => {
    const result = await asked({ type: 4, data: { content: "a", embeds: [{ title: "b" }] } });
    await webhook(result, "PATCH", "/messages/@original", { embeds: [] });
    expect(result.message).toMatchObject({ content: "a", embeds: [] });
    expect((await webhook(result, "PATCH", "/messages/@original", { content: "" })).body.code).toBe(50006);
    expect(result.message?.content).toBe("a");
  });

  it("holds edits to the rules of messages", async () => {
    const result = await asked(hello);
    const { body } = await webhook(result, "PATCH", "/messages/@original", { content: "x".repeat(2_001) });
    expect(problemsIn(body)).toEqual(["content BASE_TYPE_MAX_LENGTH"]);
  });

  it("does not let components v2 be taken back, nor texts beside them", async () => {
    const text = { type: 10, content: "texto" };
    const result = await asked({ type: 4, data: { flags: 32_768, components: [text] } });
    const { body } = await webhook(result, "PATCH", "/messages/@original", { flags: 0, content: "x" });
    expect(problemsIn(body)).toEqual(["content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"]);
  });

  it("wants texts taken away when components v2 come", async () => {
    const result = await asked(hello);
    const body = { flags: 32_768, components: [{ type: 10, content: "texto" }] };
    const kept = await webhook(result, "PATCH", "/messages/@original", body);
    expect(problemsIn(kept.body)).toEqual(["content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"]);
    const taken = await webhook(result, "PATCH", "/messages/@original", { ...body, content: null });
    expect(taken.status).toBe(200);
  });

  it("deletes: 204, then 10008", async () => {
    const result = await asked(hello);
    expect((await webhook(result, "DELETE", "/messages/@original")).status).toBe(204);
    expect(result.message?.deleted).toBe(true);
    expect((await webhook(result, "GET", "/messages/@original")).body.code).toBe(10008);
  });

  it("allows five follow-ups where only a user installed the application: 40094", async () => {
    answer = hello;
    const result = await discord.slash({ command: "eco", installedBy: "user" });
    await result.until(({ status }) => status === "answered");
    for (let index = 0; index < 5; index += 1) await webhook(result, "POST", "", { content: "x" });
    expect((await webhook(result, "POST", "", { content: "x" })).body.code).toBe(40094);
  });
});
