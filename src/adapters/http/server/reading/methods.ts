/** Nearly everything here is asked with GET; what is sent in a way that an address does not take is refused before it is read. */
import type { FastifyContextConfig, FastifyInstance, HTTPMethods } from "fastify";
import { HttpError } from "../../api/errors/http-error.js";

const READING: readonly HTTPMethods[] = ["GET", "HEAD"];
/** HEAD goes with GET. */
const USUAL: readonly HTTPMethods[] = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Refuses OPTIONS where no browser asks for a page of another origin whether it may: what answers these would tell the rest
 * in words of its own.
 */
export function refusePlainOptions(app: FastifyInstance): void {
  app.addHook("onRequest", ({ raw, headers, routeOptions }, _reply, done) => {
    const isPreflight =
      headers.origin !== undefined && headers["access-control-request-method"] !== undefined;
    if (raw.method === "OPTIONS" && routeOptions.url === "*" && !isPreflight) done(methodNotAllowed(READING));
    else done();
  });
}

/** Refuses whatever is neither GET nor HEAD where nothing else is mounted. */
export function refuseMethods(app: FastifyInstance): void {
  app.addHook("onRequest", (request, _reply, done) => {
    const { method } = request.raw;
    if (method === "GET" || method === "HEAD" || !request.is404) done();
    else done(methodNotAllowed(READING));
  });
}

/** Refuses at an address that is posted to what it does not take, and says what it does. */
export function refuseOtherMethods(
  app: FastifyInstance,
  url: string,
  allowed: readonly HTTPMethods[],
  config: FastifyContextConfig,
): void {
  const method = USUAL.filter((one) => !allowed.includes(one));
  const refuse = () => {
    throw methodNotAllowed(allowed);
  };
  app.route({ method, url, config, onRequest: async () => refuse(), handler: refuse });
}

export function methodNotAllowed(allowed: readonly HTTPMethods[]): HttpError {
  const allow = allowed.join(", ");
  const words = {
    es: `Esta dirección solo admite ${allow}.`,
    en: `This address takes ${allow} only.`,
  };
  // What may follow in a body is not waited for.
  return new HttpError("method_not_allowed", words, { headers: { allow, connection: "close" } });
}
