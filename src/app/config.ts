/** The environment, read and checked once. An error names the variable, what it holds and what was expected. */
import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";
import { DISCORD_API, DISCORD_MODES, type DiscordSettings } from "../adapters/discord/settings.js";
import { TELEGRAM_API, TELEGRAM_MODES, type TelegramSettings } from "../adapters/telegram/settings.js";
import { knownLocale, type Locale, parseLocale, SPANISH } from "../chat/locale.js";
import { PACKAGE_ROOT } from "../package-root.js";
import {
  REFRESH_EXPECTED,
  REFRESH_VARIABLES,
  type RefreshSettings,
  refreshSettings,
} from "../refresh/settings.js";
import { OperatorError, type Words } from "../words.js";

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  /** Root with version folders and CURRENT; absolute. */
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly locale: Locale;
  readonly minimumVotes: number;
  /** Names of commands that exist on no surface; undefined where all do. */
  readonly commandsDisabled?: readonly string[];
  /** Undefined where Discord is not used. */
  readonly discord?: DiscordSettings;
  /** Undefined where Telegram is not used. */
  readonly telegram?: TelegramSettings;
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly rateLimit: number;
    readonly corsOrigins: readonly string[];
    readonly trustedProxies: readonly string[];
  };
  readonly refresh: RefreshSettings;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Our own catalogue, of which an index can always be built. */
export const STARTER_DIR = join(PACKAGE_ROOT, "data", "starter");

const schema = z.object({
  // What the operator names is relative to where they stand, the default to the program.
  DATA_DIR: z
    .string()
    .transform((folder) => resolve(folder))
    .default(join(PACKAGE_ROOT, "data", "index")),
  LOG_LEVEL: z.enum(LOG_LEVELS).optional(),
  LOCALE: z
    .string()
    .refine((tag) => knownLocale(tag) !== undefined)
    .transform(parseLocale)
    .default(SPANISH),
  MINIMUM_VOTES: z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .default(2000),
  HOST: z.string().regex(/^\S+$/u).default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(3000),
  HTTP_RATE_LIMIT: z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .default(600),
  CORS_ORIGINS: listOf(isOrigin),
  TRUSTED_PROXIES: listOf(isNetwork),
  COMMANDS_DISABLED: z
    .string()
    .transform((names) => names.split(",").map((name) => name.trim().replace(/^\//u, "")))
    .transform((names) => names.filter((name) => name !== ""))
    .optional(),
  DISCORD_TOKEN: z
    .string()
    .transform((token) => token.trim().replace(/^Bot\s+/iu, ""))
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
  ...REFRESH_VARIABLES,
});

/** Values separated by commas or spaces; none unless given. */
function listOf(isOne: (value: string) => boolean) {
  return z
    .string()
    .transform((text) => text.split(/[,\s]+/u).filter((value) => value !== ""))
    .refine((values) => values.every(isOne))
    .default([]);
}

function isOrigin(value: string): boolean {
  return value === "*" || (URL.canParse(value) && new URL(value).origin === value);
}

/** An address, a network (10.0.0.0/8), or one of the names that stand for private networks. */
function isNetwork(value: string): boolean {
  const [address = "", bits, ...more] = value.split("/");
  const named = ["loopback", "linklocal", "uniquelocal"].includes(value);
  const most = isIP(address) === 6 ? 128 : 32;
  const inRange = bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= most);
  return named || (isIP(address) !== 0 && inRange && more.length === 0);
}

const EXPECTED: Readonly<Record<keyof z.output<typeof schema>, Words>> = {
  DATA_DIR: { es: "una carpeta", en: "a folder" },
  LOG_LEVEL: { es: `uno de ${LOG_LEVELS.join(", ")}`, en: `one of ${LOG_LEVELS.join(", ")}` },
  LOCALE: { es: "es, es-ES, es-419, es-MX… o en", en: "es, es-ES, es-419, es-MX… or en" },
  MINIMUM_VOTES: { es: "un número entero desde 0", en: "a whole number from 0" },
  HOST: { es: "una dirección, como 127.0.0.1 o 0.0.0.0", en: "an address, like 127.0.0.1 or 0.0.0.0" },
  PORT: { es: "un puerto de 0 a 65535", en: "a port from 0 to 65535" },
  HTTP_RATE_LIMIT: { es: "un número entero desde 0", en: "a whole number from 0" },
  CORS_ORIGINS: {
    es: "orígenes como https://cine.example, separados por comas, o *",
    en: "origins like https://films.example, separated by commas, or *",
  },
  TRUSTED_PROXIES: {
    es: "direcciones o redes como 10.0.0.0/8, separadas por comas",
    en: "addresses or networks like 10.0.0.0/8, separated by commas",
  },
  COMMANDS_DISABLED: {
    es: "nombres de comandos separados por comas",
    en: "names of commands, separated by commas",
  },
  DISCORD_TOKEN: { es: "el token del bot", en: "the bot's token" },
  DISCORD_APPLICATION_ID: { es: "de 15 a 20 cifras", en: "15 to 20 digits" },
  DISCORD_PUBLIC_KEY: { es: "64 cifras hexadecimales", en: "64 hexadecimal digits" },
  DISCORD_API_URL: { es: "una dirección http o https", en: "an http or https address" },
  DISCORD_MODE: { es: `uno de ${DISCORD_MODES.join(", ")}`, en: `one of ${DISCORD_MODES.join(", ")}` },
  DISCORD_SHARDS: { es: "auto o un número entero desde 1", en: "auto or a whole number from 1" },
  TELEGRAM_TOKEN: { es: "el token que da @BotFather", en: "the token that @BotFather gives" },
  TELEGRAM_API_ROOT: { es: "una dirección http o https", en: "an http or https address" },
  TELEGRAM_MODE: { es: `uno de ${TELEGRAM_MODES.join(", ")}`, en: `one of ${TELEGRAM_MODES.join(", ")}` },
  TELEGRAM_WEBHOOK_URL: { es: "una dirección https", en: "an https address" },
  TELEGRAM_WEBHOOK_SECRET: { es: "de 1 a 256 letras, cifras, _ o -", en: "1 to 256 letters, digits, _ or -" },
  ...REFRESH_EXPECTED,
};

/**
 * Reads `.env` into the process's environment, where it does not overrule what is set, and gives that environment.
 * Throws an OperatorError for a file that cannot be read, or with a line that sets nothing (which Node would skip).
 */
export function loadEnvironment(file = ".env"): Environment {
  if (!existsSync(file)) return process.env;
  let line: number | undefined;
  try {
    line = brokenLine(readFileSync(file, "utf8"));
    if (line === undefined) process.loadEnvFile(file);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "?";
    const words = { es: `No se puede leer ${file} (${code})`, en: `${file} cannot be read (${code})` };
    throw new OperatorError(words, { cause });
  }
  if (line === undefined) return process.env;
  // The line itself is not shown: it may hold a secret.
  throw new OperatorError({
    es: `${file}, línea ${line}: se esperaba NOMBRE=valor`,
    en: `${file}, line ${line}: expected NAME=value`,
  });
}

/** Number of the first line that neither sets a variable nor is empty, a comment or part of a quoted value. */
function brokenLine(text: string): number | undefined {
  const withoutQuoted = text.replace(
    /=[ \t]*(["'`])[\s\S]*?\1/gu,
    (quoted) => `=${quoted.replace(/[^\n]/gu, "")}`,
  );
  const lines = withoutQuoted.replace(/^\ufeff/u, "").split("\n");
  const bad = lines.findIndex((line) => !/^\s*(?:#.*|(?:export\s+)?[A-Za-z_][\w.-]*\s*=.*)?\s*$/u.test(line));
  // Within a quoted value that spans lines, what remains of them is empty, so that the count still holds.
  return bad === -1 ? undefined : bad + 1;
}

/**
 * Checks the environment; an empty value counts as not set. With a person at the terminal the log is quieter
 * unless they want otherwise. Throws an OperatorError that names the first wrong variable.
 */
export function loadConfig(env: Environment, interactive = false): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = schema.safeParse(given);
  if (!read.success) throw wrongVariable(read.error.issues[0], env);
  const { DATA_DIR, LOG_LEVEL, LOCALE, MINIMUM_VOTES, HOST, PORT } = read.data;
  return {
    dataDir: DATA_DIR,
    logLevel: LOG_LEVEL ?? (interactive ? "warn" : "info"),
    locale: LOCALE,
    minimumVotes: MINIMUM_VOTES,
    http: {
      host: HOST,
      port: PORT,
      rateLimit: read.data.HTTP_RATE_LIMIT,
      corsOrigins: read.data.CORS_ORIGINS,
      trustedProxies: read.data.TRUSTED_PROXIES,
    },
    commandsDisabled: read.data.COMMANDS_DISABLED,
    discord: discordSettings(read.data),
    telegram: telegramSettings(read.data),
    refresh: refreshSettings(read.data),
  };
}

/** Undefined where nothing says that Discord is used. */
function discordSettings(read: z.output<typeof schema>): DiscordSettings | undefined {
  const { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: publicKey, DISCORD_MODE: mode } = read;
  if (mode === "http" && publicKey === undefined) {
    throw new OperatorError({
      es: "DISCORD_PUBLIC_KEY: hace falta con DISCORD_MODE=http",
      en: "DISCORD_PUBLIC_KEY: needed with DISCORD_MODE=http",
    });
  }
  if (token === undefined && mode === "gateway") return undefined;
  const { DISCORD_APPLICATION_ID: applicationId, DISCORD_API_URL: apiUrl, DISCORD_SHARDS: shards } = read;
  return { token, applicationId, publicKey, apiUrl, mode, shards };
}

/** Undefined where nothing says that Telegram is used. Without a secret anybody could post updates: it is needed. */
function telegramSettings(read: z.output<typeof schema>): TelegramSettings | undefined {
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

function wrongVariable(issue: z.core.$ZodIssue | undefined, env: Environment): OperatorError {
  const name = String(issue?.path[0]) as keyof typeof EXPECTED;
  const held = shownValue(name, env[name] ?? "");
  const expected = EXPECTED[name];
  return new OperatorError({
    es: `${name}: se esperaba ${expected.es}, y contiene ${held.es}`,
    en: `${name}: expected ${expected.en}, but it holds ${held.en}`,
  });
}

/** Whether a variable of that name holds something nobody may read in a log or an error. */
export function isSecret(name: string): boolean {
  return /(?:TOKEN|SECRET|KEY|PASSWORD)S?$/iu.test(name);
}

/** A value as an error may show it: quoted, and never that of a secret. */
export function shownValue(name: string, value: string): Words {
  if (isSecret(name)) return { es: "otra cosa (no se muestra)", en: "something else (not shown)" };
  return { es: `«${value}»`, en: `“${value}”` };
}

/** Whether a person sits at a terminal on both ends. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/** The language to complain in while the configuration is not known to be right. */
export function localeOf(env: Environment): Locale {
  return parseLocale(env.LOCALE ?? "");
}
