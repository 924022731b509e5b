/**
 * How the other surfaces stand, for `/readyz` and `/metrics`.
 *
 * A platform that is away for long is told as `degraded`, with 200: this process answers everything else, the connection
 * comes back by itself, and what stopped for good (a wrong token) no restart mends. Whoever restarts on an error code, or
 * takes an instance out of a balancer, would only lose what still works.
 */
import { Counter, Gauge, type Registry } from "prom-client";
import type { Surface, SurfaceFigures, SurfaceHealth } from "../../../surface/port.js";

/** Milliseconds without a connection after which it is no hiccup any more. */
const LONG = 60_000;
const EVERY = 5_000;

interface Seen extends SurfaceHealth {
  readonly name: string;
  /** Milliseconds since it was last seen up, or since we began to look; 0 while it is. */
  readonly downFor: number;
}

/** A surface in the answer of `/readyz`. */
interface SurfaceReadiness extends SurfaceHealth {
  readonly name: string;
  readonly downSeconds: number;
}

export class SurfaceWatch {
  readonly #surfaces: () => readonly Surface[];
  readonly #now: () => Date;
  /** When each was first seen not to be up, in milliseconds since 1970. */
  readonly #since = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(surfaces: () => readonly Surface[], now: () => Date) {
    this.#surfaces = surfaces;
    this.#now = now;
    this.#look();
    this.#timer = setInterval(() => this.#look(), EVERY);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** What `/readyz` tells of them, and the names of those that are away for long; nothing where there is none. */
  readiness(): { faulty: readonly string[]; surfaces?: readonly SurfaceReadiness[] } {
    const seen = this.#look();
    if (seen.length === 0) return { faulty: [] };
    const away = seen.filter(({ state, downFor }) => state === "stopped" || downFor >= LONG);
    return {
      faulty: away.map(({ name }) => name),
      surfaces: seen.map(({ name, state, connected, connections, problem, downFor }) => ({
        name,
        state,
        connected,
        connections,
        downSeconds: Math.round(downFor / 1000),
        ...(problem === undefined ? {} : { problem }),
      })),
    };
  }

  addMetrics(registry: Registry): void {
    this.#addHealth(registry);
    this.#addFigures(registry);
  }

  #look(): readonly Seen[] {
    const now = this.#now().getTime();
    return this.#surfaces().map(({ name, health }) => {
      const since = health.state === "up" ? undefined : (this.#since.get(name) ?? now);
      if (since === undefined) this.#since.delete(name);
      else this.#since.set(name, since);
      return { name, ...health, downFor: since === undefined ? 0 : now - since };
    });
  }

  #addHealth(registry: Registry): void {
    const gauge = (name: string, help: string, value: (seen: Seen) => number) => {
      const look = () => this.#look();
      new Gauge({
        name: `claqueta_surface_${name}`,
        help,
        labelNames: ["surface"],
        registers: [registry],
        collect() {
          for (const seen of look()) this.set({ surface: seen.name }, value(seen));
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

  #addFigures(registry: Registry): void {
    const figure = (
      kind: typeof Counter | typeof Gauge,
      name: string,
      help: string,
      value: (figures: SurfaceFigures) => number,
    ) => {
      const surfaces = this.#surfaces;
      new kind({
        name: `claqueta_surface_${name}`,
        help,
        labelNames: ["surface"],
        registers: [registry],
        collect() {
          this.reset();
          for (const { name: surface, figures } of surfaces()) this.inc({ surface }, value(figures));
        },
      });
    };
    figure(Counter, "answered_total", "Questions that were answered", ({ answered }) => answered);
    figure(Counter, "late_total", "Answers that came too late for the platform", ({ late }) => late);
    figure(Counter, "lost_total", "Answers that did not get through, questions given up", ({ lost }) => lost);
    figure(Counter, "repeated_total", "Questions that were delivered again", ({ repeated }) => repeated);
    figure(Gauge, "in_flight", "Questions that wait or are being answered", ({ inFlight }) => inFlight);
  }
}
