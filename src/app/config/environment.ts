/** The environment as it is, before anything in it is checked. */
import { existsSync, readFileSync } from "node:fs";
import { OperatorError, type Words } from "../../words.js";

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `.env` into the process's environment, where it does not overrule what is set, and gives that environment.
 * Throws an OperatorError for a file that cannot be read, or with a line that sets nothing (which Node would skip).
 */
export function loadEnvironment(file = ".env"): Environment {
  if (!existsSync(file)) return process.env;
  let line: number | undefined;
  try {
    line = brokenLine(readFileSync(file, "utf8"));
    if (line === undefined) process.loadEnvFile(file);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "?";
    const words = { es: `No se puede leer ${file} (${code})`, en: `${file} cannot be read (${code})` };
    throw new OperatorError(words, { cause });
  }
  if (line === undefined) return process.env;
  // The line itself is not shown: it may hold a secret.
  throw new OperatorError({
    es: `${file}, línea ${line}: se esperaba NOMBRE=valor`,
    en: `${file}, line ${line}: expected NAME=value`,
  });
}

/** Number of the first line that neither sets a variable nor is empty, a comment or part of a quoted value. */
function brokenLine(text: string): number | undefined {
  const withoutQuoted = text.replace(
    /=[ \t]*(["'`])[\s\S]*?\1/gu,
    (quoted) => `=${quoted.replace(/[^\n]/gu, "")}`,
  );
  const lines = withoutQuoted.replace(/^\ufeff/u, "").split("\n");
  const bad = lines.findIndex((line) => !/^\s*(?:#.*|(?:export\s+)?[A-Za-z_][\w.-]*\s*=.*)?\s*$/u.test(line));
  // Within a quoted value that spans lines, what remains of them is empty, so that the count still holds.
  return bad === -1 ? undefined : bad + 1;
}

/** Whether a variable of that name holds something nobody may read in a log or an error. */
export function isSecret(name: string): boolean {
  // The address of a database holds its password.
  return /(?:TOKEN|SECRET|KEY|PASSWORD)S?$|^DATABASE_URL$/iu.test(name);
}

/** A value as an error may show it: quoted, and never that of a secret. */
export function shownValue(name: string, value: string): Words {
  if (isSecret(name)) return { es: "otra cosa (no se muestra)", en: "something else (not shown)" };
  return { es: `«${value}»`, en: `“${value}”` };
}
