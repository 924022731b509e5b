/** Who else writes in groups than people under their own name, as Telegram shows them to bots. */
import type { StandIn } from "./stand-in.js";
import type { Chat, Message, User } from "./types.js";
import { BOT } from "./world.js";

/** Shown in place of an administrator who writes as the group. */
export const ANONYMOUS: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};
/** Shown in place of somebody who writes as a channel of theirs. */
export const AS_CHANNEL: User = {
  id: 136_817_688,
  is_bot: true,
  first_name: "Channel",
  username: "Channel_Bot",
};
/** Shown for posts of a linked channel, which come by themselves. */
export const TELEGRAM: User = { id: 777_000, is_bot: false, first_name: "Telegram" };

/** To be posted with `Person.posts`: what an administrator writes as the group. */
export function anonymously(text: string, chat: Chat): Partial<Message> {
  return { text, from: ANONYMOUS, sender_chat: chat };
}

/** What somebody writes as their channel. */
export function asChannel(text: string, channel: Chat): Partial<Message> {
  return { text, from: AS_CHANNEL, sender_chat: channel };
}

/** What a linked channel posts. */
export function linkedPost(text: string, channel: Chat): Partial<Message> {
  return { text, from: TELEGRAM, sender_chat: channel, is_automatic_forward: true };
}

/** A picture with something below it. */
export function captioned(caption: string): Partial<Message> {
  return { caption, photo: [{ file_id: "p", file_unique_id: "p", width: 90, height: 90 }] };
}

/** Somebody adds the bot to a group, or makes it something else there. */
export function changesBot(
  { updates }: StandIn,
  chat: Chat,
  from: User,
  [before, after]: readonly [string, string],
): void {
  updates.push("my_chat_member", {
    chat,
    from,
    date: Math.floor(Date.now() / 1000),
    old_chat_member: { user: BOT, status: before },
    new_chat_member: { user: BOT, status: after },
  });
}
