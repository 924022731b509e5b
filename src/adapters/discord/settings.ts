/** What the operator decides about Discord. */
import { z } from "zod";
import { OperatorError, type Words } from "../../words.js";

/** Discord's own address; another one is for tests and proxies. The version is added to it. */
export const DISCORD_API = "https://discord.com/api";

/** How interactions arrive: over a connection that we open, or as requests to our HTTP server. */
export const DISCORD_MODES = ["gateway", "http"] as const;

export type DiscordMode = (typeof DISCORD_MODES)[number];

/** Where messages are answered that ask something without a command. */
export interface Grants {
  /** In servers, where they mention the bot or reply to it. */
  readonly mentions: boolean;
  /** Direct messages. */
  readonly direct: boolean;
}

const GRANTS = ["mentions", "direct"] as const satisfies readonly (keyof Grants)[];

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
  /** None unless granted. */
  readonly messages?: Grants;
}

export const DISCORD_VARIABLES = {
  DISCORD_TOKEN: z
    .string()
    .transform((token) => token.trim().replace(/^Bot\s+/iu, ""))
    // It becomes part of a header: a line break within would be refused there, in words that nobody understands.
    .pipe(z.string().regex(/^[\x21-\x7e]*$/u))
    .optional(),
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(/^\d{15,20}$/u)
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[\da-f]{64}$/iu)
    .optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/u })
    .transform((url) => url.replace(/\/+$/u, ""))
    .default(DISCORD_API),
  DISCORD_MODE: z.enum(DISCORD_MODES).default("gateway"),
  DISCORD_SHARDS: z
    .string()
    .regex(/^(?:auto|[1-9]\d{0,3})$/u)
    .transform((shards) => (shards === "auto" ? "auto" : Number(shards)))
    .optional(),
  DISCORD_MESSAGES: z
    .string()
    .transform((messages) => messages.split(",").map((grant) => grant.trim()))
    .pipe(z.array(z.enum(GRANTS)))
    .optional(),
} as const;

type Read = z.output<z.ZodObject<typeof DISCORD_VARIABLES>>;

export const DISCORD_EXPECTED: Readonly<Record<keyof Read, Words>> = {
  DISCORD_TOKEN: {
    es: "el token del bot, en una sola línea y sin espacios",
    en: "the bot's token, on one line and without spaces",
  },
  DISCORD_APPLICATION_ID: { es: "de 15 a 20 cifras", en: "15 to 20 digits" },
  DISCORD_PUBLIC_KEY: { es: "64 cifras hexadecimales", en: "64 hexadecimal digits" },
  DISCORD_API_URL: { es: "una dirección http o https", en: "an http or https address" },
  DISCORD_MODE: { es: `uno de ${DISCORD_MODES.join(", ")}`, en: `one of ${DISCORD_MODES.join(", ")}` },
  DISCORD_MESSAGES: {
    es: `${GRANTS.join(" o ")}, o los dos con una coma`,
    en: `${GRANTS.join(" or ")}, or both with a comma`,
  },
  DISCORD_SHARDS: { es: "auto o un número entero desde 1", en: "auto or a whole number from 1" },
};

/**
 * Undefined where nothing says that Discord is used.
 * @throws OperatorError where a setting lacks what it cannot do without
 */
export function discordSettings(read: Read): DiscordSettings | undefined {
  const { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: publicKey, DISCORD_MODE: mode } = read;
  if (mode === "http" && publicKey === undefined) {
    throw new OperatorError({
      es: "DISCORD_PUBLIC_KEY: hace falta con DISCORD_MODE=http",
      en: "DISCORD_PUBLIC_KEY: needed with DISCORD_MODE=http",
    });
  }
  if (token === undefined && mode === "gateway") return undefined;
  const granted = read.DISCORD_MESSAGES ?? [];
  if (granted.length > 0 && mode === "http") {
    throw new OperatorError({
      es: "DISCORD_MESSAGES: los mensajes solo llegan con DISCORD_MODE=gateway",
      en: "DISCORD_MESSAGES: messages arrive with DISCORD_MODE=gateway only",
    });
  }
  const messages = { mentions: granted.includes("mentions"), direct: granted.includes("direct") };
  const { DISCORD_APPLICATION_ID: applicationId, DISCORD_API_URL: apiUrl, DISCORD_SHARDS: shards } = read;
  return {
    token,
    applicationId,
    publicKey,
    apiUrl,
    mode,
    shards,
    ...(granted.length > 0 ? { messages } : {}),
  };
}
