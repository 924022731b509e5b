/** Names that people use and that no standard table holds. */

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

/** By TMDB's English name: the Spanish label, then further names. */
export const GENRE_LABELS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Action: ["Acción"],
  Adventure: ["Aventura", "Aventuras"],
  Animation: ["Animación", "Dibujos animados", "Animada"],
  Comedy: ["Comedia", "Comedias", "Humor"],
  Crime: ["Crimen", "Policíaca", "Policial"],
  Documentary: ["Documental", "Documentales"],
  Drama: ["Drama", "Dramas"],
  Family: ["Familia", "Familiar", "Infantil"],
  Fantasy: ["Fantasía", "Fantástica"],
  Foreign: ["Extranjera"],
  History: ["Historia", "Histórica"],
  Horror: ["Terror", "Miedo"],
  Music: ["Música", "Musical"],
  Mystery: ["Misterio"],
  Romance: ["Romance", "Romántica", "Amor"],
  "Science Fiction": ["Ciencia ficción", "Sci-Fi", "Scifi", "Ficción"],
  "TV Movie": ["Película de TV", "Telefilme"],
  Thriller: ["Suspense", "Suspenso", "Thriller"],
  War: ["Bélica", "Guerra"],
  Western: ["Western", "Del Oeste", "Vaqueros"],
};

export const PLATFORMS: readonly { id: string; label: string; aliases: readonly string[] }[] = [
  { id: "amazon", label: "Amazon Prime Video", aliases: ["prime", "prime video", "amazon prime"] },
  { id: "disney", label: "Disney+", aliases: ["disney plus", "disneyplus"] },
  { id: "hulu", label: "Hulu", aliases: [] },
  { id: "netflix", label: "Netflix", aliases: [] },
];
