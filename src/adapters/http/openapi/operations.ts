/** The operations of a command: its own paths, and those of the classic names it has. */
import { plainText } from "../../../chat/answer/rich-text.js";
import { describe, type OptionDescriptor, usage } from "../../../chat/command/describe.js";
import type { Command } from "../../../chat/contract.js";
import { type Locale, say } from "../../../chat/locale.js";
import { FILMS } from "../api/aliases.js";
import { type Endpoint, takesToken } from "../api/endpoints.js";
import { isPaged } from "../api/paging.js";
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
  const required = describe(command)
    .filter((option) => option.required)
    .map(({ name }) => name);
  const optional = inPath.findIndex((name) => !required.includes(options.get(name) ?? ""));
  const leading = optional === -1 ? inPath.length : optional;
  // The classic routes take all they need in the path.
  const fewest = alias ? Math.max(1, leading) : 1;
  const shown = inPath.slice(fewest - 1).map((_, at) => inPath.slice(0, fewest + at));
  return [
    { template: path, inPath: [] },
    ...shown.map((names) => ({
      template: [path, ...names.map((name) => `{${name}}`)].join("/"),
      inPath: names,
    })),
  ];
}

/** What only tells is a GET; what changes something is a POST. */
export function operation(
  endpoint: Endpoint,
  { template, inPath }: Path,
  described: DescribedCommand,
  locale: Locale,
): object {
  const { command, names } = endpoint;
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
      operationId: camelCase(
        tagOf(endpoint) === "classic" ? `classic${template}` : template.replace(/^\/api/u, ""),
      ),
      summary: say(locale, command.summary),
      description: descriptionOf(command, locale),
      tags: [tagOf(endpoint)],
      ...(token ? { security: token.security } : {}),
      parameters: [
        ...parameters,
        ...(isPaged(command) ? [reference("parameters", "cursor")] : []),
        ...(token?.parameters ?? []),
        reference("parameters", "lang"),
      ],
      responses: {
        ...answerResponses(content, isRead && token === undefined && command.cacheable, locale),
        ...token?.responses,
        // What comes of a sentence is an answer, whatever it is.
        ...(command.sentence === undefined ? { 404: reference("responses", "NotFound") } : {}),
      },
    },
  };
}

/** How it is typed in a chat, where what is asked is told in the same words. */
function descriptionOf(command: Command, locale: Locale): string {
  const typed = plainText([usage(command, locale)]);
  return say(locale, {
    es: `${command.summary.es}. En un chat se escribe \`${typed}\`.`,
    en: `${command.summary.en}. In a chat it is typed \`${typed}\`.`,
  });
}

function tagOf({ path, alias }: Endpoint): string {
  if (!alias) return "commands";
  return path === `/${FILMS.name}` ? "things" : "classic";
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
