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
  app.get("/readyz", { config: { command: "health" } }, async (_request, reply) => {
    const { edition, ports } = bot();
    const { version, counts } = edition.catalog.manifest;
    // Without it films are answered all the same: it is told, and is no reason to send people elsewhere.
    const store = await ports.storeHealth?.();
    const kept = store && { store: { engine: store.engine, state: store.state, code: store.code } };
    reply.header("cache-control", "no-store");
    if (ending()) return reply.code(503).send({ status: "ending" });
    return reply.send({ status: "ready", version, films: counts.films ?? 0, ...watch.readiness(), ...kept });
  });
}
