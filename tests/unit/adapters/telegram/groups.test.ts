/** Groups and other people's chats: who is heard, who is greeted, and where an answer goes that cannot go where it should. */
import { describe, expect, it } from "vitest";
import {
  anonymously,
  answersTo,
  answerTo,
  asChannel,
  BOT,
  buttonsOf,
  captioned,
  changesBot,
  group,
  linkedPost,
  messagesIn,
  Person,
  readable,
  strangers,
  until,
} from "../../../../standins/telegram/index.js";
import { createBot } from "../../../support/fakes.js";
import { commonBot } from "../../../support/surface.case.js";
import { runTelegram } from "../../../support/telegram-running.js";
import { leading } from "./leading-bot.js";

const QUESTION = "how many votes has titanic";
const CHANNEL = { id: -1_000_000_004_321, type: "channel", title: "Cine" } as const;

function saidIn(standIn: Parameters<typeof messagesIn>[0], place: Parameters<typeof messagesIn>[1]) {
  return messagesIn(standIn, place).filter(({ from }) => from.id === BOT.id);
}

describe("in a group", () => {
  it("those are heard who write as the group or as a channel, and posts that come by themselves are not", async () => {
    const { standIn, logged } = await runTelegram(createBot());
    const [ana, place] = [new Person(standIn), group(standIn)];
    ana.posts(linkedPost(`@claqueta_bot ${QUESTION}`, CHANNEL), place);
    for (const said of [
      anonymously(`@claqueta_bot ${QUESTION}`, place.chat),
      asChannel("/votos titanic", CHANNEL),
    ]) {
      const written = ana.posts(said, place);
      const answer = await answerTo(standIn, written);
      expect(readable(answer)).toContain("7770");
      expect(answer.reply_to_message?.message_id).toBe(written.message_id);
    }
    expect(saidIn(standIn, place)).toHaveLength(2);
    expect(logged).toEqual([]);
  });

  it("follow-ups of who writes as the group refer to what the group was told", async () => {
    const { standIn } = await runTelegram(createBot());
    const [ana, place] = [new Person(standIn), group(standIn)];
    const offered = await answerTo(
      standIn,
      ana.posts(anonymously("@claqueta_bot titanik", place.chat), place),
    );
    expect(readable(offered)).toContain("¿Quisiste decir…?");
    const yes = ana.posts({ ...anonymously("sí", place.chat), reply_to_message: offered }, place);
    expect(readable(await answerTo(standIn, yes))).toContain("7770");
  });

  it("what stands below a picture is heard where it is said to us", async () => {
    const { standIn } = await runTelegram(createBot());
    const [ana, place] = [new Person(standIn), group(standIn)];
    ana.posts(captioned(QUESTION), place);
    for (const caption of [`@claqueta_bot ${QUESTION}`, "/votos titanic"]) {
      expect(readable(await answerTo(standIn, ana.posts(captioned(caption), place)))).toContain("7770");
    }
    const link = { type: "text_mention", offset: 0, length: 8, user: BOT };
    const linked = { ...captioned(`Claqueta ${QUESTION}`), caption_entities: [link] };
    const answer = await answerTo(standIn, ana.posts(linked, place));
    expect(readable(answer)).toContain("7770");
    const reply = ana.posts({ ...captioned(QUESTION), reply_to_message: answer }, place);
    expect(readable(await answerTo(standIn, reply))).toContain("7770");
    expect(saidIn(standIn, place)).toHaveLength(4);
    expect(readable(await answerTo(standIn, ana.posts(captioned(QUESTION))))).toContain("7770");
  });

  it("we say once what we are for when we come, in the language of who adds us", async () => {
    const { standIn } = await runTelegram(commonBot);
    const ana = new Person(standIn, { language: "en" });
    const place = group(standIn);
    changesBot(standIn, place.chat, ana.user, ["left", "member"]);
    const [greeting] = await until(() => {
      const said = saidIn(standIn, place);
      return said.length > 0 && said;
    }, "not greeted");
    expect(greeting?.text).toMatch(/Hello, I am Claqueta\n[\s\S]*\n• @claqueta_bot horror of the 80s\n/);
    expect(greeting?.text?.split("\n")).toHaveLength(5);
    expect(greeting?.entities?.map(({ type }) => type)).toEqual(["bold", "code", "code", "code"]);
    changesBot(standIn, place.chat, ana.user, ["member", "administrator"]);
    changesBot(standIn, CHANNEL, ana.user, ["left", "administrator"]);
    changesBot(standIn, ana.home.chat, ana.user, ["kicked", "member"]);
    await answerTo(standIn, ana.says("/votos titanic", place));
    expect(standIn.calls.all.filter(({ method }) => method === "sendMessage")).toHaveLength(2);
    const spanish = group(standIn);
    changesBot(standIn, spanish.chat, new Person(standIn).user, ["kicked", "administrator"]);
    await until(() => saidIn(standIn, spanish)[0]?.text?.startsWith("Hola, soy Claqueta"), "not in Spanish");
  });

  it("an answer goes without its topic where that is gone, or is the first", async () => {
    const { standIn, surface, logged } = await runTelegram(commonBot);
    const ana = new Person(standIn);
    const forum = { ...group(standIn, { is_forum: true }), topic: 17 };
    standIn.world.find(forum.chat.id)?.goneTopics.add(17);
    for (const line of ["/votos titanic", "/votos", "/completo"]) {
      const answer = await answerTo(standIn, ana.says(line, forum));
      expect(answer.message_thread_id).toBeUndefined();
    }
    const general = await answerTo(standIn, ana.says("/votos titanic", { ...forum, topic: 1 }));
    expect(readable(general)).toContain("7770");
    // What nobody asked for at that moment is said there or nowhere.
    const place = { platform: "telegram", chat: String(forum.chat.id) };
    const told = { kind: "figure", title: "Hoy" } as const;
    const es = { language: "es", tag: "es" } as const;
    expect(await surface.deliver({ ...place, topic: "17" }, told, es)).toBe("unreachable");
    expect(await surface.deliver({ ...place, topic: "1" }, told, es)).toBe("sent");
    expect(logged).toHaveLength(1);
  });

  it("who asks where we may not write is told so alone", async () => {
    const { standIn, surface } = await runTelegram(commonBot);
    const [ana, ben] = [new Person(standIn), new Person(standIn)];
    const place = group(standIn, { title: "Los <lunes> @cine" });
    const room = standIn.world.find(place.chat.id);
    if (!room) throw new Error("no room");
    room.muted = true;
    ana.says("/votos titanic", place);
    const told = await until(() => saidIn(standIn, ana.home)[0], "not told");
    expect(told.text).toMatch(/^En «Los <lunes> @\u2060cine» no me dejan escribir/);
    const closed = standIn.world.find(ben.user.id);
    if (closed) closed.closed = "bot can't initiate conversation with a user";
    ben.says("/votos titanic", place);
    await until(() => surface.figures.lost === 2, "not counted");
    room.muted = undefined;
    expect(readable(await answerTo(standIn, ana.says("/votos titanic", place)))).toContain("7770");
  });
});

describe("buttons that lead on, in a group", () => {
  it("are anybody's: each gets an answer of their own below, whose buttons are theirs", async () => {
    const { standIn } = await runTelegram(leading);
    const [ana, ben] = [new Person(standIn), new Person(standIn)];
    const place = group(standIn);
    const card = await answerTo(standIn, ana.says("/guia", place));
    expect(await ben.presses(card, "Versiones")).toEqual({ callback_query_id: expect.anything() });
    const [, below] = await answersTo(standIn, { ...card, message_id: card.message_id - 1 }, 2);
    if (!below) throw new Error("nothing below");
    expect(below.reply_to_message?.message_id).toBe(card.message_id);
    expect(await ana.presses(below, /1950/)).toMatchObject({ show_alert: true });
    await ben.presses(below, /1950/);
    await until(() => messagesIn(standIn, place).some(({ text }) => text?.includes("1760")), "no answer");
    expect(buttonsOf(card).map(({ text }) => text)).toContain("Versiones");
  });
});

describe("as a guest", () => {
  it("we answer once, with links only, and remember nothing of the chat", async () => {
    const { standIn, surface, logged } = await runTelegram(leading);
    const [ana, chat] = [new Person(standIn), strangers()];
    const { result } = await ana.summons(`@claqueta_bot ${QUESTION}`, chat);
    expect(result).toMatchObject({
      type: "article",
      input_message_content: { message_text: expect.stringMatching(/7770/), parse_mode: "HTML" },
    });
    const guide = await ana.summons("/guia@claqueta_bot", chat);
    expect(guide.result).toMatchObject({
      reply_markup: { inline_keyboard: [[{ text: "TMDB", url: "https://www.themoviedb.org/movie/597" }]] },
    });
    // Nobody can be asked back there.
    const { result: missing } = await ana.summons("@claqueta_bot /votos", chat);
    expect(JSON.stringify(missing)).toContain("/votos titanic");
    const asBot = { from: { id: 9, is_bot: true, first_name: "Otro" } };
    standIn.updates.push("guest_message", {
      message_id: 1,
      date: 1,
      chat,
      ...asBot,
      text: "@claqueta_bot hola",
      guest_query_id: "77",
    });
    expect(JSON.stringify(await ana.summons("@claqueta_bot", chat))).toContain("Hola, soy Claqueta");
    await until(() => surface.figures.answered === 4, "not counted");
    expect(standIn.calls.all.filter(({ method }) => method.startsWith("send"))).toEqual([]);
    expect(logged).toEqual([]);
  });

  it("a picture that Telegram does not take keeps nobody from an answer", async () => {
    const { standIn, logged } = await runTelegram(leading);
    const refuse = {
      kind: "refuse",
      error_code: 400,
      description: "Bad Request: WEBDOCUMENT_URL_INVALID",
    } as const;
    standIn.faults.add({ fault: refuse, method: "answerGuestQuery" });
    const { result } = await new Person(standIn).summons("/guia@claqueta_bot", strangers());
    expect(result).not.toHaveProperty("thumbnail_url");
    expect(JSON.stringify(result)).toContain("Todo sobre Titanic");
    expect(logged).toEqual([]);
  });
});
