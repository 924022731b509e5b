/**
 * Every call to Telegram goes through here: retried where that helps, waited for where Telegram asks for it.
 */
import type { Transformer } from "grammy";
import type { ApiResponse } from "grammy/types";
import type { Timing } from "../settings.js";
import { type Call, editingOf, findSent, type Known } from "./find-sent.js";
import { pause } from "./pause.js";
import type { SentMessage } from "./sent-messages.js";
import { type Ending, verdictOf } from "./verdict.js";

export interface Delivery extends Known {
  readonly timing: Timing;
  /** Ends all waiting: the surface has to stop. */
  readonly signal: AbortSignal;
}

/** More often than this Telegram does not mean it. */
const MOST_FLOODS = 10;
const MOST_MOVES = 3;
/** Whoever waits for one of these has gone after a few seconds. */
const SHORT_LIVED: ReadonlySet<string> = new Set([
  "answerCallbackQuery",
  "answerInlineQuery",
  "sendChatAction",
  "getChatAdministrators",
]);
const SHORT_FLOOD = 3_000;

/** What is answered in Telegram's stead where it is not asked. */
function notAsked(error_code: number, why: string): ApiResponse<unknown> {
  return { ok: false, error_code, description: why };
}

export function deliver(delivery: Delivery): Transformer {
  return (prev, method, payload, signal) => {
    // Fetching updates has a loop of its own, which knows more.
    if (method === "getUpdates" || method === "getMe") return prev(method, payload, signal);
    // grammY knows the type of each method's payload and answer; here all are treated alike.
    const call = prev as unknown as Call;
    const answered = new Delivering(delivery, call, method, payload as Record<string, unknown>).run();
    return answered as Promise<ApiResponse<never>>;
  };
}

class Delivering {
  readonly #delivery: Delivery;
  readonly #call: Call;
  readonly #method: string;
  readonly #payload: Readonly<Record<string, unknown>>;
  #floods = 0;
  #moves = 0;
  #retries = 0;
  /** Whether it may have been done already. */
  #inDoubt = false;
  /** What is sent, where that can be looked for. */
  #message: SentMessage | undefined;

  constructor(delivery: Delivery, call: Call, method: string, payload: Readonly<Record<string, unknown>>) {
    this.#delivery = delivery;
    this.#call = call;
    this.#method = method;
    this.#payload = payload;
  }

  async run(): Promise<ApiResponse<unknown>> {
    try {
      return await this.#deliver();
    } finally {
      this.#drop();
    }
  }

  async #deliver(): Promise<ApiResponse<unknown>> {
    const { chats, timing, signal } = this.#delivery;
    for (;;) {
      const chat = this.#chat();
      if (chat !== undefined) {
        if (this.#isLeftBehind(chat)) return notAsked(400, "Bad Request: message to edit not found");
        if (chats.isClosed(chat)) return notAsked(403, "Forbidden: left alone since it refused us");
        const wait = chats.floodLeft(chat);
        if (wait > timing.longestFlood) return notAsked(429, "Too Many Requests: too long to wait");
        if (wait > 0) await pause(wait, signal);
        this.#begin(chat);
      }
      const ending = await this.#attempt(chat);
      const again = await this.#follow(ending, chat);
      if (!again) return answerOf(ending);
    }
  }

  /** Where it goes by now; undefined for what goes to no chat. */
  #chat(): number | undefined {
    const { chat_id: id } = this.#payload;
    return typeof id === "number" ? this.#delivery.chats.current(id) : undefined;
  }

  /** Whether it concerns a message of a group that moved: in the new chat its number is another message's. */
  #isLeftBehind(chat: number): boolean {
    return this.#payload.message_id !== undefined && chat !== this.#payload.chat_id;
  }

  /** Notes what is sent there, once a chat. */
  #begin(chat: number): void {
    if (this.#message?.chat === chat) return;
    const { chats, sent } = this.#delivery;
    const editing = editingOf(this.#method, this.#payload);
    this.#drop();
    this.#message = editing && { chat, editing, before: chats.lastMessage(chat) };
    if (this.#message) sent.begin(this.#message);
  }

  async #attempt(chat: number | undefined): Promise<Ending> {
    const payload = this.#payloadFor(chat);
    try {
      if (this.#inDoubt && this.#message) {
        const answer = await findSent(this.#call, this.#message, this.#delivery, this.#payload.photo);
        if (answer) return { answer };
        this.#inDoubt = false;
      }
      return { answer: await this.#call(this.#method, payload) };
    } catch (error) {
      return { error };
    }
  }

  #payloadFor(chat: number | undefined): Record<string, unknown> {
    if (chat === undefined || chat === this.#payload.chat_id) return { ...this.#payload };
    // What it answers was left behind.
    const { reply_parameters: _, ...rest } = this.#payload;
    return { ...rest, chat_id: chat };
  }

  /** Does what an ending asks for; true where the call is to be tried again. */
  async #follow(ending: Ending, chat: number | undefined): Promise<boolean> {
    const { chats, timing, signal } = this.#delivery;
    const verdict = verdictOf(ending);
    switch (verdict.kind) {
      case "done":
        this.#remember(ending, chat);
        return false;
      case "refused":
        return false;
      case "closed":
        if (chat !== undefined) chats.close(chat);
        return false;
      case "moved":
        if (chat !== undefined) chats.move(Number(this.#payload.chat_id), verdict.to);
        return chat !== undefined && ++this.#moves <= MOST_MOVES;
      case "flood": {
        if (++this.#floods > MOST_FLOODS || signal.aborted) return false;
        if (chat !== undefined) {
          // Waited for before the next attempt; whoever else writes there waits too.
          chats.flood(chat, verdict.milliseconds);
          return true;
        }
        const longest = SHORT_LIVED.has(this.#method) ? SHORT_FLOOD : timing.longestFlood;
        if (verdict.milliseconds > longest) return false;
        await pause(verdict.milliseconds, signal);
        return true;
      }
      case "trouble": {
        this.#inDoubt ||= verdict.mayHaveArrived && this.#message !== undefined;
        const wait = timing.retries[this.#retries++];
        if (wait === undefined || signal.aborted) return false;
        if (SHORT_LIVED.has(this.#method) && this.#retries > 1) return false;
        await pause(wait, signal);
        return true;
      }
    }
  }

  #remember(ending: Ending, chat: number | undefined): void {
    if (chat === undefined || !("answer" in ending) || !ending.answer.ok) return;
    const { message_id: id } = (ending.answer.result ?? {}) as { message_id?: unknown };
    if (typeof id !== "number") return;
    this.#delivery.chats.saw(chat, id);
    if (this.#message) this.#delivery.sent.place(this.#message, id);
  }

  /**
   * Nobody has to look out for it any more, unless it is still in doubt: then it may yet be found by others.
   */
  #drop(): void {
    if (this.#message && !this.#inDoubt) this.#delivery.sent.drop(this.#message);
  }
}

function answerOf(ending: Ending): ApiResponse<unknown> {
  if ("error" in ending) throw ending.error;
  return ending.answer;
}
