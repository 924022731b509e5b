/** The stand-in and the official OpenAPI document agree, where the document is there. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InteractionResult, type StandIn, startDiscord } from "../../../../standins/discord/index.js";
import { OpenApi } from "../../../../standins/discord/openapi.js";
import { checkMessage } from "../../../../standins/discord/rules/messages/message.js";
import type { Json } from "../../../../standins/discord/types.js";
import { connected, problemsIn, request } from "./testing/bot.js";

const document = OpenApi.load(true);
const CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback";
const MESSAGE = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
const COMMANDS = "/applications/{application_id}/commands";

it("does without the document, and says so", async () => {
  for (const [openapi, state] of [
    [false, "off"],
    ["/nowhere.json", "absent"],
  ] as const) {
    const discord = await startDiscord({ openapi });
    expect(discord.openapi).toBe(state);
    await discord.close();
  }
});

/** Texts about as long as the limit allows, a little shorter or longer, of one and two UTF-16 units a character. */
const around = (limit: number) =>
  fc
    .tuple(fc.integer({ min: -2, max: 2 }), fc.constantFrom("a", "🎬"))
    .map(([more, one]) => one.repeat(limit + more));
const short = fc.constantFrom("x", "ñ", "a b", "🎬 Alien");
const maybe = (limit: number) =>
  fc.oneof({ weight: 30, arbitrary: short }, { weight: 3, arbitrary: around(limit) }, fc.constant(undefined));

const embed = fc.record({
  title: maybe(256),
  description: maybe(4_096),
  color: fc.constantFrom(undefined, null, 0, 1, 2, 3, 4, 5, 0xff_ff_ff, 0x1_00_00_00),
  footer: fc.option(fc.record({ text: maybe(2_048) }), { nil: undefined }),
  author: fc.option(fc.record({ name: maybe(256) }), { nil: undefined }),
  url: fc.constantFrom(undefined, null, "https://example.org/a"),
  fields: fc.array(fc.record({ name: maybe(256), value: maybe(1_024), inline: fc.boolean() }), {
    maxLength: 4,
  }),
});
const button = fc.record({
  type: fc.constant(2),
  style: fc.integer({ min: 1, max: 4 }),
  label: maybe(80),
  custom_id: fc.uuid(),
});
const row = fc.record({ type: fc.constant(1), components: fc.array(button, { minLength: 1, maxLength: 5 }) });
const message = fc.record({
  content: maybe(2_000),
  embeds: fc.array(embed, { maxLength: 3 }),
  components: fc.array(row, { maxLength: 3 }),
  allowed_mentions: fc.constantFrom(undefined, null, { parse: [] }, { parse: ["users"] }, { users: ["x"] }),
});

function accepted(body: Json): boolean {
  try {
    checkMessage({ body, base: ["data"], v2: false }, body, 0);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!document)("the official document (skipped where ../shared/specs is absent)", () => {
  let discord: StandIn;

  beforeAll(async () => {
    discord = await startDiscord({ rateLimits: false, answerTimeoutMs: 20, guilds: ["77"] });
    await connected(discord, () => undefined);
  });
  afterAll(async () => await discord.close());

  async function unanswered(): Promise<InteractionResult> {
    return await discord.slash({ command: "eco", guild: "77" });
  }

  it("is consulted", () => expect(discord.openapi).toBe("on"));

  it("accepts every message that the stand-in's own rules accept", () => {
    let both = 0;
    const property = fc.property(message, (data) => {
      // JSON leaves out what is undefined.
      const sent = JSON.parse(JSON.stringify(data)) as Json;
      if (!accepted(sent)) return;
      both += 1;
      expect(document?.request("POST", CALLBACK, { type: 4, data: sent })).toEqual([]);
    });
    fc.assert(property, { numRuns: 400 });
    expect(both).toBeGreaterThan(40);
  });

  it("adds what the rules do not know, after them", async () => {
    const { id, token } = await unanswered();
    const path = `/interactions/${id}/${token}/callback`;
    const attachments = Array.from({ length: 11 }, (_, index) => ({ id: index }));
    const only = await request(discord, "POST", path, { type: 4, data: { content: "x", attachments } }, null);
    expect(problemsIn(only.body)).toEqual(["data.attachments OPENAPI_MAXITEMS"]);
    const both = await request(
      discord,
      "POST",
      path,
      { type: 4, data: { content: "x".repeat(2_001), attachments } },
      null,
    );
    expect(problemsIn(both.body)).toEqual(["data.content BASE_TYPE_MAX_LENGTH"]);
  });

  it("is not consulted where that is switched off", async () => {
    const alone = await startDiscord({ openapi: false });
    const path = `/applications/${alone.applicationId}/commands`;
    const body = [{ name: "a", description: "b", nsfw: "sí", handler: "x" }];
    expect((await request(alone, "PUT", path, body)).status).toBe(200);
    await alone.close();
  });

  it("takes permission bits as a string too, as Discord does", async () => {
    const body = { name: "a", description: "b", default_member_permissions: "32" };
    expect(document?.request("POST", COMMANDS, body)).toEqual([]);
  });

  it.each(["/gateway", "/gateway/bot", "/users/@me", "/applications/@me"])(
    "describes our answer to %s",
    async (path) => {
      const { status, body } = await request(discord, "GET", path);
      expect(document?.response("GET", path, status, body)).toEqual([]);
    },
  );

  it("describes what we tell of the guilds that the bot is in", async () => {
    const list = await request(discord, "GET", "/users/@me/guilds?limit=5");
    expect(list.body).toHaveLength(1);
    expect(document?.response("GET", "/users/@me/guilds", list.status, list.body)).toEqual([]);
    const roles = await request(discord, "GET", "/guilds/77/roles");
    expect(document?.response("GET", "/guilds/{guild_id}/roles", roles.status, roles.body)).toEqual([]);
  });

  it("describes our commands", async () => {
    const options = [
      { type: 3, name: "titulo", description: "x", required: true, choices: [{ name: "a", value: "b" }] },
    ];
    const sent = [
      { name: "cine", description: "x", options, name_localizations: { "es-ES": "cine" }, contexts: [0] },
    ];
    const path = `/applications/${discord.applicationId}/commands`;
    const put = await request(discord, "PUT", path, sent);
    expect(document?.response("PUT", COMMANDS, put.status, put.body)).toEqual([]);
    const get = await request(discord, "GET", path);
    expect(document?.response("GET", COMMANDS, get.status, get.body)).toEqual([]);
    await request(discord, "PUT", path, []);
  });

  it("describes our messages and callbacks", async () => {
    const { id, token } = await unanswered();
    const emoji = { name: "🎬" };
    const data = {
      content: "x",
      flags: 64,
      embeds: [
        { title: "t", footer: { text: "f" }, image: { url: "https://example.org/a.png" }, color: null },
      ],
      components: [
        {
          type: 1,
          components: [
            { type: 2, style: 1, custom_id: "a", emoji },
            { type: 2, style: 5, label: "b", url: "https://example.org" },
          ],
        },
        { type: 1, components: [{ type: 3, custom_id: "m", options: [{ label: "a", value: "b", emoji }] }] },
      ],
    };
    const path = `/interactions/${id}/${token}/callback?with_response=true`;
    const answer = await request(discord, "POST", path, { type: 4, data }, null);
    expect(document?.response("POST", CALLBACK, answer.status, answer.body)).toEqual([]);
    const media = { url: "https://example.org/a.png" };
    const laidOut = [
      { type: 17, components: [{ type: 10, content: "x" }, { type: 14 }] },
      { type: 9, components: [{ type: 10, content: "x" }], accessory: { type: 11, media } },
      { type: 12, items: [{ media }] },
    ];
    const webhook = `/webhooks/${discord.applicationId}/${token}/messages/@original`;
    const v2 = { content: null, embeds: [], components: laidOut, flags: 32_768 };
    // Of embeds that are there null lets go of none.
    expect((await request(discord, "PATCH", webhook, { ...v2, embeds: null }, null)).status).toBe(400);
    const edited = await request(discord, "PATCH", webhook, v2, null);
    expect(edited.status).toBe(200);
    expect(document?.response("PATCH", MESSAGE, edited.status, edited.body)).toEqual([]);
  });
});
