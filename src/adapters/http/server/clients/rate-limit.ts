/** How often a client may ask, and what it is told of that with every answer, so that it need not find out by being refused. */
import rateLimiter from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply } from "fastify";
import { HttpError } from "../../api/errors/http-error.js";
import { ClientCounts } from "./client-counts.js";

const WINDOW_SECONDS = 60;
/** What the one policy there is is called in the headers. */
const POLICY = "default";

/**
 * The fields of draft-ietf-httpapi-ratelimit-headers as they are now (structured, since its 8th version), and those of its
 * versions before, which most clients read.
 */
export const RATE_LIMIT_HEADERS = [
  "ratelimit",
  "ratelimit-policy",
  "ratelimit-limit",
  "ratelimit-remaining",
  "ratelimit-reset",
] as const;

/** @param perMinute questions a minute for each client */
export async function limitRate(app: FastifyInstance, perMinute: number): Promise<void> {
  const policy = `"${POLICY}";q=${perMinute};w=${WINDOW_SECONDS}`;
  await app.register(rateLimiter, {
    max: perMinute,
    timeWindow: WINDOW_SECONDS * 1000,
    store: ClientCounts,
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.ceil(ttl / 1000);
      const words = {
        es: `Demasiadas preguntas (${perMinute} por minuto): espera ${seconds} s.`,
        en: `Too many questions (${perMinute} a minute): wait ${seconds} s.`,
      };
      return new HttpError("too_many_requests", words);
    },
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    const left = leftOf(reply);
    if (left !== undefined) reply.headers({ "ratelimit-policy": policy, ratelimit: `"${POLICY}";${left}` });
    done(null, payload);
  });
}

/** How many are left, and for how many seconds; undefined where the request was not counted. */
function leftOf(reply: FastifyReply): string | undefined {
  const remaining = reply.getHeader("ratelimit-remaining");
  return remaining === undefined ? undefined : `r=${remaining};t=${reply.getHeader("ratelimit-reset")}`;
}
