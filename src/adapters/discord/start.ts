/** The Discord surface as the operator wants it: one process or several, delivered to over the gateway or HTTP. */
import type { DiscordHealth } from "./connection/health.js";
import type { InteractionsEndpoint } from "./connection/http-endpoint.js";
import { registered } from "./registration/registered.js";
import { type DiscordOptions, DiscordSurface } from "./surface.js";

export interface Discord {
  readonly health: DiscordHealth;
  /** What the HTTP server mounts at POST /discord/interactions; undefined unless that is how they are delivered. */
  readonly endpoint?: InteractionsEndpoint;
  /** Takes no more interactions, answers those in flight, and leaves within 10 seconds. */
  stop(): Promise<void>;
}

export interface StartOptions extends Omit<DiscordOptions, "shard"> {
  /** The program that serves one shard, and its arguments. */
  readonly program: string;
  readonly args: readonly string[];
}

/** Starts in the background. Throws an OperatorError for settings that cannot work. */
export function startDiscord(options: StartOptions): Discord {
  const { settings } = options;
  const { token, shards, mode } = settings;
  if (mode === "gateway" && shards !== undefined && token !== undefined) {
    return startSharded({ ...options, settings: { ...settings, token } });
  }
  const surface = new DiscordSurface(options);
  surface.start();
  return surface;
}

function startSharded(options: StartOptions & { settings: { readonly token: string } }): Discord {
  const { services, ...rest } = options;
  let health: () => DiscordHealth = () => ({ state: "starting", shardsUp: 0, shards: 0 });
  let stopping = false;
  // The library is large: only who needs it loads it.
  const begun = import("./connection/sharded.js").then(({ ShardedDiscord }) => {
    const sharded = new ShardedDiscord({ ...rest, ...registered(services(), rest.restricted) });
    health = () => sharded.health;
    if (!stopping) void sharded.start();
    return sharded;
  });
  return {
    get health() {
      return health();
    },
    async stop() {
      stopping = true;
      await (await begun).stop();
    },
  };
}
