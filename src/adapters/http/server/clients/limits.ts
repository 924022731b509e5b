/** What a client may ask of the server: how much at once, how slowly. How often stands in `rate-limit.ts`. */
import type { Server } from "node:http";
import type { FastifyHttpOptions, FastifyRequest, onRequestHookHandler } from "fastify";
import { HttpError } from "../../api/errors/http-error.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether what is posted there has a body, with a limit of its own. */
    takesBody?: boolean;
  }
}

/** Characters of an address; the longest question, percent-encoded, has room. */
const MAX_URL = 2048;
/** No question comes in a body; a little is forgiven to those who ask with GET. */
const MAX_BODY = 1024;

/** Slow clients must not hold connections for long. */
export const CONNECTION_LIMITS = {
  requestTimeout: 10_000,
  connectionTimeout: 30_000,
  keepAliveTimeout: 65_000,
  bodyLimit: MAX_BODY,
  http: { headersTimeout: 8_000, maxHeaderSize: 8_192, connectionsCheckingInterval: 2_000 },
} satisfies FastifyHttpOptions<Server>;

/** Refuses what is too long, or has a body that nobody reads, before anything reads it. */
export const refuseTooMuch: onRequestHookHandler = (request, _reply, done) => {
  if ((request.raw.url ?? "").length > MAX_URL) done(tooLong());
  else if (!request.routeOptions.config.takesBody && hasBody(request)) done(tooLarge());
  else done();
};

function hasBody({ headers, method }: FastifyRequest): boolean {
  const forgiven = method === "POST" ? 0 : MAX_BODY;
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > forgiven;
}

function tooLong(): HttpError {
  const words = {
    es: `La dirección es demasiado larga: caben ${MAX_URL} caracteres.`,
    en: `The address is too long: there is room for ${MAX_URL} characters.`,
  };
  return new HttpError("too_long", words, { headers: { connection: "close" } });
}

function tooLarge(): HttpError {
  const words = {
    es: "Aquí se pregunta en la dirección, sin cuerpo.",
    en: "Questions are asked in the address here, without a body.",
  };
  return new HttpError("too_large", words, { headers: { connection: "close" } });
}
