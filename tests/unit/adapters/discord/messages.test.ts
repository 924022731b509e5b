/** Questions that people write as messages: which of them are said to us, and how they are answered. */
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { readQuestion } from "../../../../src/adapters/discord/messages/incoming.js";
import { Pace } from "../../../../src/adapters/discord/messages/pace.js";
import type { Message } from "../../../../src/adapters/discord/protocol.js";
import type { Grants } from "../../../../src/adapters/discord/settings.js";
import { FALLBACKS } from "../../../../src/settings/declared.js";
import type { MessageState, Said } from "../../../../standins/discord/index.js";
import { openCommunityBot } from "../../../support/community-bot.js";
import { pressedIn, shown } from "../../../support/discord-payloads.js";
import { type Running, running, until } from "../../../support/discord-running.js";
import { createBot } from "../../../support/fakes.js";
import { conversationBot } from "../../../support/surface.case.js";

const ANA = { id: "80351110224678912" };
const LEO = { id: "80351110224678913" };
const CHANNEL = "300000000000000009";
const QUESTION = "how many votes has titanic";
const ALL = { mentions: true, direct: true };

let run: Running;
afterEach(() => run?.stop());

async function start(messages: Grants | null = ALL, bot = conversationBot): Promise<Running> {
  run = await running({ bot, settings: () => (messages ? { messages } : {}) });
  return run;
}

const sent = () => run.discord.channels.sent(CHANNEL);
const textOf = (message: MessageState | undefined) => shown(message as unknown as Message);
const says = (content: string, more: Partial<Said> = {}) =>
  run.discord.says({ content, guild: "77", channel: CHANNEL, user: ANA, ...more });
const us = () => `<@${run.discord.botId}>`;

/** What is answered to a message; it must be the only new answer. */
async function answerTo(content: string, more?: Partial<Said>): Promise<MessageState> {
  const before = sent().length;
  const { id } = says(content, more);
  await until(() => sent().length > before);
  const answer = sent()[before];
  expect([answer?.repliesTo, sent().length]).toEqual([id, before + 1]);
  return answer as MessageState;
}

describe("a message of whoever moderates", () => {
  it("sets what they may set, by what their roles may; of others it is told where they can", async () => {
    const community = await openCommunityBot();
    onTestFinished(() => community.close());
    await start(ALL, community.bot);
    const { discord } = run;
    discord.guilds.add("77");
    const asked = () => discord.log.list({ route: "/guilds/{guild_id}/roles" }).length;
    expect(textOf(await answerTo(`${us()} vale`))).toContain("es 2000");
    expect(asked()).toBe(0);
    discord.roles.set(
      "77",
      new Map([
        ["5", "32"],
        ["6", "2048"],
        ["7", "8"],
      ]),
    );
    const set = (roles: readonly string[], minimum: number, locale = "es") =>
      answerTo(`${us()} ${locale === "es" ? "ajustes minimo" : "settings minimum"} ${minimum}`, {
        user: { ...ANA, roles },
      });
    const refused = textOf(await set(["6"], 5));
    expect(refused).toContain("por un mensaje no sé si eres de ellos: hazlo con /ajustes");
    expect(textOf(await set(["6", "5"], 500))).toContain("500");
    expect(textOf(await set(["7"], 600))).toContain("600");
    // A role is asked about once a minute.
    expect(asked()).toBe(1);
    expect(textOf(await answerTo(`${us()} vale`))).toContain("es 600");
    expect((await community.store.settings.all("discord:77")).revision).toBe(2);
  });

  it("is nobody's word where Discord does not tell, or of a server that we are not in", async () => {
    const community = await openCommunityBot();
    onTestFinished(() => community.close());
    await start(ALL, community.bot);
    run.discord.roles.set("77", new Map([["5", "8"]]));
    const user = { ...ANA, roles: ["5"], permissions: "8" };
    expect(textOf(await answerTo(`${us()} ajustes minimo 500`, { user }))).toContain("hazlo con /ajustes");
    expect((await community.store.settings.all("discord:77")).revision).toBe(0);
  });
});

describe("a message", () => {
  it("that mentions us is answered below it, notifying nobody", async () => {
    await start();
    for (const content of [
      `${us()} ${QUESTION}`,
      `<@!${run.discord.botId}> ${QUESTION}`,
      `${QUESTION} ${us()}`,
    ]) {
      expect(textOf(await answerTo(content))).toContain("7770");
    }
    expect(run.discord.counters.pinged).toBe(0);
    // Counted once Discord has confirmed the answer, which is after it can be seen there.
    await until(() => run.surface.figures.answered === 3);
    expect(run.surface.figures).toMatchObject({ lost: 0, repeated: 0 });
  });

  it("to us alone is answered without a mention", async () => {
    await start();
    expect(textOf(await answerTo(QUESTION, { guild: undefined }))).toContain("7770");
  });

  it("that replies to an answer of ours is a question too", async () => {
    await start();
    const answer = await answerTo(`${us()} ${QUESTION}`);
    expect(textOf(await answerTo(QUESTION, { replyTo: answer.id, user: LEO }))).toContain("7770");
  });

  it("that says nothing but our name is told what we are for", async () => {
    await start();
    expect(textOf(await answerTo(us()))).toContain("Pregunta por una película");
  });

  it("refers to what that person was told in that channel, and its buttons work", async () => {
    await start();
    const offered = await answerTo(`${us()} titanik`);
    expect(textOf(offered)).toContain("¿Quisiste decir…?");
    expect(textOf(await answerTo(`${us()} sí`, { user: LEO }))).toContain("No entendí");
    const choices = await answerTo(`${us()} /votos cinderella`);
    const [button] = pressedIn(choices as unknown as Message);
    const pressed = await run.discord.component(choices.id, button?.id ?? "", [], ANA);
    expect(textOf(pressed.message)).toContain("2426");
    await answerTo(`${us()} titanik`);
    expect(textOf(await answerTo(`${us()} sí`))).toContain("7770");
  });

  it("gets a better version in the place of its answer", async () => {
    await start();
    const answer = await answerTo(`${us()} /mejora`);
    await until(() => answer.edits > 0);
    expect(textOf(answer)).toContain("Ahora sí");
  });

  it("that a server's filter keeps from being answered is told so", async () => {
    await start();
    run.discord.faults.add({ kind: "error", status: 400, code: 200_000, route: "messages" });
    expect(textOf(await answerTo(`${us()} ${QUESTION}`))).toContain("AutoMod");
  });

  it("in a thread that is archived is left, and counted", async () => {
    await start();
    run.discord.channels.close(CHANNEL, "archived");
    const { lost } = run.surface.figures;
    says(`${us()} ${QUESTION}`);
    await until(() => run.surface.figures.lost === lost + 1);
    expect(sent()).toEqual([]);
  });

  it("is answered also where we may not read what was written before", async () => {
    await start();
    run.discord.channels.close(CHANNEL, "unreadable");
    says(`${us()} ${QUESTION}`);
    await until(() => sent().length === 1);
    expect(textOf(sent()[0])).toContain("7770");
  });

  it("is given up where we may not write, and others are answered", async () => {
    await start();
    run.discord.channels.close("1", "forbidden");
    says(`${us()} ${QUESTION}`, { channel: "1" });
    await until(() => run.surface.figures.lost === 1);
    expect(textOf(await answerTo(`${us()} ${QUESTION}`))).toContain("7770");
  });

  it("that is told twice is answered once", async () => {
    await start();
    run.discord.gateway.duplicateNext(1);
    await answerTo(`${us()} ${QUESTION}`);
    await until(() => run.surface.figures.repeated === 1);
    expect(sent()).toHaveLength(1);
  });
});

describe("messages", () => {
  it("are not even told where the operator grants none, and only those that are granted", async () => {
    await start(null, createBot());
    expect([says(`${us()} hola`).told, says("hola", { guild: undefined }).told]).toEqual([0, 0]);
    await run.stop();
    await start({ mentions: true, direct: false });
    expect([says(`${us()} hola`).told, says("hola", { guild: undefined }).told]).toEqual([1, 0]);
    await run.stop();
    await start({ mentions: false, direct: true });
    expect([says(`${us()} hola`).told, says("hola", { guild: undefined }).told]).toEqual([0, 1]);
  });

  it("of one person beyond a few in a row are asked to wait, once", async () => {
    const pace = new Pace();
    const asked = Array.from({ length: 8 }, (_, at) => pace.admit("ana", at));
    expect(asked).toEqual([...Array.from({ length: 5 }, () => "answered"), "told", "silent", "silent"]);
    expect(pace.admit("leo", 7)).toBe("answered");
    expect(pace.admit("ana", 10_001)).toBe("answered");
    await start();
    for (let at = 0; at < 8; at++) says(`${us()} ${QUESTION}`);
    await until(() => sent().length === 6);
    expect(
      sent()
        .map(textOf)
        .filter((text) => text.includes("7770")),
    ).toHaveLength(5);
    expect(
      sent()
        .map(textOf)
        .filter((text) => text.includes("Un momento, por favor.")),
    ).toHaveLength(1);
  });

  it("that name no command are given up before those that do, where too many are under way", async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const places = { of: () => FALLBACKS, prepare: () => held, reread: async () => undefined };
    await start(ALL, createBot({ ports: { places } }));
    const people = (from: number, content: string) => {
      for (let at = 0; at < 60; at++) says(`${us()} ${content}`, { user: { id: String(from + at) } });
    };
    people(1_000, QUESTION);
    people(2_000, QUESTION);
    await until(() => run.surface.figures.lost === 20);
    people(3_000, "/votos titanic");
    release();
    await until(() => sent().length === 160);
    expect(run.surface.figures.lost).toBe(20);
  });
});

describe("what is said to others", () => {
  const ME = "100000000000000001";
  const message = {
    id: "1",
    type: 0,
    channel_id: CHANNEL,
    guild_id: "77",
    author: { id: ANA.id },
    content: `<@${ME}> hola`,
    mentions: [{ id: ME }],
  };
  const read = (changes: object, grants = ALL) => readQuestion({ ...message, ...changes }, ME, grants);

  it.each<[string, object]>([
    ["a bot's", { author: { id: "9", bot: true } }],
    ["our own", { author: { id: ME } }],
    ["a webhook's", { webhook_id: "5" }],
    ["what the channel tells", { type: 7 }],
    ["nobody's", { author: {} }],
    ["without our name", { content: "hola" }],
    ["to everyone", { content: "@everyone hola", mention_everyone: true, mentions: [] }],
    ["to a role of ours", { content: `<@&${ME}> hola`, mentions: [] }],
    ["to one whose id begins like ours", { content: `<@${ME}1> hola` }],
    [
      "a reply that notifies somebody else",
      { type: 19, content: "hola", mentions: [{ id: "9" }], referenced_message: { author: { id: "9" } } },
    ],
    [
      "a reply to us that does not notify us",
      { type: 19, content: "hola", mentions: [], referenced_message: { author: { id: ME } } },
    ],
    ["nothing at all to us alone", { guild_id: undefined, content: "" }],
  ])("is no question: %s", (_, changes) => {
    expect(read(changes)).toBeUndefined();
  });

  it.each([null, 5, "x", [], {}, { id: 1 }, { ...message, author: null, mentions: "x", content: {} }])(
    "is no question, whatever it is: %j",
    (payload) => {
      expect(readQuestion(payload, ME, ALL)).toBeUndefined();
    },
  );

  it("is left out of what is said to us", () => {
    const content = `<@${ME}> <:cine:123> hola <@9>, <#8> ¿cuánto dura <a:wow:12> titanic? <@&7>`;
    expect(read({ content })?.text.replace(/\s+/gu, " ")).toBe("hola , ¿cuánto dura titanic?");
  });
});
