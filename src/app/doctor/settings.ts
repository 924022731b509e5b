/** Whether the settings can be read, what is wrong with which, and which names are none of ours. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { distance } from "fastest-levenshtein";
import { bad, type Finding, good, warning } from "../../surface/finding.js";
import { OperatorError, type Words } from "../../words.js";
import { type Config, KNOWN_VARIABLES, loadConfig, wrongVariables } from "../config/config.js";
import { type Environment, isSecret } from "../config/environment.js";

export interface ReadSettings {
  readonly findings: readonly Finding[];
  /** What is right of them; undefined where that is not enough to go on with. */
  readonly config: Config | undefined;
}

/** What else an operator may set in the file, for Node and for those who stand between. */
const FOREIGN = /^(?:NODE_|NPM_|HTTPS?_PROXY$|NO_PROXY$|ALL_PROXY$|TZ$|LANG$|LC_|NO_COLOR$|FORCE_COLOR$)/iu;
/** A name that begins like this is meant for us, wherever it stands. */
const OURS = /^(?:DISCORD|TELEGRAM|TMDB|KAGGLE|WIKIDATA)_/u;
/** Letters that may be wrong in a name before it is another one. */
const MOST_WRONG = 3;

const MEND: Words = {
  es: "corrígelo en .env o en el entorno (.env.example los explica todos)",
  en: "mend it in .env or in the environment (.env.example explains all of them)",
};

/**
 * @param env with what the file sets
 * @param file the settings file, which need not be there
 */
export function readSettings(env: Environment, file: string): ReadSettings {
  const wrong = wrongVariables(env);
  const right = Object.fromEntries(
    Object.entries(env).filter(([name]) => !wrong.some((one) => one.name === name)),
  );
  const findings = [
    ...wrong.map(({ error }) => bad(error.words, MEND)),
    ...strangers(env, file).map(strangerFinding),
    ...commentedOut(env, file),
  ];
  try {
    const config = loadConfig(right);
    return { findings: [...findings, ...summary(config, file, wrong.length)], config };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return { findings: [...findings, bad(error.words, MEND)], config: undefined };
  }
}

function summary({ platforms }: Config, file: string, wrong: number): readonly Finding[] {
  if (wrong > 0) return [];
  const path = resolve(file);
  const from = existsSync(file)
    ? { es: `del entorno y de ${path}`, en: `from the environment and ${path}` }
    : { es: `del entorno (no hay ${path})`, en: `from the environment (there is no ${path})` };
  const read = good({ es: `Ajustes: leídos ${from.es}`, en: `Settings: read ${from.en}` });
  return [read, ...misnamed(file), ...(platforms.length > 0 ? [] : [NO_PLATFORM])];
}

/** Secrets that were filled in where the example stands, and whose line is a comment still. */
function commentedOut(env: Environment, file: string): readonly Finding[] {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split(/\r?\n/u) : [];
  return lines.flatMap((line, at) => {
    const [, name = "", value = ""] = /^\s*#+\s*([A-Z_]+)\s*=\s*(\S*)/u.exec(line) ?? [];
    const isMeant = KNOWN_VARIABLES.includes(name) && isSecret(name) && value !== "" && !env[name]?.trim();
    if (!isMeant) return [];
    return [
      warning(
        {
          es: `${name}: en la línea ${at + 1} de ${file} está detrás de una almohadilla (#), y así no cuenta`,
          en: `${name}: on line ${at + 1} of ${file} it stands behind a hash (#), and so does not count`,
        },
        { es: "quita la almohadilla", en: "remove the hash" },
      ),
    ];
  });
}

/** Some editors and Windows give the file another name than the one it was to have. */
function misnamed(file: string): readonly Finding[] {
  if (existsSync(file)) return [];
  const undotted = file.replace(/\.env$/u, "env");
  const found = [`${file}.txt`, undotted, `${undotted}.txt`].find((name) => existsSync(name));
  if (found === undefined) return [];
  return [
    warning(
      { es: `Ajustes: ${resolve(found)} no se lee`, en: `Settings: ${resolve(found)} is not read` },
      { es: `llámalo ${file}, sin nada detrás`, en: `call it ${file}, with nothing after it` },
    ),
  ];
}

const NO_PLATFORM = warning(
  {
    es: "Ajustes: no hay token de Discord ni de Telegram; quedan la terminal y la página web",
    en: "Settings: there is no token of Discord or Telegram; what is left are the terminal and the web page",
  },
  {
    es: "pon DISCORD_TOKEN o TELEGRAM_TOKEN en .env (docs/es/discord.md, docs/es/telegram.md)",
    en: "set DISCORD_TOKEN or TELEGRAM_TOKEN in .env (docs/en/discord.md, docs/en/telegram.md)",
  },
);

interface Stranger {
  readonly name: string;
  /** What was probably meant. */
  readonly meant?: string;
}

/** Names in the file that are none of ours, and such in the environment as were meant to be. */
function strangers(env: Environment, file: string): readonly Stranger[] {
  const inFile = new Set(Object.keys(existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {}));
  return Object.keys(env).flatMap((name): Stranger | [] => {
    if (KNOWN_VARIABLES.includes(name) || FOREIGN.test(name)) return [];
    const meant = meantBy(name);
    const isOurs = inFile.has(name) || OURS.test(name) || (meant !== undefined && OURS.test(meant));
    return isOurs ? { name, meant } : [];
  });
}

/** The variable whose name is nearest; undefined where none is near. */
function meantBy(name: string): string | undefined {
  const written = name.toUpperCase();
  // "DISCORD_BOT_TOKEN": all the words of ours, and one more.
  const within = KNOWN_VARIABLES.find((known) => {
    const words = written.split("_");
    return known.includes("_") && known.split("_").every((word) => words.includes(word));
  });
  const [nearest] = KNOWN_VARIABLES.map((known) => ({ known, wrong: distance(written, known) }))
    .filter(({ known, wrong }) => wrong <= Math.min(MOST_WRONG, Math.floor(known.length / 4)))
    .sort((a, b) => a.wrong - b.wrong);
  return nearest?.known ?? within;
}

function strangerFinding({ name, meant }: Stranger): Finding {
  if (meant === undefined) {
    return warning(
      { es: `${name}: no es ningún ajuste de Claqueta`, en: `${name}: is no setting of Claqueta's` },
      {
        es: "quítalo, o mira su nombre en .env.example",
        en: "remove it, or look its name up in .env.example",
      },
    );
  }
  return warning({
    es: `${name}: ¿querías decir ${meant}?`,
    en: `${name}: did you mean ${meant}?`,
  });
}
