/** Everything that is not answered: told in the reader's language, as a problem, without a trace of what it was inside. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { toldError } from "../../../../chat/errors/errors.js";
import type { Locale } from "../../../../chat/locale.js";
import { badEncoding, rootOf } from "../../server/reading/request-url.js";
import { missingPage } from "../../site/missing.js";
import { pageContent } from "../../site/page/content.js";
import { type Content, errorContent, problemContent } from "../content.js";
import type { Presenting } from "../present.js";
import { presentingFor } from "../presenting.js";
import { type ApiContext, languageOf, sendContent } from "../routes.js";
import { HttpError } from "./http-error.js";
import { unknownAddress } from "./not-found.js";
import { problemOf } from "./problem.js";

/** How the server tells that something is wrong with a request, or with itself. */
export class ErrorHandler {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  install(app: FastifyInstance): void {
    app.setErrorHandler((error: FastifyError | HttpError, request, reply) =>
      this.handle(error, request, reply),
    );
    app.setNotFoundHandler((request, reply) => this.notFound(request, reply));
  }

  /** An error of ours, of Fastify's, or a bug. */
  async handle(
    error: FastifyError | HttpError,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const locale = this.#locale(request);
    const content = this.#content(error, this.#presenting(locale));
    return sendContent(content, locale, request, reply);
  }

  /** An address nobody answers at, with the nearest that somebody does. */
  async notFound(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const locale = this.#locale(request);
    const presenting = this.#presenting(locale);
    const url = request.raw.url ?? "/";
    if (isRead(request)) return sendContent(this.#missing(url, locale), locale, request, reply);
    const error = unknownAddress(presenting.commands, url);
    return sendContent(errorContent(error, presenting), locale, request, reply);
  }

  /** The same for whoever reads it. */
  #missing(url: string, locale: Locale): Content {
    const { bot, now, publicUrl } = this.#context;
    const reading = { bot: bot(), locale, now: now(), root: rootOf(url), publicUrl };
    return pageContent(missingPage(undefined, url, reading), reading, 404);
  }

  #content(error: FastifyError | HttpError, presenting: Presenting): Content {
    if (error instanceof HttpError) return errorContent(error, presenting);
    const { statusCode = 500, code } = error;
    if (code === "FST_ERR_BAD_URL") return errorContent(badEncoding(), presenting);
    if (statusCode >= 400 && statusCode < 500) return errorContent(refused(statusCode), presenting);
    const told = toldError(error, null, presenting.locale, this.#context.log);
    return problemContent(problemOf(told.error.code, { id: told.error.id }, told.answer, presenting));
  }

  #presenting(locale: Locale): Presenting {
    return presentingFor(this.#context.bot(), locale);
  }

  /** Never throws: the address may be what is wrong. */
  #locale(request: FastifyRequest): Locale {
    const { languages } = this.#context;
    try {
      return languageOf(languages, request);
    } catch {
      // Told by whoever needs the parameters.
      return languages.preferred(request.headers["accept-language"]);
    }
  }
}

/** Whether a browser asks for a page: programs want to be told in their own way, and below `/api` everybody is. */
function isRead({ method, headers, raw }: FastifyRequest): boolean {
  const wants = headers.accept?.includes("text/html") === true;
  return wants && (method === "GET" || method === "HEAD") && !/^\/api(?:[/?]|$)/u.test(raw.url ?? "/");
}

/** What Fastify refuses by itself. */
function refused(statusCode: number): HttpError {
  if (statusCode === 413) {
    return new HttpError("too_large", {
      es: "La petición es demasiado grande.",
      en: "The request is too large.",
    });
  }
  return new HttpError("invalid_request", {
    es: "No entiendo esa petición.",
    en: "I do not understand that request.",
  });
}
