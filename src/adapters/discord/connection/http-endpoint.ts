/** Interactions as requests to our own server: signed by Discord, and answered in the response. */
import { createPublicKey, type KeyObject, verify } from "node:crypto";
import {
  jsonResponse,
  type RequestHeaders,
  type WebhookHandler,
  type WebhookResponse,
} from "../../../surface/network/webhook.js";
import { OperatorError } from "../../../words.js";
import type { Troubles } from "./troubles.js";

export interface EndpointParts {
  /**
   * The first response to an interaction; undefined for what is none. Never rejects.
   * @param since when it arrived, by `performance.now()`
   */
  readonly respond: (payload: unknown, since: number) => Promise<unknown>;
  readonly now: () => Date;
  /** Is told of what does not pass. */
  readonly troubles: Troubles;
}

/** Seconds that a signature may be old, or ahead where clocks differ: what was recorded cannot be sent again later. */
const REPLAY_WINDOW = 300;
/** No interaction is longer. */
const MAX_BODY = 1_000_000;

/**
 * What the HTTP server mounts. The signature is checked over the bytes as they came, before anything reads them: Discord
 * sends wrong ones on purpose, and gives up on those who take them.
 * @throws OperatorError for a key that is none
 */
export function createEndpoint(publicKey: string, { respond, now, troubles }: EndpointParts): WebhookHandler {
  const key = ed25519(publicKey);
  return async (rawBody, headers) => {
    const since = performance.now();
    if (rawBody.byteLength > MAX_BODY) return told(413, "too large");
    const seconds = signedAt(key, rawBody, headers);
    if (seconds === undefined) {
      troubles.unsigned();
      return told(401, "invalid request signature");
    }
    const late = now().getTime() / 1000 - seconds;
    if (Math.abs(late) > REPLAY_WINDOW) {
      troubles.ofAnotherTime(late);
      return told(401, "invalid request signature");
    }
    troubles.passed();
    const first = await respond(parsed(rawBody), since);
    return first === undefined ? told(400, "no interaction") : jsonResponse(200, first);
  };
}

/** The second in which Discord signed it; undefined where it did not sign this. */
function signedAt(key: KeyObject, body: Uint8Array, headers: RequestHeaders): number | undefined {
  const signature = headers["x-signature-ed25519"];
  const timestamp = headers["x-signature-timestamp"];
  if (typeof signature !== "string" || !/^[\da-f]{128}$/iu.test(signature)) return undefined;
  if (typeof timestamp !== "string" || !/^\d{1,12}$/u.test(timestamp)) return undefined;
  const signed = Buffer.concat([Buffer.from(timestamp), body]);
  return verify(null, signed, key, Buffer.from(signature, "hex")) ? Number(timestamp) : undefined;
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

function told(status: number, error: string): WebhookResponse {
  return jsonResponse(status, { error });
}
