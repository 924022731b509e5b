/** What the operator decides about Telegram, and how patient the surface is. */
import { z } from "zod";
import { OperatorError, type Words } from "../../words.js";

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

export const TELEGRAM_VARIABLES = {
  TELEGRAM_TOKEN: z
    .string()
    .transform((token) => token.trim())
    .refine((token) => /^\S+$/u.test(token))
    .optional(),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/u })
    .transform((url) => url.replace(/\/+$/u, ""))
    .default(TELEGRAM_API),
  TELEGRAM_MODE: z.enum(TELEGRAM_MODES).default("polling"),
  TELEGRAM_WEBHOOK_URL: z.url({ protocol: /^https?$/u }).optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/u)
    .optional(),
} as const;

type Read = z.output<z.ZodObject<typeof TELEGRAM_VARIABLES>>;

export const TELEGRAM_EXPECTED: Readonly<Record<keyof Read, Words>> = {
  TELEGRAM_TOKEN: { es: "el token que da @BotFather", en: "the token that @BotFather gives" },
  TELEGRAM_API_ROOT: { es: "una dirección http o https", en: "an http or https address" },
  TELEGRAM_MODE: { es: `uno de ${TELEGRAM_MODES.join(", ")}`, en: `one of ${TELEGRAM_MODES.join(", ")}` },
  TELEGRAM_WEBHOOK_URL: { es: "una dirección https", en: "an https address" },
  TELEGRAM_WEBHOOK_SECRET: { es: "de 1 a 256 letras, cifras, _ o -", en: "1 to 256 letters, digits, _ or -" },
};

/**
 * Undefined where nothing says that Telegram is used. Without a secret anybody could post updates: it is needed.
 * @throws OperatorError where a setting lacks what it cannot do without
 */
export function telegramSettings(read: Read): TelegramSettings | undefined {
  const { TELEGRAM_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_MODE: mode } = read;
  const { TELEGRAM_WEBHOOK_URL: webhookUrl, TELEGRAM_WEBHOOK_SECRET: webhookSecret } = read;
  const needed = {
    TELEGRAM_TOKEN: token,
    TELEGRAM_WEBHOOK_URL: webhookUrl,
    TELEGRAM_WEBHOOK_SECRET: webhookSecret,
  };
  const missing = Object.entries(needed).find(([, value]) => value === undefined)?.[0];
  if (mode === "webhook" && missing !== undefined) {
    throw new OperatorError({
      es: `${missing}: hace falta con TELEGRAM_MODE=webhook`,
      en: `${missing}: needed with TELEGRAM_MODE=webhook`,
    });
  }
  return token === undefined ? undefined : { token, apiRoot, mode, webhookUrl, webhookSecret };
}
