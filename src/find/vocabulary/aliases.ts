/** Names that people use and that no standard table holds. */
import type { PlatformId } from "../../catalog/platforms.js";

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
  SU: ["URSS", "USSR", "Unión Soviética", "Soviet Union"],
  KR: ["Corea", "Corea del Sur", "Korea", "South Korea"],
  KP: ["Corea del Norte", "North Korea"],
  CZ: ["República Checa", "Chequia", "Czech Republic"],
  XC: ["Checoslovaquia", "Czechoslovakia"],
  XG: ["Alemania Oriental", "RDA", "East Germany"],
  YU: ["Yugoslavia"],
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
