/** The HTTP server's addresses, put together; `server/listener.ts` lets it listen. */
import cors from "@fastify/cors";
import Fastify, { type FastifyInstance } from "fastify";
import type { Surface, SurfaceOptions } from "../../surface/port.js";
import type { QuestionCounts } from "../../surface/question-counts.js";
import { AnswerCaches } from "./api/answer-cache.js";
import { publicCommands } from "./api/endpoints.js";
import { ErrorHandler } from "./api/errors/error-handler.js";
import { type ApiContext, questionRoutes } from "./api/routes.js";
import { Vouching } from "./api/vouching.js";
import { nightRoutes, type ReadNightPage } from "./night/routes.js";
import { docsRoutes, openApiRoute } from "./openapi/docs.js";
import { logRequests } from "./operations/access-log.js";
import { healthRoutes } from "./operations/health.js";
import { Metrics } from "./operations/metrics.js";
import type { QuestionFigures } from "./operations/question-figures.js";
import { SurfaceWatch } from "./operations/surface-watch.js";
import { pageRoutes } from "./pages.js";
import { tellClientError } from "./server/clients/client-error.js";
import { withoutPorts } from "./server/clients/forwarded.js";
import { CONNECTION_LIMITS, refuseTooMuch } from "./server/clients/limits.js";
import { limitRate, RATE_LIMIT_HEADERS } from "./server/clients/rate-limit.js";
import { RequestLanguages } from "./server/reading/language.js";
import { refuseMethods, refusePlainOptions } from "./server/reading/methods.js";
import { SECURITY_HEADERS, transportHeaders } from "./server/sending/headers.js";
import { webhookRoutes } from "./server/webhooks.js";
import type { HttpSettings } from "./settings.js";
import { siteRoutes } from "./site/routes.js";

export interface HttpOptions extends Omit<SurfaceOptions, "tell"> {
  readonly settings: HttpSettings;
  /** Folder of the web chat's page. */
  readonly assets: string;
  /** The program's version: another one may word its answers differently. */
  readonly program: string;
  /** What was asked on platforms; undefined where nobody counts. */
  readonly questions?: QuestionCounts;
  /** The others, whose webhooks are mounted, and of which operators are told. */
  readonly surfaces: () => readonly Surface[];
  /** Shows nights to whoever has their address; undefined where there are no such pages. */
  readonly nightPage?: ReadNightPage | undefined;
  /** Bytes of answers kept for each edition; 32 MB unless said, less where the heap is small; 0 keeps none. */
  readonly keptBytes?: number;
}

/** What the server tells the routes of itself. */
export interface ServerState {
  /** Whether it is about to stop. */
  readonly ending: () => boolean;
  readonly figures: QuestionFigures;
  /** Where figures are told; the server itself unless said. */
  readonly operations?: FastifyInstance | undefined;
}

/** A server of its own for whoever watches the bot, without what people ask. */
export function createOperationsApp(): FastifyInstance {
  const app = Fastify({ ...CONNECTION_LIMITS, logger: false, return503OnClosing: false });
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    done();
  });
  return app;
}

export async function createApp(options: HttpOptions, state: ServerState): Promise<FastifyInstance> {
  const { bot, locale, log, now, settings, assets, program, keptBytes } = options;
  const context: ApiContext = {
    bot,
    // Pages name where they are.
    caches: new AnswerCaches([program, settings.publicUrl ?? ""].join(" "), keptBytes),
    languages: new RequestLanguages(locale),
    log,
    now,
    vouching: new Vouching(settings.token),
    publicUrl: settings.publicUrl,
  };
  const errors = new ErrorHandler(context);
  const app = Fastify({
    ...CONNECTION_LIMITS,
    logger: false,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    // What arrives on a kept connection while we close is answered, and the connection closed after it.
    return503OnClosing: false,
    forceCloseConnections: "idle",
    clientErrorHandler: (error, socket) =>
      tellClientError(error, socket, { locale, commands: publicCommands(bot().program.commands) }),
    frameworkErrors: (error, request, reply) =>
      void errors.handle(error, request, reply.headers(SECURITY_HEADERS)),
    routerOptions: {
      ignoreTrailingSlash: true,
      maxParamLength: 2048,
      // Parameters are read strictly, and only where nothing is kept: `request-url.ts`.
      querystringParser: () => ({}),
    },
  });
  errors.install(app);
  await installHooks(app, settings, state);
  if (settings.accessLog !== "off") logRequests(app, log, settings.accessLog);
  installOperations(app, options, state);
  await webhookRoutes(
    app,
    options.surfaces().flatMap(({ webhook }) => webhook ?? []),
  );
  pageRoutes(app, assets, context);
  docsRoutes(app, context);
  await app.register(async (limited) => {
    if (settings.rateLimit > 0) await limitRate(limited, settings.rateLimit);
    state.figures.count(limited);
    questionRoutes(limited, context);
    siteRoutes(limited, context);
    openApiRoute(limited, context, program);
    // Nobody guesses for long.
    if (options.nightPage) nightRoutes(limited, context, options.nightPage);
    // Misspelt addresses count too.
    limited.get("/api/*", (_request, reply) => reply.callNotFound());
  });
  return app;
}

/** For how long a browser remembers what a page of another origin may ask: as long as Chromium does at most. */
const PREFLIGHT_SECONDS = 7_200;

/** What holds for every request. */
async function installHooks(
  app: FastifyInstance,
  { corsOrigins, trustedProxies, publicUrl }: HttpSettings,
  { ending }: ServerState,
): Promise<void> {
  if (trustedProxies.length > 0) app.addHook("onRequest", withoutPorts);
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(SECURITY_HEADERS).headers(transportHeaders(request, publicUrl));
    // Whoever keeps the connection would ask once more on it.
    if (ending()) reply.header("connection", "close");
    done();
  });
  if (corsOrigins.length > 0) {
    refusePlainOptions(app);
    await app.register(cors, {
      origin: corsOrigins.includes("*") ? "*" : [...corsOrigins],
      methods: ["GET", "HEAD", "POST"],
      exposedHeaders: ["etag", "link", "retry-after", ...RATE_LIMIT_HEADERS],
      maxAge: PREFLIGHT_SECONDS,
    });
  }
  refuseMethods(app);
  app.addHook("onRequest", refuseTooMuch);
  // Whatever is posted to us but by platforms says all in its address.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
}

/** What operators see. */
function installOperations(
  app: FastifyInstance,
  { bot, surfaces, now, program, questions }: HttpOptions,
  { ending, operations }: ServerState,
): void {
  const metrics = new Metrics(bot, { program, now, questions });
  metrics.count(app);
  metrics.serve(operations ?? app);
  const watch = new SurfaceWatch(surfaces, now);
  watch.addMetrics(metrics.registry);
  app.addHook("onClose", () => watch.stop());
  for (const server of operations ? [app, operations] : [app]) healthRoutes(server, { bot, watch, ending });
}
