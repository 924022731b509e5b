/** From a folder to everything a command is given. */
import { commands } from "../../commands/index.js";
import { hasIndex, openCatalog } from "../catalog/open.js";
import type { AnswerSettings, Services } from "../chat/context.js";
import { createFind } from "../find/create.js";
import { OperatorError } from "../words.js";

/**
 * Loads the index below `dataDir`; `build` makes one first where there is none at all.
 * Throws an OperatorError where it does not load.
 */
export async function openServices(
  dataDir: string,
  settings: AnswerSettings,
  build?: () => Promise<void>,
): Promise<Services> {
  try {
    if (build && !hasIndex(dataDir)) await build();
    const catalog = openCatalog(dataDir);
    return { catalog, find: createFind(catalog), commands, settings };
  } catch (error) {
    throw unreadable(error, dataDir);
  }
}

/** A file in a folder's place, or a folder nobody may read, is the operator's to mend. */
function unreadable(error: unknown, dataDir: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return new OperatorError(
    { es: `No se puede leer ${dataDir} (${code})`, en: `${dataDir} cannot be read (${code})` },
    { cause: error },
  );
}
