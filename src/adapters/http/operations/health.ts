/** For whoever decides whether this process lives, and whether it gets requests. */
import type { FastifyInstance } from "fastify";
import type { Bot } from "../../../chat/contract.js";
import type { SurfaceWatch } from "./surface-watch.js";

/** @param ending whether the server is about to stop */
export function healthRoutes(
  app: FastifyInstance,
  bot: () => Bot,
  watch: SurfaceWatch,
  ending: () => boolean,
): void {
  app.get("/healthz", { config: { command: "health" } }, (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );
  app.get("/readyz", { config: { command: "health" } }, (_request, reply) => {
    const { version, counts } = bot().edition.catalog.manifest;
    reply.header("cache-control", "no-store");
    if (ending()) return reply.code(503).send({ status: "ending" });
    return reply.send({ status: "ready", version, films: counts.films ?? 0, ...watch.readiness() });
  });
}
