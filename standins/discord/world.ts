/** What every part of the stand-in shares. */
import type { Channels } from "./channels.js";
import type { Clock } from "./clock.js";
import type { CommandStore } from "./command-store.js";
import type { Interaction } from "./interactions/interaction.js";
import type { Interactions } from "./interactions/interactions.js";
import { isPinging } from "./messages/mentions.js";
import type { Message } from "./messages/message.js";
import type { Counters } from "./rest/log-types.js";
import type { ScheduledEvents } from "./scheduled-events.js";
import type { Settings } from "./settings.js";
import type { Json, Pings } from "./types.js";

export interface World {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly counters: Counters;
  readonly commands: CommandStore;
  readonly interactions: Interactions;
  readonly channels: Channels;
  readonly events: ScheduledEvents;
  /** Guilds that the bot is in. */
  readonly guilds: ReadonlySet<string>;
  /** Permissions by guild and role. */
  readonly roles: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly bot: Json;
  readonly publicKey: string;
  /** The gateway's ws:// address; known once it listens. */
  readonly gatewayUrl: () => string;
  /** IDENTIFYs left today. */
  startsLeft: number;
}

/** After every write of a message: it can be found, its notifications are counted, and those who wait are told. */
export function wrote(world: World, interaction: Interaction, message: Message, pings: Pings): void {
  if (isPinging(pings)) world.counters.pinged += 1;
  world.interactions.own(message, interaction);
  interaction.changed();
}
