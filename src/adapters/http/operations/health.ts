/** For whoever decides whether this process lives, and whether it gets requests. */
import type { FastifyInstance } from "fastify";
import type { Bot } from "../../../chat/contract.js";
import { faultyParts } from "./parts.js";
import type { SurfaceWatch } from "./surface-watch.js";

export interface HealthParts {
  readonly bot: () => Bot;
  readonly watch: SurfaceWatch;
  /** Whether the server is about to stop. */
  readonly ending: () => boolean;
}

export function healthRoutes(app: FastifyInstance, { bot, watch, ending }: HealthParts): void {
  app.get("/healthz", { config: { command: "health" } }, (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );
  app.get("/readyz", { config: { command: "health" } }, async (_request, reply) => {
    reply.header("cache-control", "no-store");
    if (ending()) return reply.code(503).send({ status: "ending" });
    const now = bot();
    const { manifest, told } = now.edition.catalog;
    const { version, counts } = manifest;
    // Without these films are answered all the same: it is told, and is no reason to send people elsewhere.
    const store = await now.ports.storeHealth?.();
    const kept = store && { store: { engine: store.engine, state: store.state, code: store.code } };
    const { faulty, ...surfaces } = watch.readiness();
    const degraded = [...faultyParts(now, store), ...faulty];
    return reply.send({
      status: degraded.length > 0 ? "degraded" : "ready",
      version,
      films: counts.films ?? 0,
      ...(told === undefined ? {} : { sources: told }),
      ...(degraded.length > 0 ? { degraded } : {}),
      ...surfaces,
      ...kept,
    });
  });
}
