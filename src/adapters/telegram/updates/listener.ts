/** What happens to an update: noted and acknowledged as it arrives, handled when its chat's turn has come. */
import type { Api } from "grammy";
import type { ChatMemberUpdated, Message, Update, UserFromGetMe } from "grammy/types";
import { errorAnswer, errorId, type Log } from "../../../chat/errors.js";
import type { Chats } from "../transport/chats.js";
import { loggable, logged } from "../transport/failures.js";
import { onInlineQuery } from "./inline.js";
import { type Handling, onMessage, tell } from "./messages.js";
import { placeOf } from "./place.js";
import { acknowledge, onPress, readPress } from "./presses.js";
import { Seen } from "../seen.js";

/** What Telegram is asked for. Edited messages are not: a question is answered once. */
export const UPDATES = ["message", "callback_query", "inline_query", "my_chat_member"] as const;

/** An update of a kind we asked for. */
type Wanted = Update;

export interface Listening extends Omit<Handling, "api" | "me"> {
  readonly chats: Chats;
  readonly log: Log;
}

export class Listener {
  readonly #seen = new Seen();

  constructor(private readonly listening: Listening) {}

  /**
   * False for what is no update, or was seen before. Notes what an update tells of its chat, also where that chat's
   * turn is far away.
   */
  accepts(update: unknown): update is Wanted {
    const { log, chats } = this.listening;
    const { update_id: id } = (update ?? {}) as { update_id?: unknown };
    if (typeof id !== "number" || !Number.isSafeInteger(id)) {
      log.warn({}, "Telegram delivered something that is no update");
      return false;
    }
    if (!this.#seen.isNew(id)) return false;
    try {
      note(chats, update as Wanted);
    } catch (error) {
      log.warn({ ...loggable(error), update: id }, "Telegram delivered a malformed update");
    }
    return true;
  }

  /** Order matters within a chat; inline queries belong to none. */
  laneOf({ message, callback_query: query, my_chat_member: member }: Wanted): number | undefined {
    return message?.chat?.id ?? query?.message?.chat?.id ?? member?.chat?.id;
  }

  /** Tells Telegram at once that a button was pressed: its chat's turn may be far away. Never rejects. */
  async arrive(update: Wanted, api: Api): Promise<void> {
    const { callback_query: query } = update;
    if (query) await this.#guarded(update, () => acknowledge({ api }, readPress(this.listening, query)));
  }

  /** Answers it. Never rejects. */
  handle(update: Wanted, api: Api, me: UserFromGetMe): Promise<void> {
    const handling: Handling = { ...this.listening, api, me };
    const { message, callback_query: query, inline_query: inline } = update;
    const work = async () => {
      if (message) await onMessage(handling, message);
      else if (query) await onPress(handling, readPress(handling, query));
      else if (inline) await onInlineQuery(handling, inline);
    };
    return this.#guarded(update, async () => {
      try {
        await work();
      } catch (error) {
        if (logged(error).expected) throw error;
        await this.#apologise(handling, update, error);
      }
    });
  }

  /** Nobody waits for an answer that does not come: a bug is told by its id. */
  async #apologise(
    handling: Handling,
    { message, callback_query: query, inline_query: inline }: Wanted,
    error: unknown,
  ) {
    const { languages, log } = this.listening;
    const locale = languages.of(message?.from ?? query?.from ?? inline?.from ?? { id: 0 });
    const answer = errorAnswer(error, null, locale, log);
    const where = message ?? query?.message;
    if (inline) await handling.api.answerInlineQuery(inline.id, [], { cache_time: 0 });
    else if (where) await tell(handling, placeOf(where as Message), { kind: "answer", answer }, locale, 0);
  }

  async #guarded({ update_id: update }: Wanted, work: () => Promise<void>): Promise<void> {
    const { log } = this.listening;
    try {
      await work();
    } catch (error) {
      const { expected, ...details } = logged(error);
      if (expected) log.warn({ ...details, update }, "Telegram did not take an answer");
      else log.error({ ...details, update, id: errorId() }, "bug");
    }
  }
}

function note(chats: Chats, { message, callback_query: query, my_chat_member: member }: Wanted): void {
  if (message) noteMessage(chats, message);
  if (query?.message) chats.open(query.message.chat.id);
  if (member) noteMembership(chats, member);
}

function noteMessage(chats: Chats, message: Message): void {
  const { chat, message_id: id, migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
  chats.open(chat.id);
  chats.saw(chat.id, id);
  if (to !== undefined) chats.move(chat.id, to);
  if (from !== undefined) chats.move(from, chat.id);
}

function noteMembership(chats: Chats, { chat, new_chat_member: { status } }: ChatMemberUpdated): void {
  if (status === "kicked" || status === "left") chats.close(chat.id);
  else chats.open(chat.id);
}
