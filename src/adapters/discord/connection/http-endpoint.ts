/** Interactions as requests to our own server: signed by Discord, and answered in the response. */
import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { OperatorError } from "../../../words.js";
import type { InFlight } from "../interaction/in-flight.js";
import type { Intake } from "../interaction/queue.js";
import type { Replies } from "../interaction/reply.js";

export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface EndpointResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the HTTP server mounts at POST /discord/interactions. Never rejects. */
export type InteractionsEndpoint = (
  rawBody: Uint8Array,
  headers: RequestHeaders,
) => Promise<EndpointResponse>;

export interface EndpointParts {
  readonly intake: Intake;
  readonly replies: Replies;
  readonly inFlight: InFlight;
  readonly now: () => Date;
}

/** Seconds that a signature may be old, or ahead where clocks differ: what was recorded cannot be sent again later. */
const REPLAY_WINDOW = 300;
/** No interaction is longer. */
const MAX_BODY = 1_000_000;

/**
 * The signature is checked over the bytes as they came, before anything reads them: Discord sends wrong ones on
 * purpose, and gives up on those who take them.
 */
export function createEndpoint(
  publicKey: string,
  { intake, replies, inFlight, now }: EndpointParts,
): InteractionsEndpoint {
  const key = ed25519(publicKey);
  return async (rawBody, headers) => {
    const since = performance.now();
    if (rawBody.byteLength > MAX_BODY) return told(413, "too large");
    if (!isSigned(key, rawBody, headers, now())) return told(401, "invalid request signature");
    const reaction = await intake.react(parsed(rawBody), since);
    if (!reaction) return told(400, "no interaction");
    const { first, later, sender } = reaction;
    if (later && sender) {
      inFlight.add(intake.afterwards(async () => replies.edit(sender, await later())));
    }
    return json(200, first);
  };
}

function isSigned(key: KeyObject, body: Uint8Array, headers: RequestHeaders, now: Date): boolean {
  const signature = headers["x-signature-ed25519"];
  const timestamp = headers["x-signature-timestamp"];
  if (typeof signature !== "string" || !/^[\da-f]{128}$/iu.test(signature)) return false;
  if (typeof timestamp !== "string" || !/^\d{1,12}$/u.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > REPLAY_WINDOW) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"));
}

/** The header that makes 32 raw bytes a key as node reads it. */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

function ed25519(hex: string): KeyObject {
  try {
    if (!/^[\da-f]{64}$/iu.test(hex)) throw new Error("not 64 hexadecimal digits");
    return createPublicKey({
      key: Buffer.concat([SPKI, Buffer.from(hex, "hex")]),
      format: "der",
      type: "spki",
    });
  } catch (cause) {
    const words = {
      es: "DISCORD_PUBLIC_KEY: se esperaba la clave pública de la aplicación (64 cifras hexadecimales)",
      en: "DISCORD_PUBLIC_KEY: expected the application's public key (64 hexadecimal digits)",
    };
    throw new OperatorError(words, { cause });
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}

function told(status: number, error: string): EndpointResponse {
  return json(status, { error });
}

function json(status: number, body: unknown): EndpointResponse {
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  return { status, headers, body: JSON.stringify(body) };
}
