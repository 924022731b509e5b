/** A line of the log for each request, where the operator wants one. */
import type { FastifyInstance } from "fastify";
import type { Log } from "../../../chat/errors/errors.js";

/**
 * What was asked by its command's name and how it was answered; nothing of what people type, nor who they are, unless
 * `detail` is full.
 */
export function logRequests(app: FastifyInstance, log: Log, detail: "on" | "full"): void {
  app.addHook("onResponse", (request, reply, done) => {
    const line = {
      method: request.method,
      command: request.routeOptions.config.command ?? "other",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      bytes: Number(reply.getHeader("content-length") ?? 0),
    };
    log.info(detail === "on" ? line : { ...line, client: request.ip, url: request.raw.url }, "request");
    done();
  });
}
