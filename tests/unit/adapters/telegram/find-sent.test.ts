/**
 * Messages whose answers were lost: none is shown twice, none is lost, and none takes the place of another.
 */
import type { ApiResponse } from "grammy/types";
import { describe, expect, it } from "vitest";
import { Chats } from "../../../../src/adapters/telegram/transport/chats.js";
import { editingOf, findSent } from "../../../../src/adapters/telegram/transport/find-sent.js";
import { type SentMessage, SentMessages } from "../../../../src/adapters/telegram/transport/sent-messages.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import {
  BOT,
  INTERNAL,
  messagesIn,
  Person,
  type StandIn,
  until,
} from "../../../../standins/telegram/index.js";
import { commonBot as bot } from "../../../support/surface.case.js";
import { runTelegram } from "../../../support/telegram-running.js";

const CHAT = 7;
/** The question's. */
const FIRST = 100;

/** A chat as Telegram keeps it: what stands under each id, and edits of it. */
class Chat {
  readonly texts = new Map<number, string>();
  /** Ids of edits, in order. */
  readonly edits: number[] = [];
  /** What the next edits are answered, where that is no edit. */
  readonly refusals: ApiResponse<unknown>[] = [];

  readonly call = async (_: string, payload: Record<string, unknown>): Promise<ApiResponse<unknown>> => {
    const refusal = this.refusals.shift();
    if (refusal) return refusal;
    const id = Number(payload.message_id);
    const text = String(payload.text);
    this.edits.push(id);
    if (!this.texts.has(id)) return refused("Bad Request: message to edit not found");
    if (this.texts.get(id) === text) return refused("Bad Request: message is not modified: …");
    this.texts.set(id, text);
    return { ok: true, result: { message_id: id } };
  };
}

function refused(description: string, error_code = 400): ApiResponse<unknown> {
  return { ok: false, error_code, description };
}

/** What is known of a chat in which the question has the id `FIRST`. */
function known() {
  const chats = new Chats();
  const sent = new SentMessages();
  chats.saw(CHAT, FIRST);
  return { chats, sent };
}

function sending({ sent }: { sent: SentMessages }, text: string): SentMessage {
  const editing = editingOf("sendMessage", { chat_id: CHAT, text, parse_mode: "HTML" });
  if (!editing) throw new Error("cannot be looked for");
  const message: SentMessage = { chat: CHAT, before: FIRST, editing };
  sent.begin(message);
  return message;
}

const idOf = (answer: ApiResponse<unknown> | undefined) =>
  answer?.ok ? (answer.result as { message_id: number }).message_id : undefined;

describe("a message whose answer was lost", () => {
  it("is found where it stands, and nothing is changed", async () => {
    const [chat, all] = [new Chat(), known()];
    chat.texts.set(FIRST + 1, "a");
    const message = sending(all, "a");
    expect(idOf(await findSent(chat.call, message, all))).toBe(FIRST + 1);
    expect(idOf(await findSent(new Chat().call, sending(all, "b"), all))).toBeUndefined();
  });

  it("is not looked for where another one of ours is known to stand", async () => {
    const [chat, all] = [new Chat(), known()];
    all.sent.place(sending(all, "a"), FIRST + 1);
    chat.texts.set(FIRST + 1, "a").set(FIRST + 2, "b");
    expect(idOf(await findSent(chat.call, sending(all, "b"), all))).toBe(FIRST + 2);
    expect(chat.edits).toEqual([FIRST + 2]);
  });

  it("is not taken for another one that says the same", async () => {
    const [chat, all] = [new Chat(), known()];
    all.sent.place(sending(all, "a"), FIRST + 1);
    chat.texts.set(FIRST + 1, "a");
    expect(await findSent(chat.call, sending(all, "a"), all)).toBeUndefined();
  });

  it("puts back what stood where it was looked for, which is found with it", async () => {
    const [chat, all] = [new Chat(), known()];
    chat.texts.set(FIRST + 1, "a").set(FIRST + 2, "b");
    const [a, b] = [sending(all, "a"), sending(all, "b")];
    expect(idOf(await findSent(chat.call, b, all))).toBe(FIRST + 2);
    expect([...chat.texts.values()]).toEqual(["a", "b"]);
    const before = chat.edits.length;
    expect(idOf(await findSent(chat.call, a, all))).toBe(FIRST + 1);
    expect(chat.edits).toHaveLength(before);
  });

  it("puts it back later, where Telegram does not take it at once", async () => {
    const [chat, all] = [new Chat(), known()];
    chat.texts.set(FIRST + 1, "a").set(FIRST + 2, "b");
    const [, b] = [sending(all, "a"), sending(all, "b")];
    const call = async (method: string, payload: Record<string, unknown>) => {
      const answer = await chat.call(method, payload);
      if (answer.ok && chat.edits.length === 1) chat.refusals.push(refused("Too Many Requests", 429));
      return answer;
    };
    expect(await findSent(call, b, all)).toMatchObject({ error_code: 429 });
    expect(chat.texts.get(FIRST + 1)).toBe("b");
    expect(idOf(await findSent(call, b, all))).toBe(FIRST + 2);
    expect([...chat.texts.values()]).toEqual(["a", "b"]);
  });

  it("leaves each of several in doubt shown once, whichever arrived", async () => {
    const texts = ["a", "b", "c"];
    for (let arrived = 0; arrived < 8; arrived++) {
      const [chat, all] = [new Chat(), known()];
      const messages = texts.map((text) => sending(all, text));
      let next = FIRST + 1;
      for (const [at, text] of texts.entries()) if (arrived & (1 << at)) chat.texts.set(next++, text);
      for (const message of messages.toReversed()) {
        if (await findSent(chat.call, message, all)) continue;
        const { text } = message.editing.parameters;
        chat.texts.set(next, String(text));
        all.chats.saw(CHAT, next);
        all.sent.place(message, next++);
      }
      expect([...chat.texts.values()].sort(), `arrived: ${arrived}`).toEqual(texts);
    }
  });

  it("takes the place of one that an earlier process sent, rather than be shown twice", async () => {
    const [chat, all] = [new Chat(), known()];
    chat.texts.set(FIRST + 1, "somebody's");
    expect(idOf(await findSent(chat.call, sending(all, "a"), all))).toBe(FIRST + 1);
    expect([...chat.texts.values()]).toEqual(["a"]);
  });

  it("is not looked for in a chat of which no message is known", async () => {
    const chat = new Chat();
    chat.texts.set(1, "years ago");
    const message = { ...sending(known(), "a"), before: 0 };
    expect(await findSent(chat.call, message, known())).toBeUndefined();
    expect(chat.edits).toEqual([]);
  });

  it("can only be one that an edit repeats", () => {
    expect(editingOf("sendMessage", { text: "x", reply_markup: { force_reply: true } })).toBeUndefined();
    expect(editingOf("sendDice", {})).toBeUndefined();
    const reply_markup = { inline_keyboard: [] };
    expect(editingOf("sendPhoto", { caption: "x", reply_markup, photo: "y" })).toEqual({
      method: "editMessageCaption",
      parameters: { caption: "x", reply_markup, parse_mode: undefined },
    });
  });
});

describe("several messages in flight to one chat", () => {
  const texts = ["Uno", "Dos", "Tres", "Cuatro"];

  function shown(standIn: StandIn, { home }: Person): readonly (string | undefined)[] {
    return messagesIn(standIn, home)
      .filter(({ from }) => from.id === BOT.id)
      .map(({ text, caption }) => text ?? caption);
  }

  /** Somebody whose chat is known, and a way to send there. */
  async function begun() {
    const { standIn, surface } = await runTelegram(bot);
    const ana = new Person(standIn);
    const place = { platform: "telegram", chat: String(ana.user.id) };
    ana.posts({ dice: { emoji: "🎲", value: 3 } });
    await until(() => standIn.updates.pending === 0, "not fetched");
    const deliver = (text: string) => surface.deliver(place, { kind: "figure", text }, SPANISH);
    return { standIn, ana, place, surface, deliver };
  }

  it.each([1, 2, 3, 4])("are each shown once, where %i answers are lost", async (times) => {
    const { standIn, ana, deliver } = await begun();
    standIn.faults.add({ fault: { kind: "lost" }, times, method: "sendMessage" });
    const sent = await Promise.all(texts.map(deliver));
    expect(sent).toEqual(texts.map(() => "sent"));
    expect([...shown(standIn, ana)].sort()).toEqual([...texts].sort());
  });

  it("are each shown once, where answers and edits are lost by turns", async () => {
    const { standIn, ana, deliver } = await begun();
    standIn.faults.add({ fault: { kind: "truncated" }, times: 3, method: "sendMessage" });
    standIn.faults.add({ fault: INTERNAL, times: 2, method: "editMessageText" });
    await Promise.all(texts.map(deliver));
    expect([...shown(standIn, ana)].sort()).toEqual([...texts].sort());
  });

  it("do not take the place of one that was given up although it had arrived", async () => {
    const { standIn, ana, deliver } = await begun();
    standIn.faults.add({ fault: { kind: "lost" }, method: "sendMessage" });
    standIn.faults.add({ fault: INTERNAL, times: 3, method: "editMessageText" });
    expect(await deliver("Uno")).toBe("failed");
    standIn.faults.add({ fault: { kind: "lost" }, method: "sendMessage" });
    expect(await deliver("Dos")).toBe("sent");
    expect(shown(standIn, ana)).toEqual(["Uno", "Dos"]);
  });

  it("keep their pictures", async () => {
    const { standIn, ana, surface, place } = await begun();
    standIn.faults.add({ fault: { kind: "lost" }, times: 2, method: "sendPhoto" });
    const urls = ["https://a.example/1.jpg", "https://a.example/2.jpg"];
    const photo = (url: string) =>
      surface.deliver(
        place,
        { kind: "film", title: `Sobre ${url}`, media: { kind: "link", url, alt: "" } },
        SPANISH,
      );
    expect(await Promise.all(urls.map(photo))).toEqual(["sent", "sent"]);
    const pictures = messagesIn(standIn, ana.home).filter(({ from }) => from.id === BOT.id);
    const pairs = pictures.map(({ caption, standin }) => [caption, standin?.photo]);
    expect(pairs.sort()).toEqual(urls.map((url) => [`Sobre ${url}`, url]));
  });
});
