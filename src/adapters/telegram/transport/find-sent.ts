/**
 * Whether a message arrived of which we only know that we sent it. The Bot API has no way to ask, and none to
 * send something at most once; but an edit into what a message already says is refused as "not modified", and
 * the message's id can only be one of the next few. So nothing is sent twice because an answer was lost, and
 * nothing is lost because we did not dare to send it again.
 *
 * Such an edit must not hit another message of ours. Where we know one to stand, we do not try. Where several
 * were on their way to the same chat we may not know: then the edit succeeds, which says that another one
 * stood there, and that one is put back. If it is not clear which (two others in doubt), it is the oldest,
 * since ids are given in order; were it the wrong one, they would only have changed places: the one that is
 * now taken for found is not looked for any more, and the other is looked for elsewhere, or sent again.
 */
import type { ApiResponse, Message } from "grammy/types";
import type { Chats } from "./chats.js";
import type { Editing, SentMessage, SentMessages } from "./sent-messages.js";

/** Beyond these, other chats have been so busy meanwhile that we send again rather than go on looking. */
const MOST_LOOKS = 8;
/** Ids that others may have taken since the last one we know. */
const MARGIN = 2;

export type SendPayload = Readonly<Record<string, unknown>>;

export type Call = (method: string, payload: Record<string, unknown>) => Promise<ApiResponse<unknown>>;

/** What is known of chats and messages. */
export interface Known {
  readonly chats: Chats;
  readonly sent: SentMessages;
}

/** The edit that repeats every part of a message; undefined for one that cannot be looked for like that. */
export function editingOf(method: string, payload: SendPayload): Editing | undefined {
  const { parse_mode, reply_markup, text, caption, link_preview_options } = payload;
  // Telegram edits no message that asks for a reply.
  if (reply_markup !== undefined && !Object.hasOwn(reply_markup as object, "inline_keyboard"))
    return undefined;
  const shared = { parse_mode, ...(reply_markup === undefined ? {} : { reply_markup }) };
  if (method === "sendMessage") {
    return { method: "editMessageText", parameters: { ...shared, text, link_preview_options } };
  }
  return method === "sendPhoto"
    ? { method: "editMessageCaption", parameters: { ...shared, caption } }
    : undefined;
}

/**
 * What would have been answered, where the message stands in its chat; a refusal where we cannot look now;
 * undefined where it does not stand there. Rejects as calls do. One message of a chat is looked for at a
 * time.
 * @param photo the picture, where it is one
 */
export function findSent(
  call: Call,
  message: SentMessage,
  known: Known,
  photo?: unknown,
): Promise<ApiResponse<unknown> | undefined> {
  return known.sent.inTurn(message.chat, () => new Search(call, message, known, photo).run());
}

class Search {
  readonly #call: Call;
  readonly #message: SentMessage;
  readonly #known: Known;
  readonly #photo: unknown;

  constructor(call: Call, message: SentMessage, known: Known, photo: unknown) {
    this.#call = call;
    this.#message = message;
    this.#known = known;
    this.#photo = photo;
  }

  async run(): Promise<ApiResponse<unknown> | undefined> {
    const { chat, before } = this.#message;
    const hindrance = await this.#putBack();
    if (hindrance) return hindrance;
    // Whoever looked before us has found it.
    if (this.#message.id !== undefined) return this.#found(this.#message.id);
    // Of a chat in which no id is known the first ids would be tried: other messages, from years ago.
    if (before === 0) return undefined;
    for (let id = before + 1; id <= this.#last(); id++) {
      if (this.#known.sent.at(chat, id)) continue;
      const answer = await this.#edit(this.#message, id);
      if (isNotModified(answer)) return this.#found(id);
      if (!answer.ok && isHindrance(answer.error_code)) return answer;
      const stop = answer.ok ? await this.#mend(id) : undefined;
      if (stop) return stop;
    }
    return undefined;
  }

  /** The last id to look at; it grows with what we come upon. */
  #last(): number {
    const { chat, before } = this.#message;
    return Math.min(Math.max(before, this.#known.chats.lastMessage(chat)) + MARGIN, before + MOST_LOOKS);
  }

  /** Noted before anybody else looks. */
  #found(id: number): ApiResponse<unknown> {
    this.#known.sent.place(this.#message, id);
    return { ok: true, result: asMessage(this.#message.chat, id) };
  }

  #edit({ chat, editing }: SentMessage, id: number): Promise<ApiResponse<unknown>> {
    return this.#call(editing.method, { ...editing.parameters, chat_id: chat, message_id: id });
  }

  /**
   * Another message stood there, and now says what ours says. Undefined where ours is still to be looked for.
   */
  async #mend(id: number): Promise<ApiResponse<unknown> | undefined> {
    const { chats, sent } = this.#known;
    chats.saw(this.#message.chat, id);
    const message = sent.at(this.#message.chat, id) ?? sent.oldestUnplacedBeside(this.#message);
    if (message) {
      this.#message.mistaken = { id, message };
      return this.#putBack();
    }
    // Nobody knows what it said: an earlier process sent it. To send ours as well would show it twice.
    return (await this.#isWhole(id)) ? this.#found(id) : undefined;
  }

  /** Puts back what was edited by mistake; gives the refusal where that cannot be done now. */
  async #putBack(): Promise<ApiResponse<unknown> | undefined> {
    const { mistaken } = this.#message;
    if (mistaken === undefined) return undefined;
    const { id, message } = mistaken;
    const answer = await this.#edit(message, id);
    if (!answer.ok && isHindrance(answer.error_code)) return answer;
    this.#message.mistaken = undefined;
    this.#known.sent.place(message, id);
    return undefined;
  }

  /** A photo has got our caption only: whether it has our picture too now. */
  async #isWhole(id: number): Promise<boolean> {
    const { chat, editing } = this.#message;
    if (editing.method === "editMessageText") return true;
    const { caption, parse_mode, reply_markup } = editing.parameters;
    const answer = await this.#call("editMessageMedia", {
      chat_id: chat,
      message_id: id,
      media: { type: "photo", media: this.#photo, caption, parse_mode },
      ...(reply_markup === undefined ? {} : { reply_markup }),
    });
    return answer.ok || isNotModified(answer);
  }
}

function isNotModified(answer: ApiResponse<unknown>): boolean {
  return !answer.ok && /message is not modified/iu.test(answer.description);
}

/** Whether a refusal says nothing about the message: what it asks for is done, and then we look again. */
function isHindrance(code: number): boolean {
  return code === 403 || code === 429 || code >= 500;
}

/** The message as far as we know it. */
function asMessage(
  chat: number,
  id: number,
): Pick<Message, "message_id" | "date"> & { chat: { id: number } } {
  return { message_id: id, date: 0, chat: { id: chat } };
}
