/**
 * Platforms that deliver to us: their requests are handed on as they came, bytes and headers, because signatures are
 * made over just these. What answers them checks who asks.
 */
import type { FastifyInstance } from "fastify";
import type { Webhook } from "../../../surface/network/webhook.js";
import { methodNotAllowed } from "./reading/methods.js";
import { SECURITY_HEADERS } from "./sending/headers.js";

/** Bytes; no platform sends more, and each webhook has a limit of its own below it. */
export const MAX_WEBHOOK_BODY = 1_048_576;

export async function webhookRoutes(app: FastifyInstance, webhooks: readonly Webhook[]): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "*",
      { parseAs: "buffer", bodyLimit: MAX_WEBHOOK_BODY },
      (_request, body, done) => done(null, body),
    );
    for (const webhook of webhooks) webhookRoute(scope, webhook);
  });
}

function webhookRoute(scope: FastifyInstance, { path, handle }: Webhook): void {
  scope.post(
    path,
    {
      bodyLimit: MAX_WEBHOOK_BODY,
      config: { command: "webhook", takesBody: true },
      // The router forgives a slash at the end and a query; a platform sends neither.
      onRequest: ({ raw }, _reply, done) =>
        raw.url === path ? done() : done(methodNotAllowed(["GET", "HEAD"])),
    },
    async (request, reply) => {
      const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
      const answer = await handle(body, request.headers);
      return reply
        .code(answer.status)
        .headers({ ...SECURITY_HEADERS, ...answer.headers })
        .send(answer.body);
    },
  );
}
