/** For whoever decides whether this process lives, and whether it gets requests. */
import type { FastifyInstance } from "fastify";
import type { Editions } from "../api/kept-answers.js";
import type { Surfaces } from "./surfaces.js";

/** @param ending whether the server is about to stop */
export function healthRoutes(
  app: FastifyInstance,
  editions: Editions,
  surfaces: Surfaces,
  ending: () => boolean,
): void {
  app.get("/healthz", { config: { command: "health" } }, (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );
  app.get("/readyz", { config: { command: "health" } }, (_request, reply) => {
    const { version, counts } = editions.current.services.catalog.manifest;
    reply.header("cache-control", "no-store");
    if (ending()) return reply.code(503).send({ status: "ending" });
    return reply.send({ status: "ready", version, films: counts.films ?? 0, ...surfaces.readiness() });
  });
}
