/** Users, members and channels, in the shape of Discord's payloads. */
import type { From, Json, Person } from "../types.js";

export const DEFAULT_USER = "200000000000000001";
export const DEFAULT_CHANNEL = "300000000000000001";

/** View channels, send messages, embed links, read history, use commands: nobody who may manage anything. */
const ORDINARY = ((1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 31n)).toString();
const BOT_PERMISSIONS = ORDINARY;
const GUILD_TEXT = 0;
const DIRECT_MESSAGE = 1;

export function userOf(person: Person = {}): Json {
  const name = person.name ?? "alguien";
  return {
    id: person.id ?? DEFAULT_USER,
    username: name,
    global_name: name,
    discriminator: "0",
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    ...(person.bot ? { bot: true } : {}),
  };
}

export function memberOf(person: Person = {}): Json {
  return {
    user: userOf(person),
    nick: null,
    avatar: null,
    banner: null,
    roles: person.roles ?? [],
    joined_at: "2024-01-01T00:00:00.000000+00:00",
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: 0,
    permissions: person.permissions ?? ORDINARY,
    unusual_dm_activity_until: null,
  };
}

/** The members of an interaction that say who asks and where. */
export function placeOf(from: From): Json {
  const user = from.user ?? {};
  const channelId = from.channel ?? DEFAULT_CHANNEL;
  const byUser = from.installedBy === "user";
  const common = {
    channel_id: channelId,
    locale: from.locale ?? "es-ES",
    app_permissions: BOT_PERMISSIONS,
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
  };
  if (from.guild === undefined) {
    return {
      ...common,
      user: userOf(user),
      channel: {
        id: channelId,
        type: DIRECT_MESSAGE,
        flags: 0,
        last_message_id: null,
        recipients: [userOf(user)],
      },
      context: byUser ? 2 : 1,
      authorizing_integration_owners: byUser ? { "1": user.id ?? DEFAULT_USER } : { "0": "0" },
    };
  }
  return {
    ...common,
    guild_id: from.guild,
    guild: { id: from.guild, locale: from.guildLocale ?? "es-ES", features: [] },
    guild_locale: from.guildLocale ?? "es-ES",
    member: memberOf(user),
    channel: {
      id: channelId,
      type: GUILD_TEXT,
      guild_id: from.guild,
      name: "cine",
      nsfw: from.nsfw ?? false,
      position: 0,
      permissions: ORDINARY,
      flags: 0,
      last_message_id: null,
    },
    context: 0,
    authorizing_integration_owners: byUser ? { "1": user.id ?? DEFAULT_USER } : { "0": from.guild },
  };
}
