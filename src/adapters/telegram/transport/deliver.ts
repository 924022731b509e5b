/** Every call to Telegram goes through here: retried where that helps, waited for where Telegram asks for it. */
import type { Transformer } from "grammy";
import type { ApiResponse } from "grammy/types";
import { asMessage, canBeFound, findSent, type SendPayload } from "./find-sent.js";
import type { Chats } from "./chats.js";
import { pause } from "./pause.js";
import type { Timing } from "../settings.js";
import { type Ending, verdictOf } from "./verdict.js";

export interface Delivery {
  readonly chats: Chats;
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
]);
const SHORT_FLOOD = 3_000;

type Prev = (method: string, payload: object) => Promise<ApiResponse<unknown>>;

/** What is answered in Telegram's stead where it is not asked. */
function notAsked(error_code: number, why: string): ApiResponse<unknown> {
  return { ok: false, error_code, description: why };
}

export function deliver(delivery: Delivery): Transformer {
  const transformer = (prev: Prev, method: string, payload: object, signal?: unknown) => {
    // Fetching updates has a loop of its own, which knows more.
    if (method === "getUpdates" || method === "getMe")
      return (prev as (...a: unknown[]) => Promise<ApiResponse<unknown>>)(method, payload, signal);
    return new Delivering(delivery, prev, method, payload as Record<string, unknown>).run();
  };
  return transformer as unknown as Transformer;
}

class Delivering {
  #floods = 0;
  #moves = 0;
  #retries = 0;
  /** Whether it may have been done already. */
  #inDoubt = false;
  #before: number | undefined;

  constructor(
    private readonly delivery: Delivery,
    private readonly prev: Prev,
    private readonly method: string,
    private readonly payload: Record<string, unknown>,
  ) {}

  async run(): Promise<ApiResponse<unknown>> {
    const { chats } = this.delivery;
    for (;;) {
      const chat = this.#chat();
      if (chat !== undefined) {
        if (chats.isClosed(chat)) return notAsked(403, "Forbidden: left alone since it refused us");
        const wait = chats.floodLeft(chat);
        if (wait > this.delivery.timing.longestFlood)
          return notAsked(429, "Too Many Requests: too long to wait");
        if (wait > 0) await pause(wait, this.delivery.signal);
        this.#before ??= chats.lastMessage(chat);
      }
      const ending = await this.#attempt(chat);
      const again = await this.#follow(ending, chat);
      if (!again) return answerOf(ending);
    }
  }

  /** Where it goes by now; undefined for what goes to no chat. */
  #chat(): number | undefined {
    const { chat_id: id } = this.payload;
    return typeof id === "number" ? this.delivery.chats.current(id) : undefined;
  }

  async #attempt(chat: number | undefined): Promise<Ending> {
    const payload = chat === undefined ? this.payload : { ...this.payload, chat_id: chat };
    try {
      if (this.#inDoubt && chat !== undefined) {
        const id = await this.#find({ ...payload, chat_id: chat });
        if (id > 0) return { answer: { ok: true, result: asMessage({ ...payload, chat_id: chat }, id) } };
        this.#inDoubt = false;
      }
      return { answer: await this.prev(this.method, payload) };
    } catch (error) {
      return { error };
    }
  }

  async #find(payload: SendPayload): Promise<number> {
    const { chats } = this.delivery;
    return findSent(this.prev, this.method, payload, chats, this.#before ?? 0);
  }

  /** Does what an ending asks for; true where the call is to be tried again. */
  async #follow(ending: Ending, chat: number | undefined): Promise<boolean> {
    const { chats, timing, signal } = this.delivery;
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
        if (chat !== undefined) chats.move(Number(this.payload.chat_id), verdict.to);
        return chat !== undefined && ++this.#moves <= MOST_MOVES;
      case "flood": {
        if (++this.#floods > MOST_FLOODS || signal.aborted) return false;
        if (chat !== undefined) {
          // Waited for before the next attempt; whoever else writes there waits too.
          chats.flood(chat, verdict.milliseconds);
          return true;
        }
        const longest = SHORT_LIVED.has(this.method) ? SHORT_FLOOD : timing.longestFlood;
        if (verdict.milliseconds > longest) return false;
        await pause(verdict.milliseconds, signal);
        return true;
      }
      case "trouble": {
        const wait = timing.retries[this.#retries++];
        if (wait === undefined || signal.aborted) return false;
        if (SHORT_LIVED.has(this.method) && this.#retries > 1) return false;
        this.#inDoubt ||=
          verdict.mayHaveArrived &&
          chat !== undefined &&
          canBeFound(this.method, { ...this.payload, chat_id: chat });
        await pause(wait, signal);
        return true;
      }
    }
  }

  #remember(ending: Ending, chat: number | undefined): void {
    if (chat === undefined || !("answer" in ending) || !ending.answer.ok) return;
    const { message_id: id } = (ending.answer.result ?? {}) as { message_id?: unknown };
    if (typeof id === "number") this.delivery.chats.saw(chat, id);
  }
}

function answerOf(ending: Ending): ApiResponse<unknown> {
  if ("error" in ending) throw ending.error;
  return ending.answer;
}
