/** The stand-in refuses what Telegram refuses: each rule, by name, with what it lets through beside it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { liveMentions, parseHtml } from "../../../standins/telegram/html.js";
import {
  ANONYMOUS,
  AS_CHANNEL,
  group,
  Person,
  startTelegram,
  type Telegram,
  TOKEN,
} from "../../../standins/telegram/index.js";
import { METHODS } from "../../../standins/telegram/methods/index.js";
import * as bot from "../../../standins/telegram/rules/bot.js";
import * as inline from "../../../standins/telegram/rules/inline.js";
import { hasSpec, wrongForSpec } from "../../../standins/telegram/rules/spec.js";
import * as text from "../../../standins/telegram/rules/text.js";
import type { Payload, Rule } from "../../../standins/telegram/types.js";

const keyboard = (...buttons: object[]) => ({ reply_markup: { inline_keyboard: [buttons] } });
const article = (content: object = {}) => ({
  type: "article",
  id: "1",
  title: "x",
  input_message_content: { message_text: "x", parse_mode: "HTML" },
  ...content,
});

type Case = readonly [name: string, rule: Rule, fine: Payload, refused: Payload];

const CASES: readonly Case[] = [
  ["textIsUtf8", text.textIsUtf8, { text: "ñ😀" }, { text: "\ud800" }],
  [
    "textCanBeParsed",
    text.textCanBeParsed,
    { text: "<b>x</b> &lt;", parse_mode: "HTML" },
    { text: "<b>x", parse_mode: "HTML" },
  ],
  ["textCanBeParsed (mode)", text.textCanBeParsed, { text: "<" }, { text: "x", parse_mode: "MarkdownV2" }],
  ["textIsNotEmpty", text.textIsNotEmpty, { text: "x" }, { text: "<b> </b>", parse_mode: "HTML" }],
  [
    "textIsNotTooLong",
    text.textIsNotTooLong,
    { text: `<b>${"&amp;".repeat(4096)}</b>`, parse_mode: "HTML" },
    { text: "x".repeat(4097) },
  ],
  ["captionCanBeParsed", text.captionCanBeParsed, {}, { caption: "<p>x</p>", parse_mode: "HTML" }],
  [
    "captionIsNotTooLong",
    text.captionIsNotTooLong,
    { caption: "x".repeat(1024) },
    { caption: "x".repeat(1025) },
  ],
  ["buttonsHaveText", text.buttonsHaveText, keyboard({ text: "x" }), keyboard({ text: " " })],
  [
    "buttonsDoOneThing",
    text.buttonsDoOneThing,
    keyboard({ text: "x", url: "https://a.example" }),
    keyboard({ text: "x", url: "https://a.example", callback_data: "x" }),
  ],
  [
    "callbackDataFits",
    text.callbackDataFits,
    keyboard({ text: "x", callback_data: "ñ".repeat(32) }),
    keyboard({ text: "x", callback_data: `${"ñ".repeat(32)}x` }),
  ],
  [
    "callbackDataFits (empty)",
    text.callbackDataFits,
    keyboard({ text: "x" }),
    keyboard({ text: "x", callback_data: "" }),
  ],
  [
    "buttonLinksAreLinks",
    text.buttonLinksAreLinks,
    keyboard({ text: "x", url: "tg://user?id=1" }),
    keyboard({ text: "x", url: "javascript:alert(1)" }),
  ],
  [
    "buttonLinksAreLinks (a domain)",
    text.buttonLinksAreLinks,
    keyboard({ text: "x", url: "https://www.youtube.com/results?search_query=el+padrino" }),
    keyboard({ text: "x", url: "https://localhost/x.y" }),
  ],
  [
    "textCanBeParsed (a quote within a quote)",
    text.textCanBeParsed,
    { text: "<blockquote expandable><b>x</b></blockquote><blockquote>y</blockquote>", parse_mode: "HTML" },
    { text: "<blockquote expandable>x <blockquote>y</blockquote></blockquote>", parse_mode: "HTML" },
  ],
  [
    "textCanBeParsed (code within a quote)",
    text.textCanBeParsed,
    { text: "<b><blockquote>x</blockquote></b>", parse_mode: "HTML" },
    { text: "<blockquote expandable><code>x</code></blockquote>", parse_mode: "HTML" },
  ],
  [
    "textCanBeParsed (bold code)",
    text.textCanBeParsed,
    { text: '<b>x</b><code>y</code><pre><code class="language-ts">z</code></pre>', parse_mode: "HTML" },
    { text: "<b><code>x</code></b>", parse_mode: "HTML" },
  ],
  [
    "textCanBeParsed (a quote's attribute)",
    text.textCanBeParsed,
    { text: "<blockquote expandable>x</blockquote>", parse_mode: "HTML" },
    { text: "<blockquote cite>x</blockquote>", parse_mode: "HTML" },
  ],
  [
    "notTooManyButtons",
    text.notTooManyButtons,
    keyboard(...Array.from({ length: 8 }, () => ({ text: "x" }))),
    keyboard(...Array.from({ length: 9 }, () => ({ text: "x" }))),
  ],
  [
    "editsHaveInlineKeyboards",
    text.editsHaveInlineKeyboards,
    keyboard(),
    { reply_markup: { force_reply: true } },
  ],
  [
    "photoIsShown",
    text.photoIsShown,
    { photo: "https://a.example/x.jpg" },
    { photo: "https://a.example/x y.jpg" },
  ],
  ["photoIsShown (uploaded)", text.photoIsShown, { photo: "upload:png:1f" }, { photo: "upload:unknown:1f" }],
  [
    "mediaIsShown",
    text.mediaIsShown,
    { media: { type: "photo", media: "upload:jpeg:1f" } },
    { media: { type: "photo", media: "attach://missing" } },
  ],
  [
    "notTooManyResults",
    inline.notTooManyResults,
    { results: Array.from({ length: 50 }, () => article()) },
    { results: Array.from({ length: 51 }, () => article()) },
  ],
  [
    "resultIdsFit",
    inline.resultIdsFit,
    { results: [article()] },
    { results: [article({ id: "ñ".repeat(33) })] },
  ],
  [
    "resultIdsDiffer",
    inline.resultIdsDiffer,
    { results: [article(), article({ id: "2" })] },
    { results: [article(), article()] },
  ],
  ["nextOffsetFits", inline.nextOffsetFits, { next_offset: "x".repeat(64) }, { next_offset: "x".repeat(65) }],
  [
    "resultsHaveTitles",
    inline.resultsHaveTitles,
    { results: [article()] },
    { results: [article({ title: "" })] },
  ],
  [
    "contentsAreMessages",
    inline.contentsAreMessages,
    { results: [article()] },
    { results: [article({ input_message_content: { message_text: "<", parse_mode: "HTML" } })] },
  ],
  [
    "startParameterIsPlain",
    inline.startParameterIsPlain,
    { button: { start_parameter: "tmdb_862" } },
    { button: { start_parameter: "tmdb:862" } },
  ],
  [
    "thumbnailsAreLinks",
    inline.thumbnailsAreLinks,
    { results: [article({ thumbnail_url: "https://image.tmdb.org/t/p/w342/x.jpg" }), article()] },
    { results: [article(), article({ thumbnail_url: "https://localhost/x.jpg" })] },
  ],
  [
    "contentsAreMessages (of a guest)",
    inline.contentsAreMessages,
    { result: article() },
    { result: article({ reply_markup: { inline_keyboard: [[{ text: " ", url: "https://a.example" }]] } }) },
  ],
  ["alertIsShort", inline.alertIsShort, { text: "x".repeat(200) }, { text: "x".repeat(201) }],
  [
    "notTooManyCommands",
    bot.notTooManyCommands,
    { commands: Array.from({ length: 100 }, () => ({})) },
    { commands: Array.from({ length: 101 }, () => ({})) },
  ],
  [
    "commandNamesAreValid",
    bot.commandNamesAreValid,
    { commands: [{ command: "votos_2" }] },
    { commands: [{ command: "año" }] },
  ],
  [
    "commandsAreDescribed",
    bot.commandsAreDescribed,
    { commands: [{ description: "x".repeat(256) }] },
    { commands: [{ description: "x".repeat(257) }] },
  ],
  ["languageIsTwoLetters", bot.languageIsTwoLetters, { language_code: "es" }, { language_code: "es-ES" }],
  ["webhookIsSecure", bot.webhookIsSecure, { url: "http://127.0.0.1:1/x" }, { url: "http://a.example/x" }],
  ["secretIsPlain", bot.secretIsPlain, { secret_token: "a-_1" }, { secret_token: "ñ" }],
  ["connectionsInRange", bot.connectionsInRange, { max_connections: 100 }, { max_connections: 101 }],
  ["limitInRange", bot.limitInRange, { limit: 100 }, { limit: 0 }],
];

describe("each rule", () => {
  it.each(CASES)("%s refuses", (_, rule, fine, refused) => {
    expect(rule(fine)).toBeUndefined();
    expect(rule(refused)).toEqual(expect.any(String));
  });

  it("has a case here, and belongs to a method", () => {
    const isRule = ([, value]: [string, unknown]) => typeof value === "function" && value !== text.parsed;
    const rules = [text, inline, bot].flatMap((module) => Object.entries(module).filter(isRule));
    const tested = new Set(CASES.map(([, rule]) => rule));
    const used = new Set(Object.values(METHODS).flatMap((method) => method.rules));
    for (const [name, rule] of rules) {
      expect(tested.has(rule as Rule), `${name} is tested`).toBe(true);
      // Within what an inline result sends they are called by contentsAreMessages.
      expect(used.has(rule as Rule), `${name} is used`).toBe(true);
    }
  });
});

describe("Telegram's HTML", () => {
  it("gives the text and its entities", () => {
    expect(parseHtml('<b>a</b> &lt;i&gt; <a href="https://x.example">l</a> <code>&#64;c</code>')).toEqual({
      text: "a <i> l @c",
      entities: [
        { type: "bold", offset: 0, length: 1 },
        { type: "text_link", offset: 6, length: 1 },
        { type: "code", offset: 8, length: 2 },
      ],
    });
  });

  it.each([
    "<",
    "<b",
    "<b>",
    "</b>",
    "<b></i>",
    "<p>x</p>",
    '<b onclick="x">x</b>',
    "a & b",
    "&nbsp;",
    "&#99999999;",
  ])("refuses %s", (html) => {
    expect(() => parseHtml(html)).toThrow("can't parse entities");
  });

  it("sees who would be called", () => {
    expect(liveMentions(parseHtml("@anna, a@anna, <code>@anna</code> @\u2060anna"))).toEqual(["@anna"]);
  });
});

describe.skipIf(!hasSpec())(
  "the machine-readable Bot API (skipped where ../shared/specs is not there)",
  () => {
    it.each<[string, Payload, string | undefined]>([
      ["sendMessage", { chat_id: 1, text: "x" }, undefined],
      ["sendMessage", { chat_id: 1 }, "text is missing"],
      [
        "sendMessage",
        { chat_id: 1, text: "x", disable_web_page_preview: true },
        "unknown field disable_web_page_preview",
      ],
      ["sendMessage", { chat_id: 1, text: 7 }, "a string is expected"],
      [
        "sendMessage",
        { chat_id: 1, text: "x", reply_markup: { inline_keyboard: [[{}]] } },
        "text is missing",
      ],
      ["answerInlineQuery", { inline_query_id: "1", results: [article()] }, undefined],
      ["answerInlineQuery", { inline_query_id: "1", results: [{ type: "article" }] }, "missing"],
      [
        "setMyCommands",
        { commands: [{ command: "x", description: "x" }], scope: { type: "default" } },
        undefined,
      ],
      ["answerGuestQuery", { guest_query_id: "1", result: article() }, undefined],
      ["answerGuestQuery", { guest_query_id: "1", results: [article()] }, "unknown field results"],
      ["sendTelepathy", {}, "does not exist"],
    ])("%s %j", (method, payload, why) => {
      if (why === undefined) expect(wrongForSpec(method, payload)).toBeUndefined();
      else expect(wrongForSpec(method, payload)).toContain(why);
    });

    it("knows every method of the stand-in", () => {
      for (const method of Object.keys(METHODS))
        expect(wrongForSpec(method, {}) ?? "").not.toContain("does not exist");
    });
  },
);

describe("over HTTP", () => {
  let telegram: Telegram;
  beforeAll(async () => {
    telegram = await startTelegram();
  });
  afterAll(() => telegram.close());

  async function call(method: string, payload: object = {}, token = TOKEN) {
    const response = await fetch(`${telegram.root}/bot${token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(payload),
    });
    return (await response.json()) as {
      ok: boolean;
      result?: unknown;
      error_code?: number;
      description?: string;
    };
  }

  it("refuses another token, and what is none", async () => {
    expect(await call("getMe")).toMatchObject({ ok: true, result: { username: "claqueta_bot" } });
    expect(await call("getMe", {}, "1:x")).toMatchObject({ error_code: 401 });
    expect(await call("getMe", {}, "x")).toMatchObject({ error_code: 404 });
    expect(await call("sendTelepathy")).toMatchObject({ ok: false });
  });

  it("refuses chats, replies, topics and messages that are not there", async () => {
    const { standIn } = telegram;
    const ana = new Person(standIn);
    const chat_id = ana.user.id;
    const refusal = async (method: string, payload: object) => (await call(method, payload)).description;
    expect(await refusal("sendMessage", { chat_id: 5, text: "x" })).toContain("chat not found");
    expect(
      await refusal("sendMessage", { chat_id, text: "x", reply_parameters: { message_id: 999_999 } }),
    ).toContain("message to be replied not found");
    expect(await refusal("sendMessage", { chat_id, text: "x", message_thread_id: 5 })).toContain(
      "thread not found",
    );
    expect(await refusal("editMessageText", { chat_id, message_id: 999_999, text: "x" })).toContain(
      "to edit not found",
    );
    const own = ana.says("hola");
    expect(await refusal("editMessageText", { chat_id, message_id: own.message_id, text: "x" })).toContain(
      "can't be edited",
    );
    expect(await refusal("answerCallbackQuery", { callback_query_id: "999" })).toContain("query is too old");
    expect(await refusal("answerInlineQuery", { inline_query_id: "999", results: [] })).toContain(
      "query is too old",
    );
    expect(await refusal("answerGuestQuery", { guest_query_id: "999", result: article() })).toContain(
      "query is too old",
    );
    const { chat } = group(standIn, { is_forum: true });
    standIn.world.find(chat.id)?.goneTopics.add(18);
    const inTopic = { chat_id: chat.id, text: "x" };
    expect(await refusal("sendMessage", { ...inTopic, message_thread_id: 17 })).toBeUndefined();
    for (const message_thread_id of [1, 18]) {
      expect(await refusal("sendMessage", { ...inTopic, message_thread_id })).toContain("thread not found");
    }
    const { result } = await call("sendMessage", { chat_id, text: "x" });
    const { message_id } = result as { message_id: number };
    expect(await refusal("editMessageText", { chat_id, message_id, text: "x" })).toContain(
      "message is not modified",
    );
    expect(await refusal("editMessageCaption", { chat_id, message_id, caption: "x" })).toContain(
      "no caption",
    );
    const sent = await call("sendPhoto", { chat_id, photo: "https://a.example/x.jpg" });
    const photo = sent.result as { message_id: number };
    expect(await refusal("editMessageText", { chat_id, message_id: photo.message_id, text: "x" })).toContain(
      "no text",
    );
  });

  it("takes uploaded pictures, and refuses what is none", async () => {
    const chat_id = new Person(telegram.standIn).user.id;
    const upload = async (bytes: readonly number[], field = "attach://one") => {
      const form = new FormData();
      form.set("chat_id", String(chat_id));
      form.set("photo", field);
      form.set("one", new Blob([new Uint8Array(bytes)]), "one.png");
      const response = await fetch(`${telegram.root}/bot${TOKEN}/sendPhoto`, { method: "POST", body: form });
      return (await response.json()) as { ok: boolean; description?: string };
    };
    expect(await upload([0x89, 0x50, 0x4e, 0x47])).toMatchObject({ ok: true });
    expect((await upload([1, 2, 3])).description).toContain("IMAGE_PROCESS_FAILED");
    expect((await upload([0x89, 0x50, 0x4e, 0x47], "attach://two")).description).toContain(
      "wrong file identifier",
    );
  });

  it("edits no message that asks for a reply, and lists no commands for a chat that is not there", async () => {
    const chat_id = new Person(telegram.standIn).user.id;
    const { result } = await call("sendMessage", { chat_id, text: "x", reply_markup: { force_reply: true } });
    const { message_id } = result as { message_id: number };
    expect((await call("editMessageText", { chat_id, message_id, text: "y" })).description).toContain(
      "can't be edited",
    );
    const commands = [{ command: "votos", description: "x" }];
    const scope = (chat: number) => ({ commands, scope: { type: "chat", chat_id: chat } });
    expect((await call("setMyCommands", scope(5))).description).toContain("chat not found");
    expect(await call("setMyCommands", scope(chat_id))).toMatchObject({ ok: true });
  });

  it("refuses to write where the bot is not wanted, and says where a group has gone", async () => {
    const { standIn } = telegram;
    const { chat } = group(standIn, { type: "group" });
    const room = standIn.world.find(chat.id);
    if (!room) throw new Error("no room");
    room.migratedTo = -1_000_000_000_777;
    expect(await call("sendMessage", { chat_id: chat.id, text: "x" })).toMatchObject({
      error_code: 400,
      parameters: { migrate_to_chat_id: -1_000_000_000_777 },
    });
    room.migratedTo = undefined;
    room.closed = "bot was kicked from the group chat";
    expect(await call("sendMessage", { chat_id: chat.id, text: "x" })).toMatchObject({ error_code: 403 });
  });

  it("refuses to write where the bot has no right to, and to those who stand for others", async () => {
    const { standIn } = telegram;
    const { chat } = group(standIn);
    const room = standIn.world.find(chat.id);
    if (!room) throw new Error("no room");
    room.muted = true;
    const payload = { chat_id: chat.id, text: "x" };
    expect((await call("sendMessage", payload)).description).toContain("not enough rights");
    const photo = { chat_id: chat.id, photo: "https://a.example/x.jpg" };
    expect((await call("sendPhoto", photo)).description).toContain("not enough rights");
    for (const { id } of [ANONYMOUS, AS_CHANNEL]) {
      expect(await call("sendMessage", { chat_id: id, text: "x" })).toMatchObject({ error_code: 403 });
    }
  });

  it("lets one fetch at a time, and none beside a webhook", async () => {
    const first = call("getUpdates", { offset: 1_000_000, timeout: 5 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await call("getUpdates", { timeout: 0 });
    expect(await first).toMatchObject({
      error_code: 409,
      description: expect.stringContaining("other getUpdates"),
    });
    await call("setWebhook", { url: "http://127.0.0.1:1/x" });
    expect(await call("getUpdates")).toMatchObject({
      error_code: 409,
      description: expect.stringContaining("webhook"),
    });
    await call("deleteWebhook");
    expect(await call("getUpdates", { limit: 101 })).toMatchObject({ error_code: 400 });
  });

  it("confirms what is before the offset, and keeps what is not", async () => {
    await call("deleteWebhook", { drop_pending_updates: true });
    const ana = new Person(telegram.standIn);
    ana.says("uno");
    ana.says("dos");
    const ids = async (payload: object) =>
      ((await call("getUpdates", payload)).result as { update_id: number }[]).map(
        ({ update_id }) => update_id,
      );
    const [one = 0, two = 0] = await ids({});
    expect(await ids({})).toEqual([one, two]);
    expect(await ids({ offset: two })).toEqual([two]);
    expect(await ids({})).toEqual([two]);
    expect(await ids({ offset: two + 1 })).toEqual([]);
  });

  it("keeps its memory bounded", () => {
    const { standIn } = telegram;
    for (let at = 0; at < 6_000; at++) standIn.world.add({ id: 10_000_000 + at, type: "private" });
    expect(standIn.world.find(10_000_000)).toBeUndefined();
    expect(standIn.world.find(10_005_999)).toBeDefined();
    const ana = new Person(standIn);
    for (let at = 0; at < 30_000; at++) ana.says("x");
    expect(standIn.updates.pending).toBeLessThanOrEqual(20_000);
    expect(standIn.world.find(ana.user.id)?.messages.all.length).toBeLessThanOrEqual(1_000);
  }, 180_000);
});
