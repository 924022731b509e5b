/** The operations of a command: its own paths, and those of the classic names it has. */
import { describe, type OptionDescriptor } from "../../../chat/command/describe.js";
import { type Locale, say } from "../../../chat/locale.js";
import { type Endpoint, takesToken } from "../api/endpoints.js";
import type { Example } from "./examples.js";
import { answerResponses } from "./general.js";
import { type JsonSchema, reference } from "./schemas.js";
import { TOKEN_OPERATION } from "./token.js";

/** What is said of a command wherever it is asked. */
export interface DescribedCommand {
  /** Reference to what a 200 holds. */
  readonly schema: JsonSchema;
  readonly options: Readonly<Record<string, JsonSchema>>;
  readonly examples: readonly Example[];
}

export interface Path {
  /** "/api/votos/{titulo}". */
  readonly template: string;
  /** Parameters that stand in it. */
  readonly inPath: readonly string[];
}

/** An endpoint with all its parameters by name, and with the first ones in the path. */
export function pathsOf(endpoint: Endpoint): readonly Path[] {
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

/** What only tells is a GET; what changes something is a POST. */
export function operation(
  endpoint: Endpoint,
  { template, inPath }: Path,
  described: DescribedCommand,
  locale: Locale,
): object {
  const { command, names, alias } = endpoint;
  const isRead = command.effect === "read";
  const parameters = describe(command).map((option) =>
    parameter(option, endpoint, inPath, described, locale),
  );
  // An example without what this path holds is none of this path.
  const shownHere = described.examples.filter(({ options }) =>
    inPath.every((name) => [...names].some(([option, as]) => as === name && option in options)),
  );
  const content = {
    "application/json": {
      schema: described.schema,
      examples: Object.fromEntries(shownHere.map(({ key }) => [key, reference("examples", key)])),
    },
  };
  const token = takesToken(command) ? TOKEN_OPERATION : undefined;
  return {
    [isRead ? "get" : "post"]: {
      operationId: camelCase(alias ? `classic${template}` : template.replace(/^\/api/u, "")),
      summary: say(locale, command.summary),
      tags: [alias ? "classic" : "commands"],
      ...(token ? { security: token.security } : {}),
      parameters: [...parameters, ...(token?.parameters ?? []), reference("parameters", "lang")],
      responses: {
        ...answerResponses(content, isRead && token === undefined && command.cacheable, locale),
        ...token?.responses,
        // What comes of a sentence is an answer, whatever it is.
        ...(command.sentence === undefined ? { 404: reference("responses", "NotFound") } : {}),
      },
    },
  };
}

function parameter(
  { name: option, required, words, help, many }: OptionDescriptor,
  { names }: Endpoint,
  inPath: readonly string[],
  { options, examples }: DescribedCommand,
  locale: Locale,
): object {
  const name = names.get(option) ?? option;
  const isPath = inPath.includes(name);
  const given = examples.flatMap(({ key, line, options: { [option]: value } }) =>
    value === undefined ? [] : [[key, { summary: line, value }]],
  );
  return {
    name,
    in: isPath ? "path" : "query",
    required: isPath || required,
    description: say(locale, help ?? words),
    schema: options[option],
    // Several values are separated by commas; given several times, each is one.
    ...(many ? { style: isPath ? "simple" : "form", explode: false } : {}),
    ...(given.length > 0 ? { examples: Object.fromEntries(given) } : {}),
  };
}

/** "/plataforma/puntaje/{plataforma}" → "plataformaPuntajePlataforma". */
export function camelCase(text: string): string {
  const words = text.split(/[^a-z0-9_]+/iu).filter((word) => word !== "");
  return words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
}
