/** The command line of `index-build`. */
import { parseArgs } from "node:util";
import { type Language, OperatorError } from "../src/words.js";
import type { BuildOptions } from "./build.js";

export interface Arguments extends BuildOptions {
  readonly language: Language;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const USAGE =
  "index-build --source DIR [--source DIR…] --out DIR [--min-films N] [--keep-current] [--threads N] [--lang es|en]";

/**
 * @param env only `LOCALE` is read: the language where `--lang` gives none
 * @throws OperatorError with the usage, where something is wrong
 */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Arguments {
  const { source = [], out, "min-films": minFilms = "1", threads, lang, ...rest } = parse(args);
  if (source.length === 0) throw wrong({ es: "Falta --source.", en: "--source is missing." });
  if (out === undefined || out === "") throw wrong({ es: "Falta --out.", en: "--out is missing." });
  if (!/^\d{1,9}$/.test(minFilms)) {
    throw wrong({ es: "--min-films debe ser un número entero.", en: "--min-films must be a whole number." });
  }
  if (threads !== undefined && !/^[1-9]\d?$/.test(threads)) {
    throw wrong({
      es: "--threads debe ser un número entero de 1 a 99.",
      en: "--threads must be a whole number from 1 to 99.",
    });
  }
  if (lang !== undefined && lang !== "es" && lang !== "en") {
    throw wrong({ es: "--lang debe ser es o en.", en: "--lang must be es or en." });
  }
  return {
    sources: source,
    out,
    minFilms: Number(minFilms),
    ...(rest["keep-current"] === true ? { keepCurrent: true } : {}),
    ...(threads === undefined ? {} : { threads: Number(threads) }),
    language: lang ?? defaultLanguage(env),
  };
}

/** "en-GB" is English; everything else is Spanish. */
export function defaultLanguage({ LOCALE }: Environment): Language {
  return LOCALE?.toLowerCase().startsWith("en") === true ? "en" : "es";
}

function parse(args: readonly string[]): {
  source?: string[];
  out?: string;
  "min-films"?: string;
  "keep-current"?: boolean;
  threads?: string;
  lang?: string;
} {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        source: { type: "string", multiple: true },
        out: { type: "string" },
        "min-films": { type: "string" },
        "keep-current": { type: "boolean" },
        threads: { type: "string" },
        lang: { type: "string" },
      },
    });
    return values;
  } catch (error) {
    // Node says it in English only; the argument it is about stands in quotes.
    const argument = /'([^']+)'/.exec(error instanceof Error ? error.message : "")?.[1] ?? args.join(" ");
    throw wrong({ es: `No se entiende «${argument}».`, en: `Not understood: "${argument}".` });
  }
}

function wrong({ es, en }: { es: string; en: string }): OperatorError {
  return new OperatorError({ es: `${es} Uso: ${USAGE}`, en: `${en} Usage: ${USAGE}` });
}
