/** Names that people use and that no standard table holds. */
import type { PlatformId } from "../../catalog/platforms.js";
import type { Words } from "../../words.js";

/**
 * Countries by their code that the runtime calls by what came after them, by what no film lover calls them ("RAE de Hong
 * Kong (China)"), or not at all.
 */
export const COUNTRY_NAMES: Readonly<Record<string, Words>> = {
  AN: { es: "Antillas Neerlandesas", en: "Netherlands Antilles" },
  BA: { es: "Bosnia y Herzegovina", en: "Bosnia and Herzegovina" },
  CD: { es: "República Democrática del Congo", en: "Democratic Republic of the Congo" },
  CG: { es: "República del Congo", en: "Republic of the Congo" },
  CI: { es: "Costa de Marfil", en: "Ivory Coast" },
  CS: { es: "Serbia y Montenegro", en: "Serbia and Montenegro" },
  HK: { es: "Hong Kong", en: "Hong Kong" },
  MM: { es: "Birmania", en: "Myanmar" },
  MO: { es: "Macao", en: "Macao" },
  PS: { es: "Palestina", en: "Palestine" },
  SU: { es: "Unión Soviética", en: "Soviet Union" },
  TR: { es: "Turquía", en: "Turkey" },
  TT: { es: "Trinidad y Tobago", en: "Trinidad and Tobago" },
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
  CD: ["Congo", "Congo - Kinshasa", "Zaire"],
  CG: ["Congo - Brazzaville"],
  CI: ["Côte d’Ivoire"],
  CZ: ["República Checa", "Chequia", "Czech Republic"],
  XG: ["RDA"],
  MX: ["Méjico", "México"],
  CN: ["China"],
  HK: ["RAE de Hong Kong", "Hong Kong SAR"],
  MM: ["Myanmar", "Burma"],
  TR: ["Türkiye"],
  AE: ["Emiratos", "EAU", "UAE"],
};

/** No language at all: TMDB's code for films in which nobody speaks. */
const NO_LANGUAGE = "xx";

/** Languages by their code that the runtime does not know, or calls by what nobody says; "cn" is TMDB's own for Cantonese. */
export const LANGUAGE_NAMES: Readonly<Record<string, Words>> = {
  bn: { es: "bengalí", en: "Bengali" },
  cn: { es: "cantonés", en: "Cantonese" },
  eu: { es: "euskera", es419: "vasco", en: "Basque" },
  lo: { es: "laosiano", en: "Lao" },
  sh: { es: "serbocroata", en: "Serbo-Croatian" },
  [NO_LANGUAGE]: { es: "sin diálogos", en: "no dialogue" },
};

/** By ISO 639-1 code. */
export const LANGUAGE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  es: ["castellano", "castilian"],
  ca: ["valenciano", "mallorquín", "balear", "Valencian"],
  eu: ["vasco", "vascuence", "euskara"],
  nl: ["holandés", "flamenco", "Flemish"],
  tl: ["tagalo", "Tagalog"],
  pa: ["panyabí"],
  zh: ["mandarín", "mandarin", "chino"],
  xx: ["sin idioma", "sin palabras", "sin diálogo", "muda", "mudas", "no language", "silent"],
  fa: ["farsi", "persa"],
  sh: ["serbio (latino)"],
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
