/** Messages that people write, as the gateway tells a bot of them. */
import type { Clock } from "../clock.js";
import { DEFAULT_CHANNEL, DEFAULT_USER, memberOf, userOf } from "../interactions/people.js";
import type { Json, Said } from "../types.js";

const TEXT = 0;
const REPLY = 19;

export const Intent = { guildMessages: 1 << 9, directMessages: 1 << 12, messageContent: 1 << 15 } as const;

/** Whoever's message is replied to. */
export interface Replied {
  readonly id: string;
  readonly author: Json;
  readonly json: Json;
}

/** One message with all its content: who sees that is another matter. */
export function writtenMessage(clock: Clock, bot: Json, said: Said, replied: Replied | undefined): Json {
  const { content, user = {}, guild, channel = DEFAULT_CHANNEL, notifies = true } = said;
  const named = [...content.matchAll(/<@!?(\d+)>/gu)].map(([, id = ""]) => id);
  const pinged = replied && notifies ? [String(replied.author.id)] : [];
  const mentions = [...new Set([...named, ...pinged])].map((id) => (id === bot.id ? bot : userOf({ id })));
  // A message tells somebody's roles, and not what they may.
  const { user: _, permissions: __, ...member } = memberOf(user);
  const reference = { type: 0, channel_id: channel, message_id: replied?.id, guild_id: guild };
  return {
    id: clock.id(),
    type: replied ? REPLY : TEXT,
    channel_id: channel,
    ...(guild === undefined ? {} : { guild_id: guild, member }),
    author: userOf({ id: DEFAULT_USER, ...user }),
    content,
    timestamp: new Date(clock.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: /@(?:everyone|here)\b/u.test(content),
    mentions,
    mention_roles: [...content.matchAll(/<@&(\d+)>/gu)].map(([, id = ""]) => id),
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
    ...(replied && { message_reference: reference, referenced_message: replied.json }),
  };
}

/**
 * The message as a session with these intents is told of it; undefined where it is not. Without the privileged intent its
 * content is there only in direct messages and where it mentions the bot.
 */
export function seenMessage(message: Json, botId: string, intents: number): Json | undefined {
  const isDirect = message.guild_id === undefined;
  if ((intents & (isDirect ? Intent.directMessages : Intent.guildMessages)) === 0) return undefined;
  const mentions = message.mentions as readonly Json[];
  const isShown =
    isDirect || (intents & Intent.messageContent) !== 0 || mentions.some(({ id }) => id === botId);
  return isShown ? message : { ...message, content: "" };
}
