/**
 * Where a message goes: the chat and the topic a question came from, in Telegram's numbers and in the chat
 * model's.
 */
import type { Message } from "grammy/types";
import type { Place } from "../../../chat/asking.js";

/** What `Place.platform` says of our chats. */
export const PLATFORM = "telegram";

export interface Address {
  readonly chat: number;
  /** In a group the answer names its question; alone with the bot everybody knows. */
  readonly replyTo?: number;
  readonly topic?: number;
  /** Of a channel's direct messages. */
  readonly directTopic?: number;
}

/** Tells a topic of a channel's direct messages from one of a forum: their numbers may be the same. */
const DIRECT = "direct:";

/** Where a message is answered. */
export function addressOf(message: Message): Address {
  const { chat, message_id: id, is_topic_message: inTopic, message_thread_id: topic } = message;
  const direct = message.direct_messages_topic?.topic_id;
  return {
    chat: chat.id,
    ...(chat.type === "private" ? {} : { replyTo: id }),
    // Outside forums a thread is only a chain of replies, to which nothing can be sent.
    ...(inTopic && topic !== undefined ? { topic } : {}),
    ...(direct === undefined ? {} : { directTopic: direct }),
  };
}

/** The place of an address, as commands are told of it. */
export function placeOf({ chat, topic, directTopic }: Address): Place {
  const within = directTopic === undefined ? topic : `${DIRECT}${directTopic}`;
  return {
    platform: PLATFORM,
    chat: String(chat),
    ...(within === undefined ? {} : { topic: String(within) }),
    // People's own chats have their number, groups and channels one below 0.
    ...(chat > 0 ? { direct: true } : {}),
  };
}

/** The address of a place; undefined where it is none of ours. */
export function addressOfPlace({ platform, chat, topic = "" }: Place): Address | undefined {
  if (platform !== PLATFORM || !/^-?\d{1,15}$/u.test(chat)) return undefined;
  const { direct, id } = /^(?<direct>direct:)?(?<id>\d{1,15})$/u.exec(topic)?.groups ?? {};
  if (id === undefined) return topic === "" ? { chat: Number(chat) } : undefined;
  return { chat: Number(chat), ...(direct ? { directTopic: Number(id) } : { topic: Number(id) }) };
}

/** The topic of a forum that is there from the beginning: nothing can be sent to it by its number. */
const GENERAL = 1;

/** What every method that sends takes of an address, besides the chat. */
export function parametersOf({ replyTo, topic, directTopic }: Address) {
  return {
    ...(topic === undefined || topic === GENERAL ? {} : { message_thread_id: topic }),
    ...(directTopic === undefined ? {} : { direct_messages_topic_id: directTopic }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
}
