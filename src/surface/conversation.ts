/** What a conversation, and a channel, are called where something is kept of them. */
import { createHash } from "node:crypto";
import type { Place } from "../chat/asking.js";
import type { Conversation } from "../chat/ports.js";

export function channelKey({ platform, server = "", chat, topic = "" }: Place): string {
  return [platform, server, chat, topic].join("\n");
}

/** A channel, and the person in it. */
export function conversationKey({ place, asker }: Conversation): string {
  return `${channelKey(place)}\n${asker?.id ?? ""}`;
}

/** The same key for every process, in which nobody's id can be read. */
export function unnamed(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 22);
}
