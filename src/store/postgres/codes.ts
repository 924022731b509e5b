/** What PostgreSQL, its library and the network say went wrong. */
import type { UnavailableCode } from "../errors.js";

/** SQLSTATE, whole or by its class, the longest first. */
const STATES: readonly (readonly [RegExp, UnavailableCode])[] = [
  [/^57014$/u, "timeout"],
  [/^57P/u, "away"], // shutting down, starting
  [/^08/u, "away"],
  [/^25006$/u, "away"], // takes no writes: another has become the first
  [/^25P03$/u, "timeout"],
  [/^53100$/u, "full"],
  [/^53/u, "busy"],
  [/^55P03$/u, "busy"],
  [/^40/u, "busy"],
  [/^(?:28|3D|42501$)/u, "refused"],
  [/^(?:58|XX00[12])/u, "broken"],
];

const NETWORK =
  /^(?:ECONN|EPIPE$|ETIMEDOUT$|ENOTFOUND$|EAI_|EHOST|ENET|ENOENT$|EACCES$|ERR_SOCKET|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/u;

/** What an error says; undefined for anything else. */
export function postgresCode(error: unknown): UnavailableCode | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (/^[0-9A-Z]{5}$/u.test(code)) {
    const known = STATES.find(([pattern]) => pattern.test(code));
    if (known) return known[1];
  }
  if (NETWORK.test(code)) return "away";
  // Several addresses were tried.
  if (error instanceof AggregateError) return postgresCode(error.errors[0]);
  // The library's own errors have words alone.
  if (/timeout|timed out/iu.test(error.message)) return "timeout";
  if (
    /connection (?:terminated|ended|closed)|not queryable|server does not support SSL/iu.test(error.message)
  ) {
    return "away";
  }
  return /password|SASL/u.test(error.message) ? "refused" : undefined;
}

/** Whether the connection that met the error is of no use any more: it is gone, or still waits for an answer. */
export function isLost(error: unknown): boolean {
  const code = postgresCode(error);
  const said = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "away" || (code === "timeout" && said !== "57014");
}

/** Whether a transaction met another, so that it may succeed when it is run again. */
export function metAnother(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "40001" || code === "40P01";
}
