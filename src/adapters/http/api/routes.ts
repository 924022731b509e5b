/** Which address is answered by what, and the way from a request to a response that may be kept. */
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";
import type { Bot } from "../../../chat/contract.js";
import type { Log } from "../../../chat/errors/errors.js";
import type { Locale } from "../../../chat/locale.js";
import type { RequestLanguages } from "../server/reading/language.js";
import { refuseOtherMethods } from "../server/reading/methods.js";
import { parametersOf } from "../server/reading/request-url.js";
import { names, Rendition, sendNotModified } from "../server/sending/rendition.js";
import type { AnswerCaches } from "./answer-cache.js";
import { completionResponder } from "./completions.js";
import type { Content } from "./content.js";
import {
  type Alternatives,
  alternativesOf,
  endpointsOf,
  publicCommands,
  takesToken,
  vouchedCommands,
} from "./endpoints.js";
import { STATUS_CODES } from "./errors/problem.js";
import { aboutResponder, commandResponder, lineResponder, type Responder } from "./questions.js";
import { THINGS } from "./things.js";
import type { Vouched, Vouching } from "./vouching.js";

/** What all addresses share. */
export interface ApiContext {
  /** What answers, asked for at each request. */
  readonly bot: () => Bot;
  readonly caches: AnswerCaches;
  readonly languages: RequestLanguages;
  readonly log: Log;
  readonly now: () => Date;
  readonly vouching: Vouching;
  /** Where people reach the server, without a slash at its end; undefined where nobody has said. */
  readonly publicUrl: string | undefined;
}

/** Every address that answers questions; the list is that of the commands there are when the server starts. */
export function questionRoutes(app: FastifyInstance, context: ApiContext): void {
  const { commands } = context.bot().program;
  const all = endpointsOf([...publicCommands(commands), ...vouchedCommands(commands)]);
  for (const endpoints of alternativesOf(all)) commandRoutes(app, context, endpoints);
  const config = { command: "ask" };
  app.get("/api/ask", { config }, cached(context, lineResponder));
  app.post("/api/ask", { config }, askedOrDone(context));
  refuseOtherMethods(app, "/api/ask", ["GET", "HEAD", "POST"], config);
  for (const { name, responder } of THINGS) {
    app.get(`/api/${name}/:id`, { config: { command: name } }, cached(context, responder));
  }
  app.get("/api/complete", { config: { command: "complete" } }, cached(context, completionResponder));
  app.get("/api/about", { config: { command: "about" } }, cached(context, aboutResponder));
}

/** What only tells is a GET; what changes something is a POST. */
function commandRoutes(app: FastifyInstance, context: ApiContext, endpoints: Alternatives): void {
  const [{ path, command }] = endpoints;
  const config = { command: command.name };
  const hasPath = endpoints.some(({ inPath }) => inPath.length > 0);
  const isCacheable = endpoints.some(({ command: { cacheable } }) => cacheable);
  const responder = commandResponder(endpoints);
  for (const url of hasPath ? [path, `${path}/*`] : [path]) {
    if (command.effect === "write") {
      app.post(url, { config }, vouchedFor(context, responder));
      refuseOtherMethods(app, url, ["POST"], config);
    } else if (takesToken(command)) {
      app.get(url, { config }, vouchedFor(context, responder));
    } else {
      app.get(url, { config }, isCacheable ? cached(context, responder) : uncached(context, responder));
    }
  }
}

/** Answers whoever shows the token. */
function vouchedFor(context: ApiContext, responder: Responder): RouteHandlerMethod {
  return async (request, reply) => {
    const vouched = context.vouching.required(request.headers);
    return answered(context, responder, { request, reply, vouched });
  };
}

/** Answers anybody's line that only asks, and with the token one that changes something. */
function askedOrDone(context: ApiContext): RouteHandlerMethod {
  return async (request, reply) => {
    const vouched = context.vouching.of(request.headers);
    const responder: Responder = async (asked) => {
      const content = await lineResponder(asked);
      // What it asks for takes the token: who shows none is told so.
      if (content.statusCode === STATUS_CODES.read_only) context.vouching.required(request.headers);
      return content;
    };
    return answered(context, responder, { request, reply, vouched });
  };
}

/** Answers a read from what is kept where it can: the same address in the same language on the same edition. */
export function cached(context: ApiContext, responder: Responder): RouteHandlerMethod {
  return async (request, reply) => {
    const bot = context.bot();
    const cache = context.caches.of(bot);
    const url = request.raw.url ?? "/";
    const preferred = context.languages.preferred(request.headers["accept-language"]);
    const key = `${preferred.tag} ${url}`;
    const known = cache.get(key);
    if (known) return known.send(request, reply);
    const locale = namedLanguage(context.languages, url) ?? preferred;
    const etag = cache.etag(url, locale);
    // Only an answer bears a tag: whoever shows this one has been answered from this very edition.
    if (names(request, etag)) return sendNotModified(reply, { etag, language: locale.tag });
    const content = await responder({ bot, locale, url, now: context.now(), effect: "read" });
    const rendition = renditionOf(content, locale, etag);
    if (content.cacheable || content.repeatable) cache.set(key, rendition);
    return rendition.send(request, reply);
  };
}

/** Answers anew each time, and lets nobody keep it. */
function uncached(context: ApiContext, responder: Responder): RouteHandlerMethod {
  return (request, reply) => answered(context, responder, { request, reply });
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** What the token's holder vouches for; undefined where nothing may be changed. */
  readonly vouched?: Vouched | undefined;
}

async function answered(
  context: ApiContext,
  responder: Responder,
  { request, reply, vouched }: Exchange,
): Promise<FastifyReply> {
  const bot = context.bot();
  const locale = languageOf(context.languages, request);
  if (vouched?.place) await bot.ports.places?.prepare(vouched.place);
  const asked = { bot, locale, url: request.raw.url ?? "/", now: context.now() };
  const content = await responder(vouched ? { ...asked, vouched } : { ...asked, effect: "read" });
  return sendContent(content, locale, request, reply);
}

/** Sends what nobody may keep. */
export function sendContent(
  content: Content,
  locale: Locale,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return renditionOf(content, locale).send(request, reply);
}

/** @param etag what an answer bears that may be kept */
function renditionOf(content: Content, locale: Locale, etag?: string): Rendition {
  const { statusCode, type, cacheable, body, headers } = content;
  return new Rendition({
    statusCode,
    type,
    body: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    compressible: type !== "image/png",
    language: locale.tag,
    etag: statusCode === 200 && cacheable ? etag : undefined,
    headers,
  });
}

/** The reader's language: what the address says, else what the client prefers. */
export function languageOf(languages: RequestLanguages, { raw, headers }: FastifyRequest): Locale {
  return namedLanguage(languages, raw.url ?? "/") ?? languages.preferred(headers["accept-language"]);
}

/** The language that an address itself asks for. */
function namedLanguage(languages: RequestLanguages, url: string): Locale | undefined {
  if (!url.includes("lang=")) return undefined;
  const lang = parametersOf(url, (name) => name !== "lang").find(([name]) => name === "lang")?.[1];
  return lang ? languages.named(lang) : undefined;
}
