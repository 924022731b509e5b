/** Writing, editing and deleting messages. */
import { badRequest } from "../refused.js";
import { MAX_CAPTION, parsed } from "../rules/text.js";
import type { StandIn } from "../stand-in.js";
import type { Entity, Message, Payload } from "../types.js";
import { BOT, type StoredChat } from "../world.js";

export function sendMessage(standIn: StandIn, payload: Payload): Message {
  const stored = standIn.world.writable(payload.chat_id);
  if (stored.muted) throw badRequest("not enough rights to send text messages to the chat");
  const { text, entities } = shownText(payload.text, payload.parse_mode);
  const message: Message = {
    ...frame(standIn, stored, payload),
    text,
    ...(entities.length > 0 ? { entities } : {}),
    ...markup(payload),
    standin: { preview: payload.link_preview_options ?? null },
  };
  return put(stored, message);
}

export function sendPhoto(standIn: StandIn, payload: Payload): Message {
  const stored = standIn.world.writable(payload.chat_id);
  if (stored.muted) throw badRequest("not enough rights to send photos to the chat");
  return put(stored, {
    ...frame(standIn, stored, payload),
    ...photo(payload.photo, payload),
    ...markup(payload),
  });
}

export function sendDocument(standIn: StandIn, payload: Payload): Message {
  const stored = standIn.world.writable(payload.chat_id);
  if (stored.muted) throw badRequest("not enough rights to send documents to the chat");
  if (!String(payload.document).startsWith("upload:")) throw badRequest("wrong file identifier");
  return put(stored, {
    ...frame(standIn, stored, payload),
    document: { file_id: String(payload.document), file_unique_id: "d" },
    ...markup(payload),
  });
}

/** Telegram's own limit of what bots are handed out. */
const MOST_HANDED_OUT = 20_000_000;

export function getFile({ files }: StandIn, { file_id: id }: Payload) {
  const bytes = files.get(String(id));
  if (bytes === undefined) throw badRequest("wrong file_id or the file is temporarily unavailable");
  if (bytes.length > MOST_HANDED_OUT) throw badRequest("file is too big");
  const place = { file_path: `documents/${String(id)}`, file_size: bytes.length };
  return { file_id: id, file_unique_id: id, ...place };
}

export function editMessageText(standIn: StandIn, payload: Payload): Message {
  const { stored, message } = editable(standIn, payload);
  if (message.text === undefined) throw badRequest("there is no text in the message to edit");
  const { text, entities } = shownText(payload.text, payload.parse_mode);
  const standin = { preview: payload.link_preview_options ?? null };
  return change(stored, message, { ...bare(message), text, ...some(entities), ...markup(payload), standin });
}

export function editMessageCaption(standIn: StandIn, payload: Payload): Message {
  const { stored, message } = editable(standIn, payload);
  if (message.photo === undefined) throw badRequest("there is no caption in the message to edit");
  const shown = photo(message.standin?.photo, payload);
  return change(stored, message, { ...bare(message), ...shown, ...markup(payload) });
}

export function editMessageMedia(standIn: StandIn, payload: Payload): Message {
  const { stored, message } = editable(standIn, payload);
  const media = payload.media as Payload;
  if (media.type !== "photo") throw badRequest("the stand-in knows photos only");
  const { text } = shownText(media.caption ?? "", media.parse_mode);
  if (text.length > MAX_CAPTION) throw badRequest("message caption is too long");
  return change(stored, message, { ...bare(message), ...photo(media.media, media), ...markup(payload) });
}

export function editMessageReplyMarkup(standIn: StandIn, payload: Payload): Message {
  const { stored, message } = editable(standIn, payload);
  const { reply_markup: _, ...rest } = message;
  return change(stored, message, { ...rest, ...markup(payload) });
}

export function deleteMessage(standIn: StandIn, payload: Payload): true {
  const { stored, message } = found(standIn, payload);
  stored.messages.replace(({ message_id: id }) => id === message.message_id, { ...message, text: undefined });
  return true;
}

function shownText(text: unknown, mode: unknown): { text: string; entities: readonly Entity[] } {
  const result = parsed(text, mode);
  if (typeof result === "string") throw badRequest(result);
  return { text: result.text.trim(), entities: result.entities };
}

function some(entities: readonly Entity[]): { entities?: readonly Entity[] } {
  return entities.length > 0 ? { entities } : {};
}

function markup({ reply_markup }: Payload): Pick<Message, "reply_markup"> {
  return reply_markup === undefined ? {} : { reply_markup: reply_markup as Message["reply_markup"] };
}

function photo(link: unknown, { caption, parse_mode }: Payload): Partial<Message> {
  const size = { file_id: "p", file_unique_id: "p", width: 342, height: 513 };
  const shown = caption === undefined ? undefined : shownText(caption, parse_mode);
  return {
    photo: [size],
    ...(shown ? { caption: shown.text, ...some(shown.entities) } : {}),
    standin: { preview: null, photo: String(link) },
  };
}

/** A new message without its content: who, where, when, in answer to what. */
function frame({ world }: StandIn, { chat, messages, goneTopics }: StoredChat, payload: Payload) {
  const { message_thread_id: topic, reply_parameters: reply } = payload;
  // A forum's first topic, of number 1, is written to without it.
  const isThere = topic === undefined || (chat.is_forum && topic !== 1 && !goneTopics.has(Number(topic)));
  if (!isThere) throw badRequest("message thread not found");
  const { message_id: wanted, allow_sending_without_reply: anyway } = (reply ?? {}) as Payload;
  const original = messages.all.find(({ message_id: id }) => id === wanted);
  if (wanted !== undefined && original === undefined && anyway !== true) {
    throw badRequest("message to be replied not found");
  }
  return {
    message_id: world.nextId(chat),
    date: Math.floor(Date.now() / 1000),
    chat,
    from: BOT,
    ...(topic === undefined ? {} : { message_thread_id: Number(topic), is_topic_message: true as const }),
    ...(original === undefined ? {} : { reply_to_message: original }),
  };
}

function bare({
  message_id,
  date,
  chat,
  from,
  message_thread_id,
  is_topic_message,
  reply_to_message,
}: Message) {
  return { message_id, date, chat, from, message_thread_id, is_topic_message, reply_to_message };
}

function put({ messages }: StoredChat, message: Message): Message {
  messages.push(message);
  return message;
}

function found(
  { world }: StandIn,
  { chat_id, message_id }: Payload,
): { stored: StoredChat; message: Message } {
  const stored = world.writable(chat_id);
  const message = stored.messages.all.findLast(({ message_id: id }) => id === message_id);
  if (message === undefined) throw badRequest("message to edit not found");
  return { stored, message };
}

function editable(standIn: StandIn, payload: Payload): { stored: StoredChat; message: Message } {
  const { stored, message } = found(standIn, payload);
  // Nor is one that asks for a reply.
  const asks = message.reply_markup !== undefined && message.reply_markup.inline_keyboard === undefined;
  if (message.from.id !== BOT.id || asks) throw badRequest("message can't be edited");
  return { stored, message };
}

function change({ messages }: StoredChat, before: Message, after: Message): Message {
  const content = ({ text, caption, entities, reply_markup, standin }: Message) =>
    JSON.stringify([text, caption, entities ?? [], reply_markup?.inline_keyboard ?? [], standin?.photo]);
  if (content(before) === content(after)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  messages.replace(({ message_id: id }) => id === before.message_id, after);
  return after;
}
