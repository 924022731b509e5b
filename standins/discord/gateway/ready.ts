/** The payload of READY. */

import type { Json } from "../types.js";
import type { World } from "../world.js";
import { shardOf } from "./protocol.js";
import type { Session } from "./session.js";

export function readyOf(world: World, { sessionId, shard }: Session): Json {
  const [id, count] = shard;
  const guilds = world.settings.guilds.filter((guild) => shardOf(guild, count) === id);
  return {
    v: 10,
    user: { ...world.bot, email: null, mfa_enabled: true, verified: true },
    user_settings: {},
    session_type: "normal",
    session_id: sessionId,
    resume_gateway_url: world.gatewayUrl(),
    relationships: [],
    private_channels: [],
    presences: [],
    guilds: guilds.map((guild) => ({ id: guild, unavailable: true })),
    guild_join_requests: [],
    geo_ordered_rtc_regions: [],
    application: { id: world.settings.applicationId, flags: 0 },
    shard,
    _trace: ["stand-in"],
  };
}
