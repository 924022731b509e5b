/** The environment, read and checked once. An error names the variable, what it holds and what was expected. */
import { join, resolve } from "node:path";
import { z } from "zod";
import {
  HTTP_EXPECTED,
  HTTP_VARIABLES,
  type HttpSettings,
  httpSettings,
} from "../../adapters/http/settings.js";
import { knownLocale, type Locale, parseLocale, SPANISH } from "../../chat/locale.js";
import { PACKAGE_ROOT } from "../../package-root.js";
import {
  REFRESH_EXPECTED,
  REFRESH_VARIABLES,
  type RefreshSettings,
  refreshSettings,
} from "../../refresh/settings.js";
import { STORE_EXPECTED, STORE_VARIABLES, type StoreSettings, storeSettings } from "../../store/settings.js";
import type { ConfiguredPlatform } from "../../surface/platform.js";
import { OperatorError, type Words } from "../../words.js";
import { type Environment, shownValue } from "./environment.js";
import { PLATFORMS } from "./platforms.js";

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** "discord:123": a platform, and a person as it counts people. */
function isPerson(text: string): boolean {
  const [platform, id = ""] = text.split(":", 2);
  return PLATFORMS.some(({ name }) => name === platform) && /^\d{1,20}$/u.test(id);
}

/** What the program itself is told; each module's own settings stand beside it. */
export interface Config {
  /** Root with version folders and CURRENT; absolute. */
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly locale: Locale;
  readonly minimumVotes: number;
  /** Names of commands that exist on no surface; undefined where all do. */
  readonly commandsDisabled?: readonly string[];
  /** Who runs the bot: "discord:123", "telegram:456". */
  readonly operators: readonly string[];
  readonly http: HttpSettings;
  /** Those that are used. */
  readonly platforms: readonly ConfiguredPlatform[];
  readonly refresh: RefreshSettings;
  readonly store: StoreSettings;
}

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
  COMMANDS_DISABLED: z
    .string()
    .transform((names) => names.split(",").map((name) => name.trim().replace(/^\//u, "")))
    .transform((names) => names.filter((name) => name !== ""))
    .optional(),
  OWNER_IDS: z
    .string()
    .transform((text) => text.split(/[,\s]+/u).filter((owner) => owner !== ""))
    .refine((owners) => owners.every(isPerson))
    .default([]),
  ...HTTP_VARIABLES,
  ...REFRESH_VARIABLES,
  ...STORE_VARIABLES,
});

const EXPECTED = {
  DATA_DIR: { es: "una carpeta", en: "a folder" },
  LOG_LEVEL: { es: `uno de ${LOG_LEVELS.join(", ")}`, en: `one of ${LOG_LEVELS.join(", ")}` },
  LOCALE: { es: "es, es-ES, es-419, es-MX… o en", en: "es, es-ES, es-419, es-MX… or en" },
  MINIMUM_VOTES: { es: "un número entero desde 0", en: "a whole number from 0" },
  COMMANDS_DISABLED: {
    es: "nombres de comandos separados por comas",
    en: "names of commands, separated by commas",
  },
  OWNER_IDS: {
    es: "discord:ID o telegram:ID, separados por comas",
    en: "discord:ID or telegram:ID, separated by commas",
  },
  ...HTTP_EXPECTED,
  ...REFRESH_EXPECTED,
  ...STORE_EXPECTED,
} as const satisfies Readonly<Record<keyof z.output<typeof schema>, Words>>;

/** With the variables of all platforms: what is wrong with any is told before anything begins. */
const whole = schema.extend(Object.assign({}, ...PLATFORMS.map(({ variables }) => variables)));
const expected: ReadonlyMap<string, Words> = new Map(
  [EXPECTED, ...PLATFORMS.map((platform) => platform.expected)].flatMap((words) => Object.entries(words)),
);

/** Every variable there is, of the program and of all platforms. */
export const KNOWN_VARIABLES: readonly string[] = [...expected.keys()];

/** A variable that holds what it should not. */
export interface WrongVariable {
  readonly name: string;
  readonly error: OperatorError;
}

/** All that hold what they should not, in the order in which they are listed. */
export function wrongVariables(env: Environment): readonly WrongVariable[] {
  const checked = whole.safeParse(givenIn(env));
  if (checked.success) return [];
  const names = new Set(checked.error.issues.map(({ path }) => String(path[0])));
  return [...names].map((name) => ({ name, error: wrongVariable(name, env) }));
}

/**
 * Checks the environment; an empty value counts as not set. With a person at the terminal the log is quieter
 * unless they want otherwise. Throws an OperatorError that names the first wrong variable.
 */
export function loadConfig(env: Environment, interactive = false): Config {
  const [wrong] = wrongVariables(env);
  if (wrong) throw wrong.error;
  const given = givenIn(env);
  const data = schema.parse(given);
  return {
    dataDir: data.DATA_DIR,
    logLevel: data.LOG_LEVEL ?? (interactive ? "warn" : "info"),
    locale: data.LOCALE,
    minimumVotes: data.MINIMUM_VOTES,
    commandsDisabled: data.COMMANDS_DISABLED,
    operators: data.OWNER_IDS,
    http: httpSettings(data),
    platforms: PLATFORMS.flatMap((platform) => platform.configured(given) ?? []),
    refresh: refreshSettings(data),
    store: storeSettings(data, data.DATA_DIR),
  };
}

/** An empty value counts as not set. */
function givenIn(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}

function wrongVariable(name: string, env: Environment): OperatorError {
  const held = shownValue(name, env[name] ?? "");
  const wanted = expected.get(name) ?? { es: "otra cosa", en: "something else" };
  return new OperatorError({
    es: `${name}: se esperaba ${wanted.es}, y contiene ${held.es}`,
    en: `${name}: expected ${wanted.en}, but it holds ${held.en}`,
  });
}

/** Whether a person sits at a terminal on both ends. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/** The language to complain in while the configuration is not known to be right. */
export function localeOf(env: Environment): Locale {
  return parseLocale(env.LOCALE ?? "");
}
