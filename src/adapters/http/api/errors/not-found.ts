/** What is said at an address that does not exist. */
import type { Choice, OptionValue } from "../../../../chat/answer/schema.js";
import { commandNamed } from "../../../../chat/command/names.js";
import type { Command } from "../../../../chat/contract.js";
import { UserError } from "../../../../chat/errors/errors.js";
import { parseLine } from "../../../../chat/line/parse.js";
import { quoted } from "../../../../chat/text.js";
import { pathParts } from "../../server/reading/request-url.js";
import { pathOf } from "../endpoints.js";
import { HttpError } from "./http-error.js";

/** Below `/api` the nearest command is named, with the same question asked of it. */
export function unknownAddress(commands: readonly Command[], url: string): HttpError {
  const [first, ...rest] = partsOf(url);
  const shown = quoted(`/${[first, ...rest].join("/")}`);
  const choices = first === "api" && rest.length > 0 ? suggestions(commands, rest) : [];
  const nearest = choices[0] && addressOf(commands, choices[0]);
  if (nearest === undefined) {
    return new HttpError("not_found", {
      es: `Aquí no hay nada en ${shown.es}. Lo que hay está en /docs.`,
      en: `There is nothing at ${shown.en} here. What there is stands at /docs.`,
    });
  }
  const words = {
    es: `No conozco ${shown.es}. ¿Quisiste decir ${nearest}?`,
    en: `I do not know ${shown.en}. Did you mean ${nearest}?`,
  };
  return new HttpError("not_found", words, { nearest, choices });
}

function partsOf(url: string): readonly string[] {
  try {
    return pathParts(url);
  } catch {
    return ["…"];
  }
}

/** What the same words mean when they are typed; the whole names for the first half of one ("plataforma"). */
function suggestions(commands: readonly Command[], parts: readonly string[]): readonly Choice[] {
  const begun = commands.filter(({ name }) => name.startsWith(`${parts[0]} `)).map(alone);
  try {
    const { command, options } = parseLine(commands, `/${parts.join(" ")}`);
    return [{ label: `/${command.name}`, command: command.name, options }];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return begun.length > 0 ? begun : error.suggestions;
  }
}

function alone({ name }: Command): Choice {
  return { label: `/${name}`, command: name, options: {} };
}

/** Where a question is asked over HTTP. */
function addressOf(commands: readonly Command[], { command: name, options }: Choice): string | undefined {
  const command = commandNamed(commands, name);
  if (!command) return undefined;
  const [place] = command.positional;
  const first = place === undefined ? undefined : options[place];
  const others = Object.entries(options).filter(([option]) => option !== place);
  const query = others.map(([option, value]) => `${option}=${written(value)}`).join("&");
  const path = first === undefined ? pathOf(command) : `${pathOf(command)}/${written(first)}`;
  return query === "" ? path : `${path}?${query}`;
}

function written(value: OptionValue): string {
  return encodeURIComponent(Array.isArray(value) ? value.join(",") : String(value));
}
