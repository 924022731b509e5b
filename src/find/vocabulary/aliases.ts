/** Names that people use and that no standard table holds. */
import type { PlatformId } from "../../catalog/platforms.js";
import type { Words } from "../../words.js";

/** Countries that are no more, by their code: the runtime calls them by what came after, or not at all. */
export const FORMER_COUNTRIES: Readonly<Record<string, Words>> = {
  CS: { es: "Serbia y Montenegro", en: "Serbia and Montenegro" },
  SU: { es: "Unión Soviética", en: "Soviet Union" },
  XC: { es: "Checoslovaquia", en: "Czechoslovakia" },
  XG: { es: "Alemania Oriental", en: "East Germany" },
  YU: { es: "Yugoslavia", en: "Yugoslavia" },
};

/** By ISO 3166-1 code. */
export const COUNTRY_ALIASES: Readonly<Record<string, readonly string[]>> = {
  US: [
    "EE. UU.",
    "EEUU",
    "EE UU",
    "E.E.U.U.",
    "USA",
    "U.S.A.",
    "Estados Unidos de América",
    "America",
    "Norteamérica",
  ],
  GB: ["UK", "Gran Bretaña", "Inglaterra", "England", "Great Britain"],
  NL: ["Holanda", "Holland"],
  RU: ["Rusia", "Russia"],
  SU: ["URSS", "USSR"],
  KR: ["Corea", "Corea del Sur", "Korea", "South Korea"],
  KP: ["Corea del Norte", "North Korea"],
  CZ: ["República Checa", "Chequia", "Czech Republic"],
  XG: ["RDA"],
  MX: ["Méjico", "México"],
  CN: ["China"],
  TR: ["Turquía", "Turkey"],
  AE: ["Emiratos", "EAU", "UAE"],
};

/** By ISO 639-1 code; "cn" is TMDB's own for Cantonese, "xx" for films without words. */
export const LANGUAGE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  es: ["castellano", "castilian"],
  zh: ["mandarín", "mandarin", "chino"],
  cn: ["cantonés", "cantonese"],
  xx: ["sin idioma", "sin palabras", "muda", "no language"],
  fa: ["farsi", "persa"],
  sh: ["serbocroata", "serbo-croatian"],
};

export const PLATFORM_ALIASES: Readonly<Record<PlatformId, readonly string[]>> = {
  amazon: ["prime", "prime video", "amazon prime"],
  disney: ["disney plus", "disneyplus"],
  hulu: [],
  netflix: [],
};
