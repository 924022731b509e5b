/** The OpenAPI 3.1 document: written from the commands' own schemas, with real answers as examples. */
import { setImmediate } from "node:timers/promises";
import type { Command } from "../../../chat/contract.js";
import { say } from "../../../chat/locale.js";
import { choicesSchema, linksSchema, sentAnswerSchema, sentenceAnswerSchema } from "../api/bodies.js";
import { endpointsOf, publicCommands, vouchedCommands } from "../api/endpoints.js";
import { isPaged } from "../api/paging.js";
import type { ApiRequest } from "../api/questions.js";
import { examplesOf } from "./examples.js";
import { cursorParameter, generalPaths, languageParameter, sharedResponses } from "./general.js";
import { camelCase, type DescribedCommand, operation, pathsOf } from "./operations.js";
import { operatorPaths } from "./operators.js";
import { optionSchemas, reference, Schemas } from "./schemas.js";
import { thingPaths } from "./things.js";
import { tokenScheme, vouchingParameters } from "./token.js";

type Surroundings = Omit<ApiRequest, "url">;

/** @param program the version of the interface */
export async function openApiDocument(request: Surroundings, program: string): Promise<object> {
  const { locale } = request;
  const { commands: all } = request.bot.program;
  const commands = [...publicCommands(all), ...vouchedCommands(all)];
  const schemas = new Schemas();
  const paths: Record<string, object> = {};
  const examples: Record<string, object> = {};
  const endpoints = endpointsOf(commands);
  for (const command of commands) {
    const described = await describeCommand(command, schemas, request);
    for (const { key, line, body } of described.examples) examples[key] = { summary: line, value: body };
    for (const endpoint of endpoints.filter((one) => one.command === command)) {
      for (const path of pathsOf(endpoint))
        paths[path.template] ??= operation(endpoint, path, described, locale);
    }
  }
  const things = await thingPaths(schemas, request);
  const general = await generalPaths(schemas, request);
  return {
    openapi: "3.1.1",
    info: {
      title: "Claqueta",
      version: program,
      contact: { name: say(locale, { es: "Quien lleva este servidor", en: "Whoever runs this server" }) },
      license: { name: "MIT", identifier: "MIT" },
      description: say(locale, {
        es: "Preguntas de cine. Cada respuesta trae el resultado para programas (`result`) y la respuesta para personas (`answer`), en el idioma de `lang` o de `Accept-Language`.",
        en: "Questions about films. Each response holds the result for programs (`result`) and the answer for people (`answer`), in the language of `lang` or of `Accept-Language`.",
      }),
    },
    servers: [{ url: ".", description: say(locale, { es: "Este servidor", en: "This server" }) }],
    // What takes a token says so itself.
    security: [{}],
    tags: [
      {
        name: "things",
        description: say(locale, {
          es: "Películas y personas por su id",
          en: "Films and people by their ids",
        }),
      },
      { name: "commands", description: say(locale, { es: "Los comandos", en: "The commands" }) },
      { name: "operators", description: say(locale, { es: "Para operadores", en: "For operators" }) },
      { name: "chat", description: say(locale, { es: "Para chats", en: "For chats" }) },
      {
        name: "classic",
        description: say(locale, {
          es: "Los mismos comandos bajo los nombres de ruta de las API clásicas",
          en: "The same commands under the route names of the classic APIs",
        }),
      },
    ],
    paths: { ...things, ...byKind(paths), ...general, ...operatorPaths(locale) },
    components: {
      schemas: schemas.components,
      parameters: {
        lang: languageParameter(locale),
        cursor: cursorParameter(locale),
        ...vouchingParameters(locale),
      },
      securitySchemes: { token: tokenScheme(locale) },
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

async function describeCommand(
  command: Command,
  schemas: Schemas,
  request: Surroundings,
): Promise<DescribedCommand> {
  const examples = await examplesOf(command, request);
  await setImmediate();
  const options = optionSchemas(command.options);
  if (command.sentence !== undefined) return { schema: schemas.of(sentenceAnswerSchema), options, examples };
  const name = `${camelCase(command.name)}Answer`;
  const ok = {
    type: "object",
    required: ["status", "result", "answer"],
    properties: {
      status: { const: "ok" },
      result: schemas.of(command.result),
      answer: schemas.of(sentAnswerSchema),
      ...(isPaged(command) ? { links: schemas.of(linksSchema) } : {}),
    },
  };
  schemas.components[name] = { oneOf: [ok, schemas.of(choicesSchema)] };
  return { schema: reference("schemas", name), options, examples };
}
