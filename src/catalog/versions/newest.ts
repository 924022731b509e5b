/** Which version a start serves: the one in use where it loads, else the newest that does. */
import { join } from "node:path";
import { OperatorError } from "../../words.js";
import type { Catalog } from "../catalog.js";
import { openVersion, openVersionInThreads, versionInUse } from "../open.js";
import { canReadInThreads } from "../reading/in-threads.js";
import { CURRENT_FILE } from "../schema.js";
import { hasIndex, storedVersions } from "./versions.js";

export interface Opened {
  readonly catalog: Catalog;
  /** Why another version than the one in use was opened. */
  readonly fault?: OperatorError;
}

/**
 * @throws OperatorError with what is wrong with the version in use, where no other version loads either
 */
export function openNewest(root: string): Opened {
  let fault: OperatorError;
  let broken: string | undefined;
  try {
    broken = versionInUse(root);
    return { catalog: openVersion(root, broken) };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    fault = error;
  }
  for (const { name } of storedVersions(root)) {
    if (name === broken) continue;
    try {
      const catalog = openVersion(root, name);
      return { catalog, fault: hasIndex(root) ? replaced(fault, name) : pointerLost(root, name) };
    } catch {
      // What is told is what is wrong with the version in use.
    }
  }
  throw fault;
}

/**
 * Begins to open the version in use before anybody asks for it, while the rest of the program is loaded.
 * @returns what is opened; undefined where it does not load, which `openNewest` tells of, or where there are no threads
 */
export async function openAhead(root: string): Promise<Opened | undefined> {
  if (!canReadInThreads()) return undefined;
  try {
    return { catalog: await openVersionInThreads(root, versionInUse(root)) };
  } catch {
    return undefined;
  }
}

function pointerLost(root: string, name: string): OperatorError {
  return new OperatorError({
    es: `Falta ${join(root, CURRENT_FILE)}, que dice qué versión se usa. Sirvo la más nueva que carga, ${name}; «npm run index -- use ${name}» la deja puesta`,
    en: `${join(root, CURRENT_FILE)} is missing, which says which version is in use. Serving the newest that loads, ${name}; “npm run index -- use ${name}” makes it so`,
  });
}

function replaced(fault: OperatorError, name: string): OperatorError {
  const words = {
    es: `${fault.words.es}. Sirvo la versión ${name}`,
    en: `${fault.words.en}. Serving version ${name}`,
  };
  return new OperatorError(words, { cause: fault });
}
