/** What the operator decides about Discord. */

/** Discord's own address; another one is for tests and proxies. The version is added to it. */
export const DISCORD_API = "https://discord.com/api";

/** How interactions arrive: over a connection that we open, or as requests to our HTTP server. */
export const DISCORD_MODES = ["gateway", "http"] as const;

export type DiscordMode = (typeof DISCORD_MODES)[number];

export interface DiscordSettings {
  /** Needed for the gateway and for registering commands. */
  readonly token?: string;
  /** Found through the token where it is absent. */
  readonly applicationId?: string;
  /** Hex, as in the developer portal; needed for HTTP delivery. */
  readonly publicKey?: string;
  /** Without a slash at its end. */
  readonly apiUrl: string;
  readonly mode: DiscordMode;
  /** Processes that share the servers; one process without it. */
  readonly shards?: number | "auto";
}
