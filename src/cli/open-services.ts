/** From a folder to everything a command is given. */
import { commands } from "../../commands/index.js";
import type { Catalog } from "../catalog/catalog.js";
import { hasIndex, openCatalog } from "../catalog/open.js";
import type { AnswerSettings, Services } from "../chat/context.js";
import { DependencyError } from "../chat/errors.js";
import { createFind } from "../find/create.js";
import type { FullText } from "../find/port.js";
import { OperatorError, type Words } from "../words.js";

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
    return createServices(openCatalog(dataDir), settings);
  } catch (error) {
    throw unreadable(error, dataDir);
  }
}

/** Everything that answers from one version of the index. The full text is read once, when it is first asked for. */
export function createServices(catalog: Catalog, settings: AnswerSettings): Services {
  let reading: Promise<FullText> | undefined;
  const fullText = () => {
    reading ??= readFullText(catalog).catch((error: unknown) => {
      throw new DependencyError("full text", NO_FULL_TEXT, { cause: error });
    });
    return reading;
  };
  return { catalog, find: createFind(catalog), fullText, commands, settings };
}

/** Its stemmers are only loaded with it: the first answer does not wait for them. */
async function readFullText(catalog: Catalog): Promise<FullText> {
  const { openFullText } = await import("../find/full-text.js");
  return openFullText(catalog);
}

const NO_FULL_TEXT: Words = {
  es: "La búsqueda por temas no está disponible ahora mismo. Por título sí: prueba con /pelicula.",
  en: "Searching by theme is not available right now. By title it is: try /pelicula.",
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
