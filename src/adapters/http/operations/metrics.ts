/** Figures for whoever watches the bot. No label comes from what people type. */
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Bot } from "../../../chat/contract.js";
import type { QuestionCount, QuestionCounts } from "../../../surface/question-counts.js";
import { addPartMetrics } from "./parts.js";
import { addRefreshMetrics } from "./refresh-metrics.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What is counted under this name. */
    command?: string;
  }
}

export interface BuildInfo {
  /** The program's version. */
  readonly program: string;
  readonly now: () => Date;
  /** What platforms were asked; undefined where there are none. */
  readonly questions?: QuestionCounts | undefined;
}

/** Seconds: from a kept answer to one that is too slow. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5];

/** What was asked of no command: unknown addresses, refused requests. */
const OTHER = "other";

export class Metrics {
  readonly registry = new Registry();
  readonly #requests: Counter<"command" | "status">;
  readonly #seconds: Histogram<"command">;

  /** @param build what is running */
  constructor(bot: () => Bot, build: BuildInfo) {
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
    addBuildInfo(this.registry, build);
    addIndexMetrics(this.registry, bot, build.now);
    addPartMetrics(this.registry, bot);
    addQuestionMetrics(this.registry, () => build.questions?.counts ?? []);
    addRefreshMetrics(this.registry, () => bot().ports.refresh?.status());
  }

  /** Counts every request that `app` answers. */
  count(app: FastifyInstance): void {
    app.addHook("onResponse", (request, reply, done) => {
      const command = request.routeOptions.config.command ?? OTHER;
      this.#requests.inc({ command, status: reply.statusCode });
      this.#seconds.observe({ command }, reply.elapsedTime / 1000);
      done();
    });
  }

  /** Serves the figures at `/metrics`. */
  serve(app: FastifyInstance): void {
    app.get("/metrics", { config: { command: "metrics" } }, async (_request, reply) => {
      const figures = await this.registry.metrics();
      return reply.header("cache-control", "no-store").type(this.registry.contentType).send(figures);
    });
  }
}

function addBuildInfo(registry: Registry, { program }: BuildInfo): void {
  const info = new Gauge({
    name: "claqueta_build_info",
    help: "Version of the program, and of Node, as labels",
    labelNames: ["version", "node"],
    registers: [registry],
  });
  info.set({ version: program, node: process.versions.node }, 1);
}

function addQuestionMetrics(registry: Registry, counts: () => readonly QuestionCount[]): void {
  new Counter({
    name: "claqueta_questions_total",
    help: "Questions on platforms by command and what came of them: ok, choices, empty, or the error's code",
    labelNames: ["surface", "command", "outcome"],
    registers: [registry],
    collect() {
      this.reset();
      for (const { asked, ...labels } of counts()) this.inc(labels, asked);
    },
  });
}

function addIndexMetrics(registry: Registry, bot: () => Bot, now: () => Date): void {
  const registers = [registry];
  const manifest = () => bot().edition.catalog.manifest;
  new Gauge({
    name: "claqueta_films",
    help: "Films in the index in use",
    registers,
    collect() {
      this.set(manifest().counts.films ?? 0);
    },
  });
  new Gauge({
    name: "claqueta_data_age_seconds",
    help: "Since the day up to which the data tells",
    registers,
    collect() {
      this.set((now().getTime() - Date.parse(manifest().dataDate)) / 1000);
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
