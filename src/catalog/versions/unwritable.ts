/** Folders that cannot be written to: the operator's to mend, so they are named, and what is missing: a right, or room. */
import { OperatorError } from "../../words.js";

const FORBIDDEN = ["EACCES", "EPERM", "EROFS"];
const FULL: ReadonlySet<string | undefined> = new Set(["ENOSPC", "EDQUOT"]);
const CODES: ReadonlySet<string | undefined> = new Set([...FORBIDDEN, ...FULL]);

export function isUnwritable(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && CODES.has((error as NodeJS.ErrnoException).code);
}

export function unwritable(folder: string, error: NodeJS.ErrnoException): OperatorError {
  if (FULL.has(error.code)) {
    const words = {
      es: `No queda sitio para escribir en ${folder} (${error.code}): libera espacio en ese disco`,
      en: `There is no room left to write in ${folder} (${error.code}): free some space on that disk`,
    };
    return new OperatorError(words, { cause: error });
  }
  const user = process.getuid?.();
  const who = {
    es:
      user === undefined ? "el usuario que arranca el bot" : `el usuario ${user}, que es el que lo arranca,`,
    en: user === undefined ? "the user who starts the bot" : `user ${user}, who starts the bot,`,
  };
  const owner = user === undefined ? "" : ` (chown -R ${user} ${folder})`;
  return new OperatorError(
    {
      es: `No se puede escribir en ${folder} (${error.code}): ${who.es} tiene que poder hacerlo${owner}`,
      en: `${folder} cannot be written to (${error.code}): ${who.en} has to be able to${owner}`,
    },
    { cause: error },
  );
}

/** Does what writes to a folder. @throws OperatorError that names it where that cannot be */
export function writing<T>(folder: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw isUnwritable(error) ? unwritable(folder, error) : error;
  }
}
