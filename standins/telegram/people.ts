/** What people do in their Telegram, and what they see there. */
import { setTimeout as pause } from "node:timers/promises";
import type { StandIn } from "./stand-in.js";
import type { Button, Chat, Message, Payload, User } from "./types.js";
import { BOT, type StoredChat } from "./world.js";

/** Milliseconds until whoever waits gives up: longer than a busy machine stands still. */
const PATIENCE = 60_000;

/** A place as one person sees it. */
export interface Place {
  readonly chat: Chat;
  readonly topic?: number;
}

let nextUser = 1_000;
let nextGroup = 1;

export class Person {
  readonly user: User;
  /** The private chat with the bot. */
  readonly home: Place;
  readonly #standIn: StandIn;

  constructor(
    standIn: StandIn,
    {
      language = "es",
      name = "Ana",
      id = nextUser++,
    }: { language?: string; name?: string; id?: number } = {},
  ) {
    this.#standIn = standIn;
    this.user = { id, is_bot: false, first_name: name, language_code: language };
    this.home = { chat: { id, type: "private", first_name: name } };
    standIn.world.add(this.home.chat);
  }

  /** Writes a message; gives it as it stands in the chat. */
  says(text: string, place: Place = this.home, replyTo?: Message): Message {
    const entities = entitiesOf(text);
    return this.#write(place, { text, ...(entities.length > 0 ? { entities } : {}) }, replyTo);
  }

  /** Sends a file, with what is said below it. */
  sendsFile(name: string, bytes: Uint8Array, caption?: string, place: Place = this.home): Message {
    const id = `f${this.#standIn.files.size}`;
    this.#standIn.files.set(id, bytes);
    const document = { file_id: id, file_unique_id: id, file_name: name, file_size: bytes.length };
    return this.#write(place, { document, ...(caption === undefined ? {} : { caption }) });
  }

  /** Writes anything else: a sticker, a dice. */
  posts(content: object, place: Place = this.home): Message {
    return this.#write(place, content);
  }

  #write({ chat, topic }: Place, content: object, replyTo?: Message): Message {
    const { world, updates } = this.#standIn;
    const stored = world.add(chat);
    const message: Message = {
      message_id: world.nextId(chat),
      date: Math.floor(Date.now() / 1000),
      chat,
      from: this.user,
      ...(topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true as const }),
      ...(replyTo === undefined ? {} : { reply_to_message: withoutNotes(replyTo) }),
      ...content,
    };
    stored.messages.push(message);
    updates.push("message", message);
    return message;
  }

  /** Presses a button; resolves with what the bot answers to that. */
  presses(message: Message, label: string | RegExp): Promise<Payload> {
    const button = buttonsOf(message).find(({ text }) =>
      typeof label === "string" ? text === label : label.test(text),
    );
    if (button?.callback_data === undefined) throw new Error(`no button ${String(label)}`);
    return this.sendsData(message, button.callback_data);
  }

  /** Sends callback data as a hostile client may. */
  sendsData(message: Message, data: string): Promise<Payload> {
    const { queries, updates } = this.#standIn;
    const { id, answered } = queries.ask();
    updates.push("callback_query", {
      id,
      from: this.user,
      message: withoutNotes(message),
      chat_instance: "1",
      data,
    });
    return within(answered, "the button was not answered");
  }

  /** Mentions the bot where it is no member; resolves with what it says there as a guest. */
  summons(text: string, chat: Chat, more: Partial<Message> = {}): Promise<Payload> {
    const { queries, updates } = this.#standIn;
    const { id, answered } = queries.ask();
    const entities = entitiesOf(text);
    const date = Math.floor(Date.now() / 1000);
    const message = { message_id: 1, date, chat, from: this.user, text, entities, ...more };
    updates.push("guest_message", { ...message, guest_query_id: id });
    return within(answered, "the guest was not heard");
  }

  /** Types "@bot query" somewhere; resolves with the results. */
  searches(query: string, offset = ""): Promise<Payload> {
    const { queries, updates } = this.#standIn;
    const { id, answered } = queries.ask();
    updates.push("inline_query", { id, from: this.user, query, offset, chat_type: "supergroup" });
    return within(answered, "the inline query was not answered");
  }
}

/** A group that the bot is not in. */
export function strangers(title = "Ajeno"): Chat {
  return { id: -1_000_000_000_000 - nextGroup++, type: "supergroup", title };
}

/** A group that the bot is in. */
export function group(standIn: StandIn, extra: Partial<Chat> = {}): Place {
  const number = nextGroup++;
  const type = extra.type ?? "supergroup";
  const id = type === "supergroup" ? -1_000_000_000_000 - number : -number;
  const chat: Chat = { id, type, title: `Cine ${number}`, ...extra };
  standIn.world.add(chat);
  return { chat };
}

/** All that stands in a chat. */
export function messagesIn(standIn: StandIn, { chat }: Place): readonly Message[] {
  return standIn.world.find(chat.id)?.messages.all ?? [];
}

/** The bot's messages below one, once there are `count` of them. */
export async function answersTo(standIn: StandIn, asked: Message, count = 1, patience = PATIENCE) {
  const until = Date.now() + patience;
  for (;;) {
    const all = messagesIn(standIn, { chat: asked.chat });
    const found = all.filter(({ from, message_id: id }) => from.id === BOT.id && id > asked.message_id);
    if (found.length >= count) return found;
    if (Date.now() > until)
      throw new Error(`${found.length} of ${count} answers to ${JSON.stringify(asked.text)}`);
    await pause(5);
  }
}

/** The first of them. */
export async function answerTo(standIn: StandIn, asked: Message, patience = PATIENCE): Promise<Message> {
  const [first] = await answersTo(standIn, asked, 1, patience);
  if (first === undefined) throw new Error(`no answer to ${JSON.stringify(asked.text)}`);
  return first;
}

/** A message as it is now, after edits. */
export function now(standIn: StandIn, { chat, message_id: id }: Message): Message {
  const found = messagesIn(standIn, { chat }).findLast((message) => message.message_id === id);
  if (!found) throw new Error(`message ${id} is gone`);
  return found;
}

/** Waits until something holds. */
export async function until<T>(
  look: () => T | undefined | false,
  what: string,
  patience = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(what);
    await pause(5);
  }
}

export function buttonsOf({ reply_markup }: Message): readonly Button[] {
  return (reply_markup?.inline_keyboard ?? []).flat();
}

/** Everything a reader sees of a message, in order. */
export function readable(message: Message): string {
  return [message.text ?? message.caption ?? "", ...buttonsOf(message).map(({ text }) => text)].join("\n");
}

/** The group becomes a supergroup, of which the bot hears when it writes to the old one. */
export function migrate(standIn: StandIn, { chat }: Place): Place {
  const supergroup = group(standIn, { title: chat.title });
  const stored = standIn.world.find(chat.id) as StoredChat;
  stored.migratedTo = supergroup.chat.id;
  return supergroup;
}

/** What Telegram marks in a text by itself. */
function entitiesOf(text: string) {
  const marked = (type: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ 0: whole, index }) => ({ type, offset: index, length: whole.length }));
  return [
    ...marked("bot_command", /(?<=^|\s)\/[A-Za-z0-9_]{1,32}(?:@\w+)?/gu),
    ...marked("mention", /(?<![\w@/])@[A-Za-z]\w{3,31}/gu),
  ];
}

/** What the bot is shown of a message: without what only the stand-in knows. */
function withoutNotes({ standin: _, ...message }: Message): Message {
  return message;
}

async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  const stop = new AbortController();
  const late = pause(PATIENCE, undefined, { signal: stop.signal }).then(() => {
    throw new Error(what);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    stop.abort();
    late.catch(() => undefined);
  }
}
