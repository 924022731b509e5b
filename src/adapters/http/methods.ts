/** Everything here is asked with GET (or HEAD); what is sent in another way is refused before it is read. */
import type { FastifyInstance } from "fastify";
import { HttpError } from "./http-error.js";

const ALLOWED = "GET, HEAD";

export function refuseMethods(app: FastifyInstance): void {
  app.addHook("onRequest", (request, _reply, done) => {
    const { method } = request.raw;
    if (method === "GET" || method === "HEAD") return done();
    const words = {
      es: `Aquí solo se pregunta (${ALLOWED}).`,
      en: `Questions only (${ALLOWED}).`,
    };
    // What may follow in a body is not waited for.
    done(new HttpError(405, "method_not_allowed", words, {}, { allow: ALLOWED, connection: "close" }));
  });
}
