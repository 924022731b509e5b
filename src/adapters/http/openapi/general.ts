/** The parts of the OpenAPI document that belong to no command. */
import { type Locale, say } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";
import {
  aboutSchema,
  completionsSchema,
  emptySchema,
  lineAnswerSchema,
  problemSchema,
} from "../api/bodies.js";
import { completionResponder } from "../api/completions.js";
import { publicCommands } from "../api/endpoints.js";
import { CURSOR } from "../api/paging.js";
import { type ApiRequest, aboutResponder, lineResponder, type Responder } from "../api/questions.js";
import { type JsonSchema, reference, type Schemas } from "./schemas.js";
import { TOKEN_OPERATION } from "./token.js";

/** The parameter that every question takes. */
export function languageParameter(locale: Locale): object {
  return {
    name: "lang",
    in: "query",
    required: false,
    description: say(locale, {
      es: "Idioma de la respuesta: es, es-ES, es-419, es-MX… o en; gana a Accept-Language",
      en: "Language of the answer: es, es-ES, es-419, es-MX… or en; wins over Accept-Language",
    }),
    schema: { type: "string", maxLength: 35 },
  };
}

/** The parameter of every list that comes in pages. */
export function cursorParameter(locale: Locale): object {
  return {
    name: CURSOR,
    in: "query",
    required: false,
    description: say(locale, {
      es: "Otra página de la lista: lo que llevan los enlaces «next» y «prev» de una respuesta, en lugar de «pagina» y «semilla»",
      en: "Another page of the list: what the “next” and “prev” links of an answer hold, in the place of “pagina” and “semilla”",
    }),
    schema: { type: "string", maxLength: 200 },
  };
}

export function sharedResponses(schemas: Schemas, locale: Locale): Record<string, object> {
  const problem = { "application/problem+json": { schema: schemas.of(problemSchema) } };
  const failure = (words: Words) => ({ description: say(locale, words), content: problem });
  return {
    NotModified: {
      description: say(locale, {
        es: "Lo que ya tienes (If-None-Match) sigue valiendo",
        en: "What you have (If-None-Match) still holds",
      }),
    },
    BadRequest: failure({
      es: "Un parámetro falta, sobra o no vale",
      en: "A parameter is missing, unknown or wrong",
    }),
    NotFound: {
      description: say(locale, {
        es: "Nada responde a lo que se pide",
        en: "Nothing fits what was asked",
      }),
      content: { "application/json": { schema: schemas.of(emptySchema) }, ...problem },
    },
    Unauthorized: {
      ...failure({ es: "Falta el token, o es otro", en: "The token is missing, or another" }),
      headers: { "WWW-Authenticate": { description: "Bearer", schema: { type: "string" } } },
    },
    Forbidden: failure({
      es: "Aquí nadie cambia nada por HTTP (HTTP_TOKEN), o quien pregunta no puede pedir eso",
      en: "Nobody changes anything over HTTP here (HTTP_TOKEN), or whoever asks may not ask for that",
    }),
    MethodNotAllowed: {
      ...failure({
        es: "Eso cambia algo: hace falta POST",
        en: "That changes something: it takes a POST",
      }),
      headers: { Allow: { description: "POST", schema: { type: "string" } } },
    },
    TooManyRequests: {
      ...failure({ es: "Demasiadas preguntas", en: "Too many questions" }),
      headers: { ...rateHeaders(locale), "Retry-After": { description: "s", schema: { type: "integer" } } },
    },
    Failure: failure({ es: "Algo falló", en: "Something went wrong" }),
  };
}

/** What every answer that counts says of how many more there may be. */
function rateHeaders(locale: Locale): Readonly<Record<string, object>> {
  const header = (words: Words, example: string) => ({
    description: say(locale, words),
    schema: { type: "string" },
    example,
  });
  return {
    "RateLimit-Policy": header(
      {
        es: "Cuántas preguntas (q) en cuántos segundos (w)",
        en: "How many questions (q) in how many seconds (w)",
      },
      '"default";q=600;w=60',
    ),
    RateLimit: header(
      {
        es: "Cuántas quedan (r), y por cuántos segundos (t)",
        en: "How many are left (r), and for how many seconds (t)",
      },
      '"default";r=599;t=60',
    ),
  };
}

/**
 * The responses of whatever answers questions.
 * @param content what a 200 holds
 * @param isTagged whether a 200 bears an ETag
 */
export function answerResponses(content: object, isTagged: boolean, locale: Locale): Record<string, object> {
  return {
    200: {
      description: say(locale, { es: "La respuesta", en: "The answer" }),
      headers: rateHeaders(locale),
      content,
    },
    ...(isTagged ? { 304: reference("responses", "NotModified") } : {}),
    400: reference("responses", "BadRequest"),
    429: reference("responses", "TooManyRequests"),
    default: reference("responses", "Failure"),
  };
}

const FOR_CHATS: Words = {
  es: "Para quien hace su propio chat: responde 200 salga lo que salga.",
  en: "For whoever makes a chat of their own: it answers 200 whatever comes of it.",
};

/** An address of the chat, or about the bot. */
interface General {
  readonly path: string;
  readonly summary: Words;
  readonly schema: JsonSchema;
  readonly responder: Responder;
  /** An example of `q`, where the address takes one. */
  readonly typed?: string;
  /** What was asked before, where the address takes that. */
  readonly after?: Words;
  /** What it is called where it may change something, too. */
  readonly write?: Words;
}

export async function generalPaths(
  schemas: Schemas,
  request: Omit<ApiRequest, "url">,
): Promise<Record<string, object>> {
  const [first] = publicCommands(request.bot.program.commands);
  const line = `/${first?.examples[0] ?? ""}`;
  const all: readonly General[] = [
    {
      path: "/api/ask",
      summary: {
        es: "Responde a una línea como se escribe en un chat",
        en: "Answers a line as typed in a chat",
      },
      write: {
        es: "Lo mismo, también para lo que cambia algo",
        en: "The same, for what changes something too",
      },
      schema: schemas.of(lineAnswerSchema),
      responder: lineResponder,
      typed: line,
      after: {
        es: "Lo que se preguntó antes, para que «otra» o «¿y de los 90?» digan de qué; nada se recuerda de una pregunta a otra",
        en: "What was asked before, so that “another” or “and from the 90s?” tell of what; nothing is remembered from one question to the next",
      },
    },
    {
      path: "/api/complete",
      summary: { es: "Completa una línea a medio escribir", en: "Completes a half-typed line" },
      schema: schemas.of(completionsSchema),
      responder: completionResponder,
      typed: line.slice(0, -1),
    },
    {
      path: "/api/about",
      summary: {
        es: "Qué hay: películas, fecha de los datos, comandos",
        en: "What there is: films, data date, commands",
      },
      schema: schemas.of(aboutSchema),
      responder: aboutResponder,
    },
  ];
  const paths = await Promise.all(
    all.map(async (general) => [general.path, await generalPath(general, request)] as const),
  );
  return Object.fromEntries(paths);
}

async function generalPath(
  { path, summary, write, schema, responder, typed, after }: General,
  request: Omit<ApiRequest, "url">,
): Promise<object> {
  const { locale } = request;
  const url = typed === undefined ? path : `${path}?q=${encodeURIComponent(typed)}`;
  const { body } = await responder({ ...request, url });
  const content = { "application/json": { schema, examples: { example: { value: body } } } };
  const operationId = path.replace("/api/", "");
  const q = {
    name: "q",
    in: "query",
    required: true,
    description: say(locale, { es: "Lo que se escribe", en: "What is typed" }),
    schema: { type: "string" },
    examples: { example: { value: typed } },
  };
  const before = after && {
    name: "after",
    in: "query",
    required: false,
    description: say(locale, after),
    schema: { type: "string" },
  };
  const shared = {
    tags: ["chat"],
    parameters: [
      ...(typed === undefined ? [] : [q]),
      ...(before ? [before] : []),
      reference("parameters", "lang"),
    ],
  };
  const get = {
    operationId,
    summary: say(locale, summary),
    description: `${say(locale, summary)}. ${say(locale, FOR_CHATS)}`,
    ...shared,
    responses: {
      ...answerResponses(content, true, locale),
      ...(write ? { 405: reference("responses", "MethodNotAllowed") } : {}),
    },
  };
  if (write === undefined) return { get };
  const post = {
    operationId: `${operationId}ToChange`,
    summary: say(locale, write),
    description: `${say(locale, write)}. ${say(locale, FOR_CHATS)}`,
    ...shared,
    // For what only asks it takes no token.
    security: [{}, ...TOKEN_OPERATION.security],
    parameters: [...shared.parameters, ...TOKEN_OPERATION.parameters],
    responses: { ...answerResponses(content, false, locale), ...TOKEN_OPERATION.responses },
  };
  return { get, post };
}
