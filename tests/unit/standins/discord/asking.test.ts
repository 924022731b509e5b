/** Driving: what the stand-in sends, and what it will not send because Discord's own client would not. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Json, type StandIn, startDiscord } from "../../../../standins/discord/index.js";
import { connected, request } from "./testing/bot.js";

let discord: StandIn;
let sent: Json[];
let answer: unknown;

beforeEach(async () => {
  discord = await startDiscord({ answerTimeoutMs: 500, rateLimits: false });
  sent = [];
  answer = { type: 4, data: { content: "hola" } };
  await connected(discord, (interaction) => {
    sent.push(interaction);
    return answer;
  });
});

afterEach(async () => await discord.close());

const COMMANDS = [
  {
    name: "pelicula",
    description: "Una película",
    options: [
      {
        type: 3,
        name: "titulo",
        description: "Su título",
        required: true,
        autocomplete: true,
        min_length: 2,
      },
      { type: 4, name: "desde", description: "Año", min_value: 1_888 },
      { type: 3, name: "orden", description: "Orden", choices: [{ name: "Votos", value: "votos" }] },
      { type: 6, name: "de", description: "De quién" },
    ],
  },
  {
    name: "lista",
    description: "Listas",
    options: [
      {
        type: 1,
        name: "crear",
        description: "Crea una",
        options: [{ type: 5, name: "publica", description: "¿?" }],
      },
    ],
  },
];

const register = () => request(discord, "PUT", `/applications/${discord.applicationId}/commands`, COMMANDS);

describe("a question", () => {
  it("carries who asks, where, and in which language", async () => {
    const user = { id: "9", name: "ana", permissions: "32" };
    await discord.slash({
      command: "eco",
      options: { texto: "x", veces: 2 },
      user,
      guild: "77",
      channel: "5",
      locale: "es-419",
    });
    expect(sent[0]).toMatchObject({
      type: 2,
      application_id: discord.applicationId,
      guild_id: "77",
      channel_id: "5",
      locale: "es-419",
      guild_locale: "es-ES",
      context: 0,
      member: { user: { id: "9", username: "ana" }, permissions: "32" },
      data: {
        name: "eco",
        type: 1,
        options: [
          { name: "texto", type: 3, value: "x" },
          { name: "veces", type: 4, value: 2 },
        ],
      },
    });
    expect(sent[0]).not.toHaveProperty("user");
  });

  it("comes from a direct message without a guild", async () => {
    await discord.slash({ command: "eco" });
    expect(sent[0]).toMatchObject({ context: 1, user: { username: "alguien" }, channel: { type: 1 } });
    expect(sent[0]).not.toHaveProperty("member");
    expect(sent[0]).not.toHaveProperty("guild_id");
  });

  it("is unanswered when nobody answers, undelivered when nobody is there", async () => {
    answer = undefined;
    expect((await discord.slash({ command: "eco" })).status).toBe("unanswered");
    discord.gateway.drop();
    discord.gateway.forgetSessions();
    expect((await discord.slash({ command: "eco" })).status).toBe("undelivered");
    expect(discord.counters).toMatchObject({ interactions: 2, answered: 0, undelivered: 1 });
  });

  it("is put as the command was registered", async () => {
    await register();
    await discord.slash({ command: "pelicula", options: { titulo: "Alien", desde: 1_979, de: "123" } });
    expect(sent[0]?.data).toMatchObject({
      id: discord.commands.global()[0]?.id,
      options: [{ type: 3 }, { type: 4, value: 1_979 }, { type: 6, value: "123" }],
      resolved: { users: { "123": { id: "123" } } },
    });
    await discord.slash({ command: "lista crear", options: { publica: true } });
    expect(sent[1]?.data).toMatchObject({
      name: "lista",
      options: [{ name: "crear", type: 1, options: [{ name: "publica", type: 5, value: true }] }],
    });
  });

  it.each([
    ["another command", { command: "serie" }, /no command "serie"/],
    ["no subcommand", { command: "lista" }, /only asked with a subcommand/],
    ["another subcommand", { command: "lista borrar" }, /no subcommand "borrar"/],
    ["a required option left out", { command: "pelicula" }, /requires the option "titulo"/],
    ["another option", { command: "pelicula", options: { titulo: "xx", y: "z" } }, /no option "y"/],
    ["another type", { command: "pelicula", options: { titulo: 7 } }, /is no string/],
    ["a text too short", { command: "pelicula", options: { titulo: "x" } }, /below 2/],
    ["a number too small", { command: "pelicula", options: { titulo: "xx", desde: 1_800 } }, /below 1888/],
    [
      "no choice of it",
      { command: "pelicula", options: { titulo: "xx", orden: "azar" } },
      /not one of its choices/,
    ],
  ])("is not put as Discord's client never would: %s", async (_, slash, why) => {
    await register();
    await expect(discord.slash(slash)).rejects.toThrow(why);
    expect(sent).toEqual([]);
  });

  it("can be anything at all where that is asked for", async () => {
    await discord.interaction(2, { name: "__proto__", options: "ninguna" });
    expect(sent[0]?.data).toEqual({ name: "__proto__", options: "ninguna" });
  });
});

describe("an autocomplete", () => {
  it("sends what is typed, and takes choices alone", async () => {
    await register();
    answer = { type: 8, data: { choices: [{ name: "Alien (1979)", value: "id:1" }] } };
    const result = await discord.autocomplete({
      command: "pelicula",
      focused: "titulo",
      options: { titulo: "a" },
    });
    expect(sent[0]).toMatchObject({
      type: 4,
      data: { options: [{ name: "titulo", value: "a", focused: true }] },
    });
    expect(result.choices).toEqual([{ name: "Alien (1979)", value: "id:1" }]);
    answer = { type: 5 };
    expect((await discord.autocomplete({ command: "pelicula", focused: "titulo" })).refusals).toMatchObject([
      { code: 50035, problems: [expect.stringContaining("type BASE_TYPE_CHOICES")] },
    ]);
  });

  it("holds choices to the option's type and to their limits", async () => {
    await register();
    answer = { type: 8, data: { choices: [{ name: "1979", value: "1979" }] } };
    const typed = await discord.autocomplete({
      command: "pelicula",
      focused: "desde",
      options: { desde: 19 },
    });
    expect(typed.refusals[0]?.problems[0]).toContain("data.choices.0.value NUMBER_TYPE_COERCE");
    answer = { type: 8, data: { choices: Array(26).fill({ name: "x", value: "y" }) } };
    const many = await discord.autocomplete({ command: "pelicula", focused: "titulo" });
    expect(many.refusals[0]?.problems[0]).toContain("data.choices BASE_TYPE_MAX_LENGTH");
  });
});
