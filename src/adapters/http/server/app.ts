/** The HTTP surface, put together; `server.ts` lets it listen. */
import cors from "@fastify/cors";
import rateLimiter from "@fastify/rate-limit";
import Fastify, { type FastifyInstance } from "fastify";
import type { Services } from "../../../chat/context.js";
import type { Log } from "../../../chat/errors.js";
import type { Locale } from "../../../chat/locale.js";
import type { SurfaceHealth } from "../../../chat/surface-health.js";
import { tellClientError } from "./client-error.js";
import { docsRoutes, openApiRoute } from "../openapi/docs.js";
import { Editions } from "../api/kept-answers.js";
import { Refusals } from "../api/errors.js";
import { SECURITY_HEADERS } from "./headers.js";
import { healthRoutes } from "../operations/health.js";
import { Languages } from "./language.js";
import { CONNECTION_LIMITS, rateLimit, refuseTooMuch } from "./limits.js";
import { refuseMethods } from "./methods.js";
import { Metrics } from "../operations/metrics.js";
import { pageRoutes } from "../pages.js";
import { type Desk, questionRoutes } from "../api/routes.js";
import { Surfaces } from "../operations/surfaces.js";
import { type Webhooks, webhookRoutes } from "./webhooks.js";

export interface HttpSettings {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Questions a minute for each client; 0 is any number. */
  readonly rateLimit: number;
  /** Origins whose pages may ask from a browser; "*" is all of them. */
  readonly corsOrigins: readonly string[];
  /** Addresses of proxies whose word on the client's address is taken. */
  readonly trustedProxies: readonly string[];
}

export interface HttpOptions {
  /** The services in use, asked for at each request: a refresh may swap them. */
  readonly services: () => Services;
  /** For clients that prefer no language we speak. */
  readonly locale: Locale;
  readonly log: Log;
  readonly now: () => Date;
  readonly settings: HttpSettings;
  /** Folder of the web chat's page. */
  readonly assets: string;
  /** The program's version: another one may word its answers differently. */
  readonly program: string;
  /** Platforms that deliver to us, by path. */
  readonly webhooks?: Webhooks;
  /** How the surfaces stand that are connected to a platform; none unless given. */
  readonly surfaces?: () => readonly SurfaceHealth[];
  /** Bytes of answers kept; 32 MB unless said, 0 keeps none. */
  readonly keptBytes?: number;
}

/** @param ending whether the server is about to stop */
export async function createApp(options: HttpOptions, ending: () => boolean): Promise<FastifyInstance> {
  const { services, locale, log, now, settings, assets, program, keptBytes, webhooks = new Map() } = options;
  const isWebhook = (path: string) => webhooks.has(path);
  const editions = new Editions(services, program, keptBytes);
  const desk: Desk = { editions, languages: new Languages(locale), log, now };
  const refusals = new Refusals(desk);
  const app = Fastify({
    ...CONNECTION_LIMITS,
    logger: false,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    // What arrives on a kept connection while we close is answered, and the connection closed after it.
    return503OnClosing: false,
    forceCloseConnections: "idle",
    clientErrorHandler: (error, socket) => tellClientError(error, socket, locale),
    frameworkErrors: (error, request, reply) =>
      void refusals.tell(error, request, reply.headers(SECURITY_HEADERS)),
    routerOptions: {
      ignoreTrailingSlash: true,
      maxParamLength: 2048,
      // Parameters are read strictly, and only where nothing is kept: `request-url.ts`.
      querystringParser: () => ({}),
    },
  });
  refusals.install(app);
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    done();
  });
  app.addHook("onRequest", refuseTooMuch(isWebhook));
  const metrics = new Metrics(editions);
  metrics.install(app);
  const surfaces = new Surfaces(options.surfaces ?? (() => []), now);
  surfaces.install(metrics.registry);
  app.addHook("onClose", () => surfaces.stop());
  if (settings.corsOrigins.length > 0) {
    const anyone = settings.corsOrigins.includes("*");
    await app.register(cors, {
      origin: anyone ? "*" : [...settings.corsOrigins],
      methods: ["GET", "HEAD"],
      exposedHeaders: ["etag", "retry-after"],
    });
  }
  refuseMethods(app, isWebhook);
  await webhookRoutes(app, webhooks);
  healthRoutes(app, editions, surfaces, ending);
  pageRoutes(app, assets);
  docsRoutes(app);
  await app.register(async (limited) => {
    if (settings.rateLimit > 0) await limited.register(rateLimiter, rateLimit(settings.rateLimit));
    questionRoutes(limited, desk);
    openApiRoute(limited, desk, program);
    // Misspelt addresses count too.
    limited.get("/api/*", (_request, reply) => reply.callNotFound());
  });
  app.setNotFoundHandler((request, reply) => refusals.unknown(request, reply));
  return app;
}
