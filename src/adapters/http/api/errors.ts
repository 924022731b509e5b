/** Everything that is not answered: told in the reader's language, in the shape of an answer, without a trace. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { errorAnswer } from "../../../chat/errors.js";
import type { Locale } from "../../../chat/locale.js";
import { type AnswerBody, errorBody } from "./content.js";
import { HttpError } from "./http-error.js";
import { unknownAddress } from "./not-found.js";
import { present } from "./present.js";
import { bytesOf, JSON_TYPE, Rendition } from "../server/rendition.js";
import { badEncoding, parametersOf } from "../server/request-url.js";
import type { Desk } from "./routes.js";

/** How the server tells that something is wrong with a request, or with itself. */
export class Refusals {
  constructor(private readonly desk: Desk) {}

  install(app: FastifyInstance): void {
    app.setErrorHandler((error: FastifyError | HttpError, request, reply) =>
      this.tell(error, request, reply),
    );
  }

  /** An error of ours, of Fastify's, or a bug. */
  async tell(
    error: FastifyError | HttpError,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const locale = this.#locale(request);
    if (error instanceof HttpError) {
      reply.headers(error.headers);
      return this.#send(error.statusCode, errorBody(error, locale), locale, request, reply);
    }
    const { statusCode = 500, code } = error;
    if (code === "FST_ERR_BAD_URL") return this.tell(badEncoding(), request, reply);
    if (statusCode >= 400 && statusCode < 500) return this.tell(refused(statusCode), request, reply);
    const answer = present(errorAnswer(error, null, locale, this.desk.log), locale);
    const body: AnswerBody = { status: "error", result: null, answer, error: { code: "internal" } };
    return this.#send(500, body, locale, request, reply);
  }

  /** An address nobody answers at, with the nearest that somebody does. */
  async unknown(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { commands } = this.desk.editions.current.services;
    const locale = this.#locale(request);
    const { error, choices } = unknownAddress(commands, request.raw.url ?? "/");
    return this.#send(error.statusCode, errorBody(error, locale, choices), locale, request, reply);
  }

  #send(
    statusCode: number,
    body: AnswerBody,
    locale: Locale,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const bytes = bytesOf(JSON.stringify(body));
    const rendition = new Rendition({ statusCode, body: bytes, type: JSON_TYPE, language: locale.tag });
    return rendition.send(request, reply);
  }

  /** Never throws: the address may be what is wrong. */
  #locale({ raw, headers }: FastifyRequest): Locale {
    const { languages } = this.desk;
    try {
      const lang = parametersOf(raw.url ?? "").find(([name]) => name === "lang")?.[1];
      const named = lang ? languages.named(lang) : undefined;
      if (named) return named;
    } catch {
      // Told by whoever needs the parameters.
    }
    return languages.preferred(headers["accept-language"]);
  }
}

/** What Fastify refuses by itself. */
function refused(statusCode: number): HttpError {
  return new HttpError(statusCode, "invalid_request", {
    es: "No entiendo esa petición.",
    en: "I do not understand that request.",
  });
}
