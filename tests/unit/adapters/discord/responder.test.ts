/** Who asks and where, who may press what, and what is said where something cannot be. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readInteraction } from "../../../../src/adapters/discord/interaction/incoming.js";
import { Responder } from "../../../../src/adapters/discord/interaction/responder.js";
import type { Message } from "../../../../src/adapters/discord/protocol.js";
import { breachesOf } from "../../../../src/adapters/discord/render/limits.js";
import type { Answer } from "../../../../src/chat/answer/schema.js";
import type { Asker, Place } from "../../../../src/chat/asking.js";
import { defineCommand } from "../../../../src/chat/command/command.js";
import type { Bot } from "../../../../src/chat/contract.js";
import { SAID_FOR_MORE, SAID_FOR_YES } from "../../../../src/chat/line/said.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import { commandCode } from "../../../../src/surface/buttons.js";
import {
  ASKER,
  OTHER,
  pick,
  press,
  rowsIn,
  shown,
  slash,
  writtenIn,
} from "../../../support/discord-payloads.js";
import { contar, createBot, program } from "../../../support/fakes.js";

const noOptions = { options: z.strictObject({}), result: z.unknown(), positional: [] } as const;

/** Tells who asks, and where. */
let asked: { readonly asker?: Asker; readonly place?: Place } = {};
const quien = defineCommand({
  ...noOptions,
  names: { es: "quien", en: "who" },
  summary: { es: "Quién", en: "Who" },
  examples: ["quien"],
  run: ({ asker, place }) => {
    asked = { asker, place };
    return { status: "ok", result: null, answer: { kind: "figure", text: "x" } };
  },
});

const moderar = defineCommand({
  ...noOptions,
  names: { es: "moderar", en: "moderate" },
  summary: { es: "Moderar", en: "Moderate" },
  access: "moderator",
  examples: ["moderar"],
  run: () => ({ status: "ok", result: null, answer: { kind: "figure", text: "Hecho" } }),
});

function bot(answer?: Answer, changes: Parameters<typeof createBot>[0] = {}): Bot {
  const dado = defineCommand({
    ...noOptions,
    names: { es: "dado", en: "given" },
    summary: { es: "Dado", en: "Given" },
    examples: ["dado"],
    run: () => ({ status: "ok", result: null, answer: answer ?? { kind: "figure" } }),
  });
  const commands = [...program.commands, quien, moderar, dado];
  return createBot({ ...changes, program: { commands, ...changes.program } });
}

async function told(payload: unknown, of: Bot = bot()): Promise<Message> {
  const responder = new Responder({ bot: () => of, locale: SPANISH, now: () => new Date() });
  const responses = await responder.respond(payload);
  if (!responses || !("data" in responses.first) || !("components" in responses.first.data)) {
    throw new Error(`no message, but ${JSON.stringify(responses)}`);
  }
  expect(breachesOf(responses.first.data)).toEqual([]);
  return responses.first.data;
}

const isEphemeral = ({ flags = 0 }: Message) => (flags & 64) !== 0;

interface Component {
  readonly custom_id: string;
  readonly label?: string;
  readonly style?: number;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

const rowsOf = (message: Message) => rowsIn(message).map((row) => row as readonly Component[]);

describe("who asks, and where", () => {
  it("is passed on as Discord vouches for it", async () => {
    await told(slash("quien"));
    expect(asked).toEqual({
      asker: { id: `discord:${ASKER}`, moderates: false },
      place: { platform: "discord", server: "613425648685547541", chat: "613425648685547542" },
    });
    await told(slash("quien", {}, { permissions: "32" }));
    expect(asked.asker?.moderates).toBe(true);
  });

  it.each([10, 11, 12])("in a thread of type %i is a topic of its channel", async (type) => {
    await told(slash("quien", {}, { channel: { id: "5", type, parent_id: "4" } }));
    expect(asked.place).toEqual({
      platform: "discord",
      server: "613425648685547541",
      chat: "4",
      topic: "5",
    });
    await told(slash("quien", {}, { channel: { id: "5", type } }));
    expect(asked.place).toMatchObject({ chat: "5", topic: "5" });
  });

  it("is a chat without a server in direct messages, and nobody where Discord tells none", async () => {
    const { guild_id: _, member, ...direct } = slash("quien");
    await told({ ...direct, user: (member as { user: unknown }).user });
    expect(asked).toEqual({
      asker: { id: `discord:${ASKER}`, moderates: false },
      place: { platform: "discord", chat: "613425648685547542" },
    });
    const { channel: _channel, channel_id: _id, ...nowhere } = direct;
    await told(nowhere);
    expect(asked).toEqual({ asker: undefined, place: undefined });
  });

  it("is read with suspicion", () => {
    for (const channel of [null, 1, "x", { type: 11, parent_id: {} }, { id: "../1", type: 11 }]) {
      const incoming = readInteraction({ ...slash("quien"), channel, channel_id: "../7", guild_id: 7 });
      expect(incoming).toMatchObject({ interaction: { place: undefined } });
    }
  });
});

describe("a person's own choice of language", () => {
  it("counts before that of their client", async () => {
    const english = bot();
    await english.ports.languages.set(`discord:${ASKER}`, "en", new Date());
    expect(shown(await told(slash("votos", { titulo: "tmdb:597" }), english))).toContain("Votes");
    expect(shown(await told(slash("votos", { titulo: "tmdb:597" }, { user: OTHER }), english))).toContain(
      "Votos",
    );
  });
});

describe("commands that are not for everybody", () => {
  it("are for those who moderate, and for those who run the bot", async () => {
    const say = async (permissions: string, operators: readonly string[] = []) =>
      told(
        slash("moderar", {}, { permissions }),
        bot(undefined, { program: { operators: new Set(operators) } }),
      );
    for (const permissions of ["0", "2048", "-1"]) {
      const refused = await say(permissions);
      expect(shown(refused)).toContain("moderan");
      expect(isEphemeral(refused)).toBe(true);
    }
    for (const permissions of ["32", "8"]) expect(shown(await say(permissions))).toContain("Hecho");
    expect(shown(await say("0", [`discord:${ASKER}`]))).toContain("Hecho");
  });

  it("are refused to those who do not run the bot, with a command as they call it", async () => {
    const message = await told(slash("refrescar", {}, { locale: "en-US" }));
    expect(shown(message)).toContain("/help says what there is");
    expect(isEphemeral(message)).toBe(true);
  });
});

describe("what can be pressed", () => {
  const choice = (at: number) => ({
    label: `Opción ${at}`,
    command: "votos",
    options: { titulo: `tmdb:${at}` },
  });
  const action = (at: number) => contar.button(`Botón ${at}`, { hasta: at }, at === 1);

  it("are up to five choices as buttons, up to 25 in a menu, and others named", async () => {
    const choices = (count: number) => Array.from({ length: count }, (_, at) => choice(at));
    const few = await told(slash("dado"), bot({ kind: "choices", prompt: "¿Cuál?", choices: choices(5) }));
    expect(rowsOf(few).map((row) => row.length)).toEqual([5]);
    expect(shown(few)).toContain("¿Cuál?");
    const answer: Answer = {
      kind: "choices",
      prompt: "¿Cuál?",
      // One twice, one whose question has no room in a button, one of a command that does not exist, and too many.
      choices: [
        { label: "Larga", command: "votos", options: { titulo: "x".repeat(150) } },
        ...choices(32),
        { ...choice(0), label: "Otra vez" },
        { label: "Ninguna", command: "nada", options: {} },
      ],
    };
    const of = bot(answer);
    const many = await told(slash("dado"), of);
    const [[menu] = []] = rowsOf(many);
    expect(menu?.options).toHaveLength(25);
    expect(menu?.placeholder).toBe("¿Cuál?");
    expect(writtenIn(many).at(-1)).toMatch(/• Opción 24\n[\s\S]*• Opción 28\n… y 3 más$/u);
    expect(shown(many)).not.toMatch(/Ninguna|Otra vez/u);
    const long = menu?.options?.find(({ label }) => label === "Larga")?.value ?? "";
    expect(long).toMatch(/^2k;/u);
    expect(shown(await told(pick(menu?.custom_id ?? "", long), of))).toContain("No encuentro esa película");
  });

  it("are what leads to more below the menu, with room for actions", async () => {
    const actions = Array.from({ length: 10 }, (_, at) => action(at));
    const asked = async (count: number) => {
      const choices = [
        { ...choice(0), said: SAID_FOR_YES },
        ...Array.from({ length: count - 1 }, (_, at) => choice(at + 1)),
        { ...choice(99), label: "Otras", said: SAID_FOR_MORE },
      ];
      return rowsOf(await told(slash("dado"), bot({ kind: "list", title: "x", choices, actions })));
    };
    const [[menu] = [], on, ...others] = await asked(6);
    expect(menu?.options?.map(({ label }) => label)).toEqual(
      [0, 1, 2, 3, 4, 5].map((at) => choice(at).label),
    );
    expect(on?.map(({ label }) => label)).toEqual(["Otras"]);
    expect(others.map((row) => row.length)).toEqual([5, 5]);
    expect((await asked(5)).map((row) => row.length)).toEqual([5, 1, 5, 5]);
    expect((await asked(4)).map((row) => row.length)).toEqual([5, 5, 5]);
  });

  it("are actions in rows of five, what holds now apart, and a menu where they are too many", async () => {
    const actions = (count: number) => Array.from({ length: count }, (_, at) => action(at));
    const few = await told(slash("dado"), bot({ kind: "figure", title: "x", actions: actions(12) }));
    expect(rowsOf(few).map((row) => row.map(({ style }) => style).join(""))).toEqual([
      "21222",
      "22222",
      "22",
    ]);
    const of = bot({ kind: "figure", title: "x", actions: actions(30) });
    const many = await told(slash("dado"), of);
    const [[menu] = []] = rowsOf(many);
    expect(menu?.options).toHaveLength(25);
    expect(shown(many)).toContain("Botón 29");
    expect(shown(await told(pick(menu?.custom_id ?? "", menu?.options?.[7]?.value ?? ""), of))).toContain(
      "Van 7",
    );
  });

  it("all has room at once: pages, choices and actions", async () => {
    const answer: Answer = {
      kind: "list",
      list: { lines: Array.from({ length: 30 }, (_, at) => ({ head: `${at}` })) },
      choices: Array.from({ length: 30 }, (_, at) => choice(at)),
      actions: Array.from({ length: 15 }, (_, at) => action(at)),
    };
    expect(rowsOf(await told(slash("dado"), bot(answer))).map((row) => row.length)).toEqual([3, 1, 5, 5, 5]);
  });

  it("is somebody's own, unless it is anybody's", async () => {
    const mine = `2a;${BigInt(ASKER).toString(36)};contar;0;hasta=3`;
    expect(shown(await told(press(mine)))).toContain("Van 3");
    const other = await told(press(mine, { user: OTHER }));
    expect(shown(other)).toContain("Ese botón es de quien hizo la pregunta");
    expect(isEphemeral(other)).toBe(true);
    expect(shown(await told(press("2a;0;contar;0;hasta=3", { user: OTHER })))).toContain("Van 3");
  });

  it("keeps private what was: choices below a page of a private answer", async () => {
    const answer: Answer = {
      kind: "list",
      list: { lines: Array.from({ length: 30 }, (_, at) => ({ head: `${at}` })) },
      choices: [choice(597)],
    };
    const of = bot(answer);
    const page = `2p;${BigInt(ASKER).toString(36)};${commandCode("dado")};1`;
    const pressed = (flags: number) => told(press(page, { message: { flags } }), of);
    const idOf = (message: Message) => rowsOf(message).at(-1)?.[0]?.custom_id ?? "";
    expect(isEphemeral(await told(press(idOf(await pressed(64)), {}), of))).toBe(true);
    expect(isEphemeral(await told(press(idOf(await pressed(0)), {}), of))).toBe(false);
  });

  it.each([
    ["1;p;a;1;director", /versión anterior/u],
    ["0;menu", /versión anterior/u],
    ["2k;AAAAAAAAAAAAAAAA", /Ha pasado mucho tiempo/u],
    ["2a;0;borrada;0", /versión anterior/u],
    [`2o;a;${commandCode("borrado")};0;titulo=x`, /versión anterior/u],
    ["2n;page", /versión anterior/u],
    ["2a;0;contar;0;hasta=x", /ya no vale/u],
    [`2o;a;${commandCode("votos")};0;otra=1;__proto__=x`, /no tiene la opción/u],
    ["", /versión anterior/u],
  ])("that is none of ours any more is told to whoever presses it: %s", async (id, words) => {
    const message = await told(press(id));
    expect(shown(message)).toMatch(words);
    expect(isEphemeral(message)).toBe(true);
  });
});
