/** The Discord surface as the operator wants it: one process or several, delivered to over the gateway or HTTP. */
import type { Surface, SurfaceOptions } from "../../surface/port.js";
import { ShardedDiscord } from "./connection/sharded.js";
import type { DiscordSettings } from "./settings.js";
import { DiscordSurface } from "./surface.js";

export interface CreateOptions extends SurfaceOptions {
  readonly settings: DiscordSettings;
  /** The program that serves one shard, and its arguments. */
  readonly program: string;
  readonly args: readonly string[];
}

/** @throws OperatorError for settings that cannot work */
export function createDiscord({ program, args, ...options }: CreateOptions): Surface {
  const { settings } = options;
  const { token, shards, mode } = settings;
  if (mode === "gateway" && shards !== undefined && token !== undefined) {
    return new ShardedDiscord({ ...options, settings: { ...settings, token }, program, args });
  }
  return new DiscordSurface(options);
}
