/**
 * How the other surfaces stand, for `/readyz` and `/metrics`.
 *
 * A platform that is away for long is told as `degraded`, with 200: this process answers everything else, the connection
 * comes back by itself, and what stopped for good (a wrong token) no restart mends. Whoever restarts on an error code, or
 * takes an instance out of a balancer, would only lose what still works.
 */
import { Gauge, type Registry } from "prom-client";
import type { SurfaceHealth } from "../../../chat/surface-health.js";

/** Milliseconds without a connection after which it is no hiccup any more. */
const LONG = 60_000;
const EVERY = 5_000;

export interface WatchedSurface extends SurfaceHealth {
  /** Milliseconds since it was last seen up, or since we began to look; 0 while it is. */
  readonly downFor: number;
}

export class Surfaces {
  /** When each was first seen not to be up, in milliseconds since 1970. */
  readonly #since = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly health: () => readonly SurfaceHealth[],
    private readonly now: () => Date,
  ) {
    this.look();
    this.#timer = setInterval(() => this.look(), EVERY);
    this.#timer.unref();
  }

  look(): readonly WatchedSurface[] {
    const now = this.now().getTime();
    return this.health().map((surface) => {
      const since = surface.state === "up" ? undefined : (this.#since.get(surface.name) ?? now);
      if (since === undefined) this.#since.delete(surface.name);
      else this.#since.set(surface.name, since);
      return { ...surface, downFor: since === undefined ? 0 : now - since };
    });
  }

  /** What `/readyz` adds to its answer; nothing where there is no such surface. */
  readiness(): { status?: "degraded"; surfaces?: readonly Told[] } {
    const surfaces = this.look();
    if (surfaces.length === 0) return {};
    const isDegraded = surfaces.some(({ state, downFor }) => state === "stopped" || downFor >= LONG);
    return {
      ...(isDegraded ? { status: "degraded" } : {}),
      surfaces: surfaces.map(({ name, state, connected, connections, downFor }) => ({
        name,
        state,
        connected,
        connections,
        downSeconds: Math.round(downFor / 1000),
      })),
    };
  }

  install(registry: Registry): void {
    const gauge = (name: string, help: string, value: (surface: WatchedSurface) => number) => {
      const look = () => this.look();
      new Gauge({
        name: `claqueta_surface_${name}`,
        help,
        labelNames: ["surface"],
        registers: [registry],
        collect() {
          for (const surface of look()) this.set({ surface: surface.name }, value(surface));
        },
      });
    };
    gauge("up", "Whether all of a platform's connections are there", ({ state }) => (state === "up" ? 1 : 0));
    gauge("stopped", "Whether it ended for good: the log says why", ({ state }) =>
      state === "stopped" ? 1 : 0,
    );
    gauge("down_seconds", "For how long they have not all been there", ({ downFor }) => downFor / 1000);
    gauge("connected", "A platform's connections that are there", ({ connected }) => connected);
    gauge("connections", "Those that there should be", ({ connections }) => connections);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

interface Told extends SurfaceHealth {
  readonly downSeconds: number;
}
