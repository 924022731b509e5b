/** What happens to an update: noted and acknowledged as it arrives, handled when its chat's turn has come. */
import type { Api } from "grammy";
import type { CallbackQuery, ChatMemberUpdated, Message, Update, UserFromGetMe } from "grammy/types";
import type { Bot } from "../../../chat/contract.js";
import { errorId, type Log, toldError } from "../../../chat/errors/errors.js";
import type { Turn } from "../../../chat/ports.js";
import { BoundedMap } from "../../../surface/bounded-map.js";
import type { Languages } from "../../../surface/languages.js";
import type { SurfaceFigures } from "../../../surface/port.js";
import { SeenIds } from "../../../surface/seen-ids.js";
import { Turns } from "../../../surface/turns.js";
import type { ReadFile } from "../handlers/document.js";
import { askingOf, type Handling } from "../handlers/exchange.js";
import { answerGuest, onGuestMessage } from "../handlers/guest.js";
import { onInlineQuery } from "../handlers/inline.js";
import { onMembership } from "../handlers/membership.js";
import { exchangeOf, onMessage, tell } from "../handlers/messages.js";
import { tellMuted } from "../handlers/muted.js";
import { acknowledge, askingOfPress, onPress, type Press, readPress } from "../handlers/presses.js";
import { withRights } from "../handlers/rights.js";
import { PLATFORM } from "../sending/address.js";
import { LaterVersions } from "../sending/later.js";
import { OwnMessages } from "../sending/own-messages.js";
import { Administrators } from "../transport/administrators.js";
import type { Chats } from "../transport/chats.js";
import { isMuted, isTooLate, loggable, logged } from "../transport/failures.js";

/** What Telegram is asked for. Edited messages are not: a question is answered once. */
export const UPDATES = [
  "message",
  "guest_message",
  "callback_query",
  "inline_query",
  "my_chat_member",
] as const;

const MESSAGES_KEPT = 10_000;

export interface ListenerOptions {
  readonly bot: () => Bot;
  readonly languages: Languages;
  readonly chats: Chats;
  /** For what concerns the connection; what concerns an answer is for the bot's own. */
  readonly log: Log;
  readonly now: () => Date;
  readonly readFile: ReadFile;
}

type Counts = { -readonly [Name in keyof Omit<SurfaceFigures, "inFlight">]: SurfaceFigures[Name] };

export class Listener {
  readonly #options: ListenerOptions;
  readonly #seen = new SeenIds<number>();
  readonly #counts: Counts = { answered: 0, late: 0, lost: 0, repeated: 0 };
  /** Presses as they were read when they arrived: what was said of them then holds. */
  readonly #presses = new WeakMap<CallbackQuery, Promise<Press>>();
  /** What one person presses happens in the order in which they did; nobody waits for anybody else. */
  readonly #turns = new Turns<number>();
  /** By message, the last press that changed what it shows: thirty votes at once are not thirty edits. */
  readonly #drawn = new BoundedMap<string, CallbackQuery>(MESSAGES_KEPT);
  readonly #administrators = new Administrators();
  readonly #ownMessages = new OwnMessages();
  readonly #later = new LaterVersions((error) => this.#failed(error, {}));

  constructor(options: ListenerOptions) {
    this.#options = options;
  }

  get counts(): Readonly<Counts> {
    return this.#counts;
  }

  /** Updates were given up: too many waited. */
  shed(count: number): void {
    this.#counts.lost += count;
  }

  /** Resolves when better versions that have come are shown. */
  idle(): Promise<void> {
    return this.#later.idle();
  }

  /**
   * False for what is no update, or was seen before. Notes what an update tells of its chat, also where that
   * chat's turn is far away.
   */
  accepts(update: unknown): update is Update {
    const { log, chats } = this.#options;
    const { update_id: id } = (update ?? {}) as { update_id?: unknown };
    if (typeof id !== "number" || !Number.isSafeInteger(id)) {
      log.warn({}, "Telegram delivered something that is no update");
      return false;
    }
    if (!this.#seen.isNew(id)) {
      this.#counts.repeated++;
      return false;
    }
    try {
      note(chats, update as Update);
    } catch (error) {
      log.warn({ ...loggable(error), update: id }, "Telegram delivered a malformed update");
    }
    return true;
  }

  /** Whether an update that was accepted is this process's to answer, where others may be given it too. Never rejects. */
  async take({ update_id: id }: Update): Promise<Turn> {
    const { bot, now } = this.#options;
    const turn = (await bot().ports.turns?.take(PLATFORM, String(id), now())) ?? "mine";
    if (turn !== "mine") this.#counts.repeated++;
    // It comes again, and may be ours then.
    if (turn === "held") this.#seen.forget(id);
    return turn;
  }

  /** Notes that it was answered. */
  answered({ update_id: id }: Update): void {
    this.#options.bot().ports.turns?.answered(PLATFORM, String(id));
  }

  /** Order matters within a chat; inline queries belong to none. */
  laneOf({ message, callback_query: query, my_chat_member: member }: Update): number | undefined {
    return message?.chat?.id ?? query?.message?.chat?.id ?? member?.chat?.id;
  }

  /** Tells Telegram at once that a button was pressed: its chat's turn may be far away. Never rejects. */
  async arrive(
    { update_id: update, callback_query: query }: Update,
    api: Api,
    me: () => UserFromGetMe,
  ): Promise<void> {
    if (!query) return;
    try {
      const asking = askingOfPress(this.#options, query);
      await acknowledge(api, query, await this.#press(query, api), asking, me().username);
    } catch (error) {
      this.#failed(error, { update });
    }
  }

  /** Answers it. Never rejects. */
  async handle(update: Update, api: Api, me: UserFromGetMe): Promise<void> {
    const { bot, now, languages } = this.#options;
    try {
      const { readFile } = this.#options;
      const handling: Handling = {
        api,
        me,
        bot: bot(),
        now,
        languages,
        later: this.#later,
        administrators: this.#administrators,
        ownMessages: this.#ownMessages,
        readFile,
      };
      if (await this.#answer(handling, update)) this.#counts.answered++;
    } catch (error) {
      this.#failed(error, { update: update.update_id });
    }
  }

  /** False where nothing was asked of us. */
  async #answer(handling: Handling, update: Update): Promise<boolean> {
    const { message, guest_message: guest, callback_query: query, inline_query: inline } = update;
    const { my_chat_member: member } = update;
    try {
      if (message) return await onMessage(handling, message);
      if (guest) return await onGuestMessage(handling, guest);
      if (member) return await onMembership(handling, member);
      if (query) {
        const press = await this.#press(query, handling.api);
        return this.#isOvertaken(query, press) || (await onPress(handling, query, press));
      }
      if (inline) await onInlineQuery(handling, inline);
      return inline !== undefined;
    } catch (error) {
      // Whoever never wrote to us cannot be told.
      if (message && isMuted(error)) await tellMuted(handling, message).catch(() => undefined);
      if (logged(error).expected) throw error;
      await this.#apologise(handling, update, error);
      return true;
    }
  }

  #press(query: CallbackQuery, api: Api): Promise<Press> {
    const known = this.#presses.get(query);
    if (known) return known;
    const asking = askingOfPress(this.#options, query);
    const { from: person, message } = query;
    const rights = { api, administrators: this.#administrators };
    const rightful = async () =>
      message ? withRights(asking, rights, { person, chat: message.chat }) : asking;
    const press = this.#turns.take(person.id, async () => {
      const read = await readPress(this.#options.bot(), query, asking, rightful);
      if (message && isDrawn(read)) this.#drawn.set(messageKey(message), query);
      return read;
    });
    this.#presses.set(query, press);
    return press;
  }

  /** Whether another press has changed the same message since: what this one would draw is no longer so. */
  #isOvertaken(query: CallbackQuery, press: Press): boolean {
    const { message } = query;
    return message !== undefined && isDrawn(press) && this.#drawn.get(messageKey(message)) !== query;
  }

  /** Nobody waits for an answer that does not come: a bug is told by its id. */
  async #apologise(
    handling: Handling,
    { message, guest_message: guest, callback_query: query, inline_query: inline }: Update,
    error: unknown,
  ): Promise<void> {
    const where = (message ?? query?.message) as Message | undefined;
    const person = message?.from ?? guest?.from ?? query?.from ?? inline?.from;
    const { locale } = askingOf(handling, { person, moderates: false });
    const { answer } = toldError(error, null, locale, handling.bot.ports.log);
    if (inline) await handling.api.answerInlineQuery(inline.id, [], { cache_time: 0 });
    else if (guest) await answerGuest(handling, guest, answer, locale);
    else if (where) await tell(handling, exchangeOf(handling, where), { kind: "answer", answer });
  }

  /** An answer did not get through. */
  #failed(error: unknown, where: { readonly update?: number }): void {
    const { log } = this.#options;
    const { expected, ...details } = logged(error);
    if (isTooLate(error)) {
      this.#counts.late++;
      log.info({ ...details, ...where }, "an answer came too late for Telegram");
      return;
    }
    this.#counts.lost++;
    if (expected) log.warn({ ...details, ...where }, "Telegram did not take an answer");
    else log.error({ ...details, ...where, id: errorId() }, "bug");
  }
}

/** Whether what a press did is drawn into the message that it was under. */
function isDrawn(press: Press): boolean {
  return press.kind === "done" && press.shared === "update" && press.outcome.error === undefined;
}

function messageKey({ chat, message_id: id }: NonNullable<CallbackQuery["message"]>): string {
  return `${chat.id}:${id}`;
}

function note(chats: Chats, { message, callback_query: query, my_chat_member: member }: Update): void {
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
