/** The OpenAPI 3.1 document: written from the commands' own schemas, with real answers as examples. */
import { setImmediate } from "node:timers/promises";
import type { Command } from "../../../chat/command/command.js";
import { describe } from "../../../chat/command/describe.js";
import { say } from "../../../chat/locale.js";
import { answerSchema, choicesSchema } from "./answer-schema.js";
import { type Endpoint, endpointsOf } from "../api/endpoints.js";
import { type Example, examplesOf } from "./examples.js";
import { generalPaths, languageParameter, sharedResponses } from "./general.js";
import { type JsonSchema, optionSchemas, reference, Schemas } from "./schemas.js";
import type { Asked } from "../api/questions.js";

type Surroundings = Omit<Asked, "url">;

/** @param program the version of the interface */
export async function openApiDocument(asked: Surroundings, program: string): Promise<object> {
  const { locale, services } = asked;
  const schemas = new Schemas();
  const paths: Record<string, object> = {};
  const examples: Record<string, object> = {};
  const endpoints = endpointsOf(services.commands);
  for (const command of services.commands) {
    const described = await describeCommand(command, schemas, asked);
    for (const { key, line, body } of described.examples) examples[key] = { summary: line, value: body };
    for (const endpoint of endpoints.filter((one) => one.command === command)) {
      for (const path of pathsOf(endpoint))
        paths[path.template] ??= operation(endpoint, path, described, asked);
    }
  }
  const general = await generalPaths(schemas, asked);
  return {
    openapi: "3.1.1",
    info: {
      title: "Claqueta",
      version: program,
      description: say(locale, {
        es: "Preguntas de cine. Cada respuesta trae el resultado para programas (`result`) y la respuesta para personas (`answer`), en el idioma de `lang` o de `Accept-Language`.",
        en: "Questions about films. Each response holds the result for programs (`result`) and the answer for people (`answer`), in the language of `lang` or of `Accept-Language`.",
      }),
    },
    servers: [{ url: "/" }],
    tags: [
      { name: "commands", description: say(locale, { es: "Los comandos", en: "The commands" }) },
      { name: "chat", description: say(locale, { es: "Para chats", en: "For chats" }) },
      {
        name: "classic",
        description: say(locale, {
          es: "Los mismos comandos bajo los nombres de ruta de las API clásicas",
          en: "The same commands under the route names of the classic APIs",
        }),
      },
    ],
    paths: { ...byKind(paths), ...general },
    components: {
      schemas: schemas.components,
      parameters: { lang: languageParameter(locale) },
      responses: sharedResponses(schemas, locale),
      examples,
    },
  };
}

/** Commands first, classic names after all of them. */
function byKind(paths: Readonly<Record<string, object>>): Record<string, object> {
  const order = (path: string) => (path.startsWith("/api/") ? 0 : 1);
  return Object.fromEntries(Object.entries(paths).sort(([a], [b]) => order(a) - order(b)));
}

interface Described {
  /** Reference to what a 200 holds. */
  readonly schema: JsonSchema;
  readonly options: Readonly<Record<string, JsonSchema>>;
  readonly examples: readonly Example[];
}

async function describeCommand(command: Command, schemas: Schemas, asked: Surroundings): Promise<Described> {
  const examples = await examplesOf(command, asked);
  await setImmediate();
  const name = `${camelCase(command.name)}Answer`;
  const ok = {
    type: "object",
    required: ["status", "result", "answer"],
    properties: {
      status: { const: "ok" },
      result: schemas.of(command.result),
      answer: schemas.of(answerSchema),
    },
  };
  schemas.components[name] = { oneOf: [ok, schemas.of(choicesSchema)] };
  return { schema: reference("schemas", name), options: optionSchemas(command.options), examples };
}

interface Path {
  /** "/api/votos/{titulo}". */
  readonly template: string;
  /** Parameters that stand in it. */
  readonly inPath: readonly string[];
}

/** An endpoint with all its parameters by name, and with the first ones in the path. */
function pathsOf(endpoint: Endpoint): readonly Path[] {
  const { path, inPath, command, alias, options } = endpoint;
  const plain = { template: path, inPath: [] };
  const [first] = inPath;
  if (first === undefined) return [plain];
  const required = describe(command)
    .filter((option) => option.required)
    .map(({ name }) => name);
  const optional = inPath.findIndex((name) => !required.includes(options.get(name) ?? ""));
  const leading = inPath.slice(0, optional === -1 ? undefined : optional);
  // The classic routes take all they need in the path.
  const shown = alias && leading.length > 1 ? leading : [first];
  return [plain, { template: [path, ...shown.map((name) => `{${name}}`)].join("/"), inPath: shown }];
}

function operation(
  { command, names, alias }: Endpoint,
  { template, inPath }: Path,
  { schema, options, examples }: Described,
  { locale }: Surroundings,
): object {
  const parameters = describe(command).map((option) => {
    const { name, required, words, help } = option;
    const parameter = names.get(name) ?? name;
    const isPath = inPath.includes(parameter);
    const shown = options[name];
    const given = examples.flatMap(({ key, line, options: { [name]: value } }) => {
      if (value === undefined) return [];
      return [[key, { summary: line, value: shown.type === "integer" ? Number(value) : value }]];
    });
    return {
      name: parameter,
      in: isPath ? "path" : "query",
      required: isPath || required,
      description: say(locale, help ?? words),
      schema: shown,
      ...(given.length > 0 ? { examples: Object.fromEntries(given) } : {}),
    };
  });
  // An example without what this path holds is none of this path.
  const shownHere = examples.filter(({ options: typed }) =>
    inPath.every((parameter) => [...names].some(([name, as]) => as === parameter && name in typed)),
  );
  const content = {
    "application/json": {
      schema,
      examples: Object.fromEntries(shownHere.map(({ key }) => [key, reference("examples", key)])),
    },
  };
  return {
    get: {
      operationId: camelCase(alias ? `classic${template}` : template.replace(/^\/api/u, "")),
      summary: say(locale, command.summary),
      tags: [alias ? "classic" : "commands"],
      parameters: [...parameters, reference("parameters", "lang")],
      responses: {
        200: { description: say(locale, { es: "La respuesta", en: "The answer" }), content },
        304: reference("responses", "NotModified"),
        400: reference("responses", "BadRequest"),
        404: reference("responses", "NotFound"),
        429: reference("responses", "TooManyRequests"),
        default: reference("responses", "Failure"),
      },
    },
  };
}

/** "/plataforma/puntaje/{plataforma}" → "plataformaPuntajePlataforma". */
function camelCase(text: string): string {
  const words = text.split(/[^a-z0-9_]+/iu).filter((word) => word !== "");
  return words.map((word, at) => (at === 0 ? word : word[0].toUpperCase() + word.slice(1))).join("");
}
