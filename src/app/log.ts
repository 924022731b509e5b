/** The log: JSON lines on standard error, without secrets. */
import { type Logger, pino, type SerializedError } from "pino";
import type { LogLevel } from "./config/config.js";
import { type Environment, isSecret } from "./config/environment.js";

export type { Logger };

/** Secrets shorter than this would blot out ordinary words. */
const SHORTEST_SECRET = 6;
const HIDDEN = "[…]";

/** Secrets as they stand in addresses, headers and Bot API paths, whatever variable they came from. */
const SECRET_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/(\/\/)[^/\s@]+@/gu, `$1${HIDDEN}@`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/giu, `$1 ${HIDDEN}`],
  [/\bbot\d{5,}:[\w-]{20,}/gu, `bot${HIDDEN}`],
];

/** Writes at once, so that the line that explains a crash is not lost in it. */
export function createLog(
  level: LogLevel,
  env: Environment,
  stream: pino.DestinationStream = stderr(),
): Logger {
  const redact = redactor(env);
  const err = (error: unknown) => serialize(error, redact);
  return pino(
    {
      level,
      base: null,
      serializers: { err },
      // What a library or a platform says of a failure is handed on as it is.
      formatters: { log: (details) => withoutSecrets(details, redact) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    stream,
  );
}

function withoutSecrets(details: Record<string, unknown>, redact: (text: string) => string) {
  const entries = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === "string" ? redact(value) : value,
  ]);
  return Object.fromEntries(entries);
}

function stderr(): pino.DestinationStream {
  return pino.destination({ fd: 2, sync: true });
}

/** A function that hides the environment's secrets, and what looks like one, in a text. */
export function redactor(env: Environment): (text: string) => string {
  const secrets = Object.entries(env)
    .flatMap(([name, value]) => (value && value.length >= SHORTEST_SECRET && isSecret(name) ? value : []))
    // A secret that contains another goes first, or its rest would stay.
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const known = secrets.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
    return SECRET_SHAPES.reduce((rest, [shape, shown]) => rest.replace(shape, shown), known);
  };
}

/** Only what is needed to find the fault: libraries hang requests, headers and tokens on their errors. */
function serialize(error: unknown, redact: (text: string) => string, depth = 0): SerializedError | object {
  if (!(error instanceof Error)) return { type: typeof error, message: redact(String(error)) };
  const { name, message, stack = "", cause } = error;
  const shown = { type: name, message: redact(message), stack: redact(stack) };
  return cause === undefined || depth > 4 ? shown : { ...shown, cause: serialize(cause, redact, depth + 1) };
}
