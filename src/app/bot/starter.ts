/** The first index of a data folder: that which the program brought along, else one built from the starter catalogue. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { copyVersion } from "../../catalog/versions/copy.js";
import { openNewest } from "../../catalog/versions/newest.js";
import { isUnwritable, unwritable } from "../../catalog/versions/unwritable.js";
import { storedVersions } from "../../catalog/versions/versions.js";
import { PACKAGE_ROOT } from "../../package-root.js";
import { buildIndex } from "../../refresh/run/build-index.js";
import { OperatorError, type Words } from "../../words.js";
import { type Config, STARTER_DIR } from "../config/config.js";

/** An image has the index of the starter catalogue there: nobody waits for one to be built. */
const OWN_INDEX = join(PACKAGE_ROOT, "data", "starter-index");

export interface StarterOptions {
  /** Says one line to the operator. */
  readonly tell: (words: Words) => void;
  /** Ends a build that is under way. */
  readonly signal?: AbortSignal | undefined;
  /** Root of the index that the program brought along, for tests. */
  readonly own?: string;
}

/**
 * What makes an index in the data folder, says so, and gives the root in which it lies: the program's own where the folder
 * cannot be written to.
 * @throws OperatorError that names a folder that cannot be written to
 */
export function starterBuild(
  { dataDir }: Pick<Config, "dataDir">,
  { tell, signal, own = OWN_INDEX }: StarterOptions,
): () => Promise<string> {
  return async () => {
    if (!existsSync(dataDir)) tell(made(dataDir));
    const brought = versionIn(own);
    if (brought !== undefined) return takeOver(own, brought, dataDir, tell);
    tell(storedVersions(dataDir).length === 0 ? FIRST : AGAIN);
    await buildIndex({ sources: [STARTER_DIR], out: dataDir, signal });
    return dataDir;
  };
}

/** Name of the version that loads; undefined where none does. */
function versionIn(root: string): string | undefined {
  try {
    return openNewest(root).catalog.manifest.version;
  } catch (error) {
    if (error instanceof OperatorError) return undefined;
    throw error;
  }
}

function takeOver(own: string, version: string, dataDir: string, tell: (words: Words) => void): string {
  try {
    copyVersion(own, version, dataDir);
    tell({
      es: `Uso el índice del catálogo inicial que trae el programa; queda en ${dataDir}`,
      en: `Using the starter catalogue's index, which the program brought along; it lies in ${dataDir} now`,
    });
    return dataDir;
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    const { es, en } = unwritable(dataDir, error).words;
    tell({
      es: `${es}. Sirvo el catálogo inicial que trae el programa`,
      en: `${en}. Serving the starter catalogue that the program brought along`,
    });
    return own;
  }
}

const FIRST: Words = { es: "Aún no hay índice: lo construyo…", en: "There is no index yet: building it…" };
const AGAIN: Words = {
  es: "Construyo otro del catálogo inicial…",
  en: "Building another one from the starter catalogue…",
};

function made(dataDir: string): Words {
  return {
    es: `No existe la carpeta ${dataDir} (DATA_DIR): la creo. Si esperabas encontrar datos ahí, revisa DATA_DIR`,
    en: `The folder ${dataDir} (DATA_DIR) does not exist: making it. If you expected data there, check DATA_DIR`,
  };
}
