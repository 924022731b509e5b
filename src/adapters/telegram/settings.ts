/** What the operator decides about Telegram, and how patient the surface is. */

/** Telegram's own server; another one is for tests and for people who run a Bot API server themselves. */
export const TELEGRAM_API = "https://api.telegram.org";

/** How updates arrive: we ask for them, or Telegram posts them to our HTTP server. */
export const TELEGRAM_MODES = ["polling", "webhook"] as const;

export type TelegramMode = (typeof TELEGRAM_MODES)[number];

export interface TelegramSettings {
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiRoot: string;
  readonly mode: TelegramMode;
  /** Where Telegram posts updates; needed for webhooks. */
  readonly webhookUrl?: string;
  /** What Telegram shows with each of them; needed for webhooks, because without it anybody could post. */
  readonly webhookSecret?: string;
}

/** Milliseconds, unless said. */
export interface Timing {
  /** A call that takes longer counts as failed. */
  readonly call: number;
  /** How long Telegram may wait for updates before it answers that there are none, in seconds. */
  readonly poll: number;
  /** Before each further attempt at a call that failed; their number is that of the further attempts. */
  readonly retries: readonly number[];
  /** A chat that has to wait longer than this is not answered. */
  readonly longestFlood: number;
  /** Between attempts to fetch updates while that fails; the last one stays. */
  readonly backOff: readonly number[];
  /** What is in flight has this long once the surface is told to end. */
  readonly drain: number;
  /** Telegram's patience with a webhook is limited: an update that takes longer is confirmed and goes on. */
  readonly webhook: number;
  /** How often we look whether the webhook is still ours. */
  readonly watch: number;
}

export const TIMING: Timing = {
  call: 10_000,
  poll: 25,
  retries: [300, 1_000, 3_000],
  longestFlood: 300_000,
  backOff: [200, 500, 1_000, 2_000, 5_000, 10_000, 30_000],
  drain: 8_000,
  webhook: 8_000,
  watch: 300_000,
};
