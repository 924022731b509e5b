/** Everything here is asked with GET (or HEAD), but for the platforms' webhooks; what is sent in another way is refused before it is read. */
import type { FastifyInstance } from "fastify";
import { HttpError } from "../api/http-error.js";

const ALLOWED = "GET, HEAD";

/** @param isWebhook whether a path is posted to by a platform */
export function refuseMethods(app: FastifyInstance, isWebhook: (path: string) => boolean): void {
  app.addHook("onRequest", (request, _reply, done) => {
    const { method, url = "" } = request.raw;
    if (method === "GET" || method === "HEAD" || (method === "POST" && isWebhook(url))) return done();
    const words = {
      es: `Aquí solo se pregunta (${ALLOWED}).`,
      en: `Questions only (${ALLOWED}).`,
    };
    // What may follow in a body is not waited for.
    done(new HttpError(405, "method_not_allowed", words, {}, { allow: ALLOWED, connection: "close" }));
  });
}
