/** Which address is answered by what, and the way from a request to a kept response. */
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";
import type { Log } from "../../../chat/errors.js";
import type { Locale } from "../../../chat/locale.js";
import type { Edition, Editions } from "./kept-answers.js";
import { endpointsOf } from "./endpoints.js";
import type { Languages } from "../server/language.js";
import { type Answers, aboutAnswers, commandAnswers, completionAnswers, lineAnswers } from "./questions.js";
import { bytesOf, JSON_TYPE, matches, Rendition } from "../server/rendition.js";
import { parametersOf } from "../server/request-url.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What is counted under this name. */
    command?: string;
  }
}

export interface Desk {
  readonly editions: Editions;
  readonly languages: Languages;
  readonly log: Log;
  readonly now: () => Date;
}

/** Every address that answers questions; the list is that of the services' commands when the server starts. */
export function questionRoutes(app: FastifyInstance, desk: Desk): void {
  const all = endpointsOf(desk.editions.current.services.commands);
  for (const path of new Set(all.map((endpoint) => endpoint.path))) {
    const endpoints = all.filter((endpoint) => endpoint.path === path);
    const handler = kept(desk, commandAnswers(endpoints));
    const config = { command: endpoints[0].command.name };
    app.get(path, { config }, handler);
    if (endpoints.some(({ inPath }) => inPath.length > 0)) app.get(`${path}/*`, { config }, handler);
  }
  app.get("/api/ask", { config: { command: "ask" } }, kept(desk, lineAnswers));
  app.get("/api/complete", { config: { command: "complete" } }, kept(desk, completionAnswers));
  app.get("/api/about", { config: { command: "about" } }, kept(desk, aboutAnswers));
}

/** Answers from what is kept where it can: the same address in the same language on the same index. */
export function kept(desk: Desk, answers: Answers): RouteHandlerMethod {
  return async (request, reply) => {
    const edition = desk.editions.current;
    const url = request.raw.url ?? "/";
    const preferred = desk.languages.preferred(request.headers["accept-language"]);
    const key = `${preferred.tag} ${url}`;
    const rendition = edition.kept(key);
    if (rendition) return rendition.send(request, reply);
    const locale = namedLanguage(desk.languages, url) ?? preferred;
    return answered({ desk, edition, locale, url, key, answers }, request, reply);
  };
}

interface Question {
  readonly desk: Desk;
  readonly edition: Edition;
  readonly locale: Locale;
  readonly url: string;
  readonly key: string;
  readonly answers: Answers;
}

async function answered(
  { desk, edition, locale, url, key, answers }: Question,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const etag = edition.etag(url, locale);
  // Only an answer bears a tag: whoever shows this one has been answered by this very index.
  if (matches(request, etag)) return reply.header("etag", etag).code(304).send();
  const { services } = edition;
  const content = await answers({ services, locale, url, now: desk.now(), log: desk.log });
  const { statusCode, lasting, body } = content;
  const rendition = new Rendition({
    statusCode,
    body: bytesOf(JSON.stringify(body)),
    type: JSON_TYPE,
    language: locale.tag,
    etag: statusCode === 200 && lasting ? etag : undefined,
  });
  if (lasting) edition.keep(key, rendition);
  return rendition.send(request, reply);
}

/** The language that an address itself asks for. */
function namedLanguage(languages: Languages, url: string): Locale | undefined {
  if (!url.includes("lang=")) return undefined;
  const lang = parametersOf(url).find(([name]) => name === "lang")?.[1];
  return lang ? languages.named(lang) : undefined;
}
