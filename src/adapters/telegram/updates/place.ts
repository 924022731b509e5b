/** Where an answer goes: the chat and the topic a question came from, and whose question it was. */
import type { Message } from "grammy/types";

export interface Place {
  readonly chat: number;
  /** In a group the answer names its question; alone with the bot everybody knows. */
  readonly replyTo?: number;
  readonly topic?: number;
  /** Of a channel's direct messages. */
  readonly directTopic?: number;
  /** Who may press the buttons; 0 is anybody. */
  readonly asker: number;
}

export function placeOf(message: Message): Place {
  const { chat, message_id: id, is_topic_message: inTopic, message_thread_id: topic } = message;
  const inPrivate = chat.type === "private";
  const direct = message.direct_messages_topic?.topic_id;
  return {
    chat: chat.id,
    ...(inPrivate ? {} : { replyTo: id }),
    // Outside forums a thread is only a chain of replies, to which nothing can be sent.
    ...(inTopic && topic !== undefined ? { topic } : {}),
    ...(direct === undefined ? {} : { directTopic: direct }),
    // Whoever writes as a group or a channel cannot be told from others when a button is pressed.
    asker: inPrivate || message.sender_chat ? 0 : (message.from?.id ?? 0),
  };
}

/** The place as a method's parameters. */
export function addressOf({ chat, replyTo, topic, directTopic }: Place) {
  return {
    chat_id: chat,
    ...(topic === undefined ? {} : { message_thread_id: topic }),
    ...(directTopic === undefined ? {} : { direct_messages_topic_id: directTopic }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
}
