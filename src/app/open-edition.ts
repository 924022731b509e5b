/** From a folder to everything a command is given. */

import { setImmediate } from "node:timers/promises";
import { commands } from "../../commands/index.js";
import type { Catalog } from "../catalog/catalog.js";
import { openNewest } from "../catalog/newest.js";
import { readLater } from "../catalog/open.js";
import { hasIndex } from "../catalog/versions.js";
import type { Command } from "../chat/command/command.js";
import { commandNamed } from "../chat/command/names.js";
import type { AnswerSettings, Services } from "../chat/context.js";
import { DependencyError } from "../chat/errors.js";
import { foldName } from "../chat/text.js";
import { createFind } from "../find/create.js";
import type { FullText } from "../find/port.js";
import { Recommender } from "../recommend/recommender.js";
import { OperatorError, type Words } from "../words.js";

/** Settings of the whole installation that decide what is answered. */
export interface ServiceSettings extends AnswerSettings {
  /** Names of commands that exist on no surface. */
  readonly commandsDisabled?: readonly string[];
}

export interface Opening {
  /** Makes an index where there is none at all. */
  readonly build?: () => Promise<unknown>;
  /** Says why another version than the one in use is served. */
  readonly tell?: (words: Words) => void;
}

/**
 * Loads the version in use, or the newest that loads.
 * Throws an OperatorError where none does.
 */
export async function openServices(
  dataDir: string,
  settings: ServiceSettings,
  { build, tell }: Opening = {},
): Promise<Services> {
  // What is wrong with a setting is told before anything takes long.
  enabledCommands(settings.commandsDisabled);
  try {
    if (build && !hasIndex(dataDir)) await build();
    const { catalog, fault } = openNewest(dataDir);
    if (fault) tell?.(fault.words);
    return createServices(catalog, settings);
  } catch (error) {
    throw unreadable(error, dataDir);
  }
}

/** Everything that answers from one version of the index. What starting can do without is read once, when asked for. */
export function createServices(
  catalog: Catalog,
  { commandsDisabled, ...settings }: ServiceSettings,
): Services {
  const fullText = once(() => readFullText(catalog), "full text", NO_FULL_TEXT);
  const recommender = once(() => readRecommender(catalog), "recommendations", NO_RECOMMENDATIONS);
  const enabled = enabledCommands(commandsDisabled);
  return { catalog, find: createFind(catalog), fullText, recommender, commands: enabled, settings };
}

/**
 * Every command but those switched off; "plataforma" switches off all of its own.
 * Throws an OperatorError that names what is no command.
 */
export function enabledCommands(disabled: readonly string[] = []): readonly Command[] {
  const group = (name: string) => commands.filter((command) => command.name.startsWith(`${foldName(name)} `));
  const off = new Map(disabled.map((name) => [name, [commandNamed(commands, name) ?? group(name)].flat()]));
  const unknown = [...off].filter(([, found]) => found.length === 0).map(([name]) => name);
  if (unknown.length > 0) {
    throw new OperatorError({
      es: `COMMANDS_DISABLED: no existe ${unknown.map((name) => `«${name}»`).join(", ")}`,
      en: `COMMANDS_DISABLED: there is no ${unknown.map((name) => `“${name}”`).join(", ")}`,
    });
  }
  const named = new Set([...off.values()].flat());
  return named.size === 0 ? commands : commands.filter((command) => !named.has(command));
}

/** What is read at the first call, and only then. A failure is told in `words`, every time. */
function once<T>(read: () => Promise<T>, dependency: string, words: Words): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      throw new DependencyError(dependency, words, { cause: error });
    });
    return reading;
  };
}

async function readRecommender(catalog: Catalog): Promise<Recommender> {
  const [neighbours, tastes] = [await readLater(catalog, "neighbours"), await readLater(catalog, "tastes")];
  return Recommender.of(catalog, neighbours, tastes, () => setImmediate());
}

/** Its stemmers are only loaded with it: the first answer does not wait for them. */
async function readFullText(catalog: Catalog): Promise<FullText> {
  const { openFullText } = await import("../find/full-text/open.js");
  return openFullText(catalog);
}

const NO_FULL_TEXT: Words = {
  es: "La búsqueda por temas no está disponible ahora mismo. Por título sí: prueba con /pelicula.",
  en: "Searching by theme is not available right now. By title it is: try /pelicula.",
};

const NO_RECOMMENDATIONS: Words = {
  es: "Las recomendaciones no están disponibles ahora mismo. Lo demás sí: prueba con /pelicula.",
  en: "Recommendations are not available right now. Everything else is: try /pelicula.",
};

/** A file in a folder's place, or a folder nobody may read, is the operator's to mend. */
function unreadable(error: unknown, dataDir: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return new OperatorError(
    { es: `No se puede leer ${dataDir} (${code})`, en: `${dataDir} cannot be read (${code})` },
    { cause: error },
  );
}
