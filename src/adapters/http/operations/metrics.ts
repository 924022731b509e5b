/** Figures for whoever watches the bot. No label comes from what people type. */
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Editions } from "../api/kept-answers.js";

/** Seconds: from a kept answer to one that is too slow. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5];

/** What was asked of no command: unknown addresses, refused requests. */
const OTHER = "other";

export class Metrics {
  readonly registry = new Registry();
  readonly #requests: Counter<"command" | "status">;
  readonly #seconds: Histogram<"command">;

  constructor(private readonly editions: Editions) {
    const registers = [this.registry];
    // Event-loop lag, memory, CPU and garbage collection, under the names that dashboards know.
    collectDefaultMetrics({ register: this.registry });
    this.#requests = new Counter({
      name: "claqueta_http_requests_total",
      help: "Requests by command and status code",
      labelNames: ["command", "status"],
      registers,
    });
    this.#seconds = new Histogram({
      name: "claqueta_http_request_duration_seconds",
      help: "From the request's head to the end of the response",
      labelNames: ["command"],
      buckets: BUCKETS,
      registers,
    });
    this.#indexFigures(registers);
    this.#refreshFigures(registers);
  }

  #indexFigures(registers: Registry[]): void {
    const manifest = () => this.editions.current.services.catalog.manifest;
    new Gauge({
      name: "claqueta_films",
      help: "Films in the index in use",
      registers,
      collect() {
        this.set(manifest().counts.films ?? 0);
      },
    });
    new Gauge({
      name: "claqueta_index_info",
      help: "Version of the index in use, as a label",
      labelNames: ["version"],
      registers,
      collect() {
        this.reset();
        this.set({ version: manifest().version }, 1);
      },
    });
  }

  #refreshFigures(registers: Registry[]): void {
    const status = () => this.editions.current.services.refresh;
    const seconds = (time: string | null | undefined) => (time ? Date.parse(time) / 1000 : 0);
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name: `claqueta_refresh_${name}`,
        help,
        registers,
        collect() {
          this.set(value());
        },
      });
    gauge("last_run_timestamp_seconds", "When the data was last to be refreshed; 0: never", () =>
      seconds(status()?.lastRun),
    );
    gauge(
      "last_success_timestamp_seconds",
      "When that last ended with nothing to complain of; 0: never",
      () => seconds(status()?.lastSuccess),
    );
    gauge("failing", "Whether the last refresh failed or was refused; /datos and the log say why", () =>
      status()?.lastFailure ? 1 : 0,
    );
    new Gauge({
      name: "claqueta_refresh_failure_info",
      help: "Why the last refresh failed or was refused, as a label",
      labelNames: ["source", "reason"],
      registers,
      collect() {
        this.reset();
        const failure = status()?.lastFailure;
        if (failure) this.set({ source: failure.source ?? "", reason: failure.kind }, 1);
      },
    });
    gauge("films_added", "Films that the last refresh brought", () => status()?.published?.added ?? 0);
    gauge("films_removed", "Films that it removed", () => status()?.published?.removed ?? 0);
    new Gauge({
      name: "claqueta_refresh_runs",
      help: "Refreshes so far, by how they ended",
      labelNames: ["outcome"],
      registers,
      collect() {
        this.reset();
        for (const [outcome, runs] of Object.entries(status()?.runs ?? {})) this.set({ outcome }, runs);
      },
    });
    new Gauge({
      name: "claqueta_refresh_source_success_timestamp_seconds",
      help: "When each source last answered",
      labelNames: ["source"],
      registers,
      collect() {
        this.reset();
        for (const { name, lastSuccess } of status()?.sources ?? [])
          this.set({ source: name }, seconds(lastSuccess));
      },
    });
  }

  /** Counts every request that `app` answers, and serves the figures at `/metrics`. */
  install(app: FastifyInstance): void {
    app.addHook("onResponse", (request, reply, done) => {
      const command = request.routeOptions.config.command ?? OTHER;
      this.#requests.inc({ command, status: reply.statusCode });
      this.#seconds.observe({ command }, reply.elapsedTime / 1000);
      done();
    });
    app.get("/metrics", { config: { command: "metrics" } }, async (_request, reply) => {
      const figures = await this.registry.metrics();
      return reply.header("cache-control", "no-store").type(this.registry.contentType).send(figures);
    });
  }
}
