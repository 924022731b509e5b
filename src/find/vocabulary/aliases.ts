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

/** What films can be ordered by: id, Spanish name, English name, further names. */
export const ORDERS: readonly (readonly [id: string, es: string, en: string, ...aliases: string[]])[] = [
  ["mejor", "mejor", "best", "mejores", "mejor valoradas", "mejor nota", "top", "best rated", "top rated"],
  ["peor", "peor", "worst", "peores", "peor valoradas", "peor nota", "malas", "worst rated"],
  [
    "popular",
    "popular",
    "popular",
    "populares",
    "mas populares",
    "popularidad",
    "popularity",
    "most popular",
  ],
  ["votos", "votos", "votes", "mas votadas", "mas votos", "votadas", "conocidas", "most voted", "best known"],
  ["recaudacion", "recaudación", "revenue", "taquilla", "mas taquilleras", "taquilleras", "box office"],
  ["retorno", "retorno", "return", "rentables", "mas rentables", "rentabilidad", "roi", "most profitable"],
  ["ganancia", "ganancia", "gain", "ganancias", "beneficio", "beneficios", "profit", "gains", "profits"],
  ["presupuesto", "presupuesto", "budget", "mas caras", "caras", "coste", "costo", "cost", "most expensive"],
  [
    "reciente",
    "reciente",
    "newest",
    "recientes",
    "nuevas",
    "mas nuevas",
    "estrenos",
    "recent",
    "latest",
    "new",
  ],
  ["antigua", "antigua", "oldest", "antiguas", "mas antiguas", "viejas", "mas viejas", "old", "earliest"],
  ["larga", "larga", "longest", "largas", "mas largas", "mas larga", "long"],
  ["corta", "corta", "shortest", "cortas", "mas cortas", "mas corta", "short"],
  ["joya", "joya", "gem", "joyas", "joyas ocultas", "poco conocidas", "gems", "hidden gem", "hidden gems"],
  ["azar", "azar", "random", "al azar", "aleatorio", "aleatoria", "sorpresa", "surprise", "shuffle"],
];
