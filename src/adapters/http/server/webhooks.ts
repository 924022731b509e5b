/**
 * Platforms that deliver to us: their requests are handed on as they came, bytes and headers, because signatures are
 * made over just these. What answers them checks who asks.
 */
import type { FastifyInstance } from "fastify";
import { SECURITY_HEADERS } from "./headers.js";

export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface WebhookResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Never rejects. */
export type Webhook = (rawBody: Uint8Array, headers: RequestHeaders) => Promise<WebhookResponse>;

/** By path: "/discord/interactions". */
export type Webhooks = ReadonlyMap<string, Webhook>;

/** Bytes; no platform sends more, and each endpoint has a limit of its own below it. */
export const MAX_WEBHOOK_BODY = 1_048_576;

export async function webhookRoutes(app: FastifyInstance, webhooks: Webhooks): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "*",
      { parseAs: "buffer", bodyLimit: MAX_WEBHOOK_BODY },
      (_request, body, done) => done(null, body),
    );
    for (const [path, webhook] of webhooks) {
      scope.post(
        path,
        { bodyLimit: MAX_WEBHOOK_BODY, config: { command: "webhook" } },
        async (request, reply) => {
          const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
          const answer = await webhook(body, request.headers);
          return reply
            .code(answer.status)
            .headers({ ...SECURITY_HEADERS, ...answer.headers })
            .send(answer.body);
        },
      );
    }
  });
}
