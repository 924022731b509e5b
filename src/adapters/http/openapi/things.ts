/** What the OpenAPI document says of films and people at addresses of their own. */
import { commandNamed } from "../../../chat/command/names.js";
import { say } from "../../../chat/locale.js";
import { sentAnswerSchema } from "../api/bodies.js";
import { publicCommands } from "../api/endpoints.js";
import type { ApiRequest } from "../api/questions.js";
import { FILM, PERSON, THINGS, type Thing } from "../api/things.js";
import { answerResponses } from "./general.js";
import { type JsonSchema, reference, type Schemas } from "./schemas.js";

type Surroundings = Omit<ApiRequest, "url">;

/** Of those whose commands there are. */
export async function thingPaths(schemas: Schemas, request: Surroundings): Promise<Record<string, object>> {
  const paths: Record<string, object> = {};
  for (const thing of THINGS) {
    const path = await thingPath(thing, schemas, request);
    if (path !== undefined) paths[`/api/${thing.name}/{id}`] = path;
  }
  return paths;
}

async function thingPath(thing: Thing, schemas: Schemas, request: Surroundings): Promise<object | undefined> {
  const { locale, bot } = request;
  const commands = publicCommands(bot.program.commands);
  const parts = Object.entries(thing.parts).flatMap(([part, name]) => {
    const command = commandNamed(commands, name);
    return command === undefined ? [] : [[part, schemas.of(command.result)] as const];
  });
  if (parts.length === 0) return undefined;
  const schema = {
    type: "object",
    required: ["status", "result", "answer"],
    properties: {
      status: { const: "ok" },
      result: thing === PERSON ? personSchema(parts) : parts[0]?.[1],
      answer: schemas.of(sentAnswerSchema),
    },
  };
  const examples = await exampleOf(thing, request);
  const content = { "application/json": { schema, examples } };
  const summary = say(locale, thing.summary);
  return {
    get: {
      operationId: thing === FILM ? "film" : "person",
      summary,
      description: `${summary}. ${say(locale, BY_NAME)}`,
      tags: ["things"],
      parameters: [
        {
          name: "id",
          in: "path",
          required: true,
          description: say(locale, { es: "El id de TMDB", en: "TMDB's id" }),
          schema: { type: "integer" },
          ...(Object.keys(examples).length > 0
            ? { examples: { example: { value: Number(thing.example) } } }
            : {}),
        },
        reference("parameters", "lang"),
      ],
      responses: { ...answerResponses(content, true, locale), 404: reference("responses", "NotFound") },
    },
  };
}

/** What is known before the camera, and behind it. */
function personSchema(parts: readonly (readonly [string, JsonSchema])[]): object {
  return {
    type: "object",
    required: ["person", ...Object.keys(PERSON.parts)],
    properties: {
      person: reference("schemas", "Person"),
      ...Object.fromEntries(parts.map(([part, schema]) => [part, { anyOf: [schema, { type: "null" }] }])),
    },
  };
}

/** A real one, where the index has it. */
async function exampleOf({ name, example, responder }: Thing, request: Surroundings) {
  try {
    const { body } = await responder({ ...request, url: `/api/${name}/${example}` });
    return { example: { value: body } };
  } catch {
    return {};
  }
}

const BY_NAME = {
  es: "Los resultados de todas las respuestas llevan estos ids.",
  en: "The results of all answers hold these ids.",
};
