/** What a client may ask of the server: how much at once, how often, how slowly. */
import type { Server } from "node:http";
import type { RateLimitPluginOptions } from "@fastify/rate-limit";
import type { FastifyHttpOptions, FastifyRequest, onRequestHookHandler } from "fastify";
import { HttpError } from "../api/http-error.js";

/** Characters of an address; the longest question, percent-encoded, has room. */
const MAX_URL = 2048;
/** No question comes in a body; a little is forgiven. */
const MAX_BODY = 1024;
/** Clients that are remembered for the rate limit. */
const MAX_CLIENTS = 10_000;

/** Slow clients must not hold connections for long. */
export const CONNECTION_LIMITS = {
  requestTimeout: 10_000,
  connectionTimeout: 30_000,
  keepAliveTimeout: 65_000,
  bodyLimit: MAX_BODY,
  http: { headersTimeout: 8_000, maxHeaderSize: 8_192, connectionsCheckingInterval: 2_000 },
} satisfies FastifyHttpOptions<Server>;

/**
 * Refuses what is too long, or has a body, before anything reads it.
 * @param isWebhook whether a path is posted to by a platform: that one has a body, with a limit of its own
 */
export function refuseTooMuch(isWebhook: (path: string) => boolean): onRequestHookHandler {
  return (request, _reply, done) => {
    const { url = "" } = request.raw;
    if (url.length > MAX_URL) done(tooLong());
    else if (hasLargeBody(request) && !isWebhook(url)) done(tooLarge());
    else done();
  };
}

function hasLargeBody({ headers }: FastifyRequest): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > MAX_BODY;
}

function tooLong(): HttpError {
  const words = {
    es: `La dirección es demasiado larga: caben ${MAX_URL} caracteres.`,
    en: `The address is too long: there is room for ${MAX_URL} characters.`,
  };
  return new HttpError(414, "too_long", words, {}, { connection: "close" });
}

function tooLarge(): HttpError {
  const words = {
    es: "Aquí se pregunta en la dirección, sin cuerpo.",
    en: "Questions are asked in the address here, without a body.",
  };
  return new HttpError(413, "too_large", words, {}, { connection: "close" });
}

/** @param perMinute questions a minute for each client */
export function rateLimit(perMinute: number): RateLimitPluginOptions {
  return {
    max: perMinute,
    timeWindow: 60_000,
    cache: MAX_CLIENTS,
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.ceil(ttl / 1000);
      const words = {
        es: `Demasiadas preguntas (${perMinute} por minuto): espera ${seconds} s.`,
        en: `Too many questions (${perMinute} a minute): wait ${seconds} s.`,
      };
      return new HttpError(429, "too_many_requests", words);
    },
  };
}
