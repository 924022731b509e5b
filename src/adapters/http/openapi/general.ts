/** The parts of the OpenAPI document that belong to no command. */
import { type Locale, say } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";
import {
  aboutSchema,
  completionsSchema,
  emptySchema,
  failureSchema,
  lineAnswerSchema,
} from "./answer-schema.js";
import { type JsonSchema, reference, type Schemas } from "./schemas.js";
import { type Answers, type Asked, aboutAnswers, completionAnswers, lineAnswers } from "../api/questions.js";

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

export function sharedResponses(schemas: Schemas, locale: Locale): Record<string, object> {
  const json = (words: Words, schema: JsonSchema, headers = {}) => ({
    description: say(locale, words),
    headers,
    content: { "application/json": { schema } },
  });
  const failure = schemas.of(failureSchema);
  const retryAfter = {
    "Retry-After": { description: "s", schema: { type: "integer" } },
  };
  return {
    NotModified: {
      description: say(locale, {
        es: "Lo que ya tienes (If-None-Match) sigue valiendo",
        en: "What you have (If-None-Match) still holds",
      }),
    },
    BadRequest: json(
      { es: "Un parámetro falta, sobra o no vale", en: "A parameter is missing, unknown or wrong" },
      failure,
    ),
    NotFound: json(
      { es: "Nada responde a lo que se pide", en: "Nothing fits what was asked" },
      schemas.of(emptySchema),
    ),
    TooManyRequests: json({ es: "Demasiadas preguntas", en: "Too many questions" }, failure, retryAfter),
    Failure: json({ es: "Algo falló", en: "Something went wrong" }, failure),
  };
}

/** What is typed for the examples of the chat's two addresses. */
interface General {
  readonly path: string;
  readonly summary: Words;
  readonly schema: JsonSchema;
  readonly answers: Answers;
  /** An example of `q`, where the address takes one. */
  readonly typed?: string;
}

export async function generalPaths(
  schemas: Schemas,
  asked: Omit<Asked, "url">,
): Promise<Record<string, object>> {
  const line = `/${asked.services.commands[0]?.examples[0] ?? ""}`;
  const all: readonly General[] = [
    {
      path: "/api/ask",
      summary: {
        es: "Responde a una línea como se escribe en un chat",
        en: "Answers a line as typed in a chat",
      },
      schema: schemas.of(lineAnswerSchema),
      answers: lineAnswers,
      typed: line,
    },
    {
      path: "/api/complete",
      summary: { es: "Completa una línea a medio escribir", en: "Completes a half-typed line" },
      schema: schemas.of(completionsSchema),
      answers: completionAnswers,
      typed: line.slice(0, -1),
    },
    {
      path: "/api/about",
      summary: {
        es: "Qué hay: películas, fecha de los datos, comandos",
        en: "What there is: films, data date, commands",
      },
      schema: schemas.of(aboutSchema),
      answers: aboutAnswers,
    },
  ];
  const paths = await Promise.all(
    all.map(async (general) => [general.path, await generalPath(general, asked)] as const),
  );
  return Object.fromEntries(paths);
}

async function generalPath(
  { path, summary, schema, answers, typed }: General,
  asked: Omit<Asked, "url">,
): Promise<object> {
  const { locale } = asked;
  const url = typed === undefined ? path : `${path}?q=${encodeURIComponent(typed)}`;
  const { body } = await answers({ ...asked, url });
  const q = {
    name: "q",
    in: "query",
    required: true,
    description: say(locale, { es: "Lo que se escribe", en: "What is typed" }),
    schema: { type: "string" },
    examples: { example: { value: typed } },
  };
  return {
    get: {
      operationId: path.replace("/api/", ""),
      summary: say(locale, summary),
      tags: ["chat"],
      parameters: [...(typed === undefined ? [] : [q]), reference("parameters", "lang")],
      responses: {
        200: {
          description: say(locale, { es: "La respuesta", en: "The answer" }),
          content: { "application/json": { schema, examples: { example: { value: body } } } },
        },
        304: reference("responses", "NotModified"),
        400: reference("responses", "BadRequest"),
        429: reference("responses", "TooManyRequests"),
        default: reference("responses", "Failure"),
      },
    },
  };
}
