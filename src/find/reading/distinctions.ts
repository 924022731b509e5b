/** Words that tell which of several films of one name is meant. All folded; Spanish and English. */

/** How a film was made: what tells a cartoon from the film with actors of the same title. */
const ANIMATED: ReadonlyMap<string, boolean> = new Map([
  ...[
    "dibujos",
    "dibujitos",
    "animada",
    "animado",
    "animados",
    "animadas",
    "animacion",
    "anime",
    "caricatura",
    "caricaturas",
    "munequitos",
    "munecos",
    "monitos",
    "comiquitas",
    "animated",
    "cartoon",
  ].map((word) => [word, true] as const),
  ["liveaction", false],
]);
/** Alone, each of these words is part of many a title. */
const WITH_ACTORS =
  /\b(?:live action|accion real|carne y hueso|(?:actores|personas) (?:reales|de verdad))\b/g;

/** "live action", "acción real" and the like as one word, which `animatedOf` knows. */
export function joinLiveAction(text: string): string {
  return text.replace(WITH_ACTORS, "liveaction");
}

/** Whether a folded word says that a film is animated (true) or has actors (false). */
export function animatedOf(word: string): boolean | undefined {
  return ANIMATED.get(word);
}

const RELEASE_AGAIN = new Set([
  "rerelease",
  "release",
  "remastered",
  "remasterizada",
  "restaurada",
  "reestreno",
]);

/** Whether a folded word tells of a later release of the same film. */
export function isReleaseAgain(word: string): boolean {
  return RELEASE_AGAIN.has(word);
}

/** Which of several films of one name is meant: "dune la nueva", "la ultima de james bond". */
const ORDER: ReadonlyMap<string, "newest" | "oldest"> = new Map([
  ...[
    "nueva",
    "nuevo",
    "nuevita",
    "ultima",
    "ultimo",
    "reciente",
    "actual",
    "moderna",
    "remake",
    "new",
    "newest",
    "latest",
  ].map((word) => [word, "newest"] as const),
  ...[
    "vieja",
    "viejo",
    "viejita",
    "viejito",
    "antigua",
    "antiguo",
    "clasica",
    "clasico",
    "original",
    "old",
    "older",
    "classic",
  ].map((word) => [word, "oldest"] as const),
]);

/** "la de antes", "la de ahora": of these words, only behind "de". */
const ORDER_BEHIND_DE: ReadonlyMap<string, "newest" | "oldest"> = new Map([
  ["antes", "oldest"],
  ["ahora", "newest"],
  ["hoy", "newest"],
]);

/**
 * Whether a folded word asks for the newest or the oldest of several.
 * @param previous the word before it
 */
export function orderOf(word: string, previous?: string): "newest" | "oldest" | undefined {
  return ORDER.get(word) ?? (previous === "de" ? ORDER_BEHIND_DE.get(word) : undefined);
}

/** Words before the figures of a decade: "la de los 50", "años 50". */
const BEFORE_DECADE = new Set(["los", "anos", "the", "decada"]);

/** The two figures of the first year of a decade, where a folded word is one: "50" behind "los", "80s". */
export function decadeOf(word: string, previous: string | undefined): number | undefined {
  const [, figures, s] = /^(?:19|20)?(\d0)(s?)$/.exec(word) ?? [];
  return figures !== undefined && (s === "s" || BEFORE_DECADE.has(previous ?? ""))
    ? Number(figures)
    : undefined;
}

/** Whether a folded word only introduces a decade: "los años 50". */
export function introducesDecade(word: string, next: string | undefined): boolean {
  return word === "anos" && decadeOf(next ?? "", word) !== undefined;
}

/** ISO 3166-1 codes by the adjectives for what comes from there, folded: "la version americana". */
const DEMONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    US: "americana americano estadounidense yanqui gringa american hollywood",
    GB: "inglesa ingles britanica britanico british english",
    ES: "espanola espanol spanish",
    MX: "mexicana mexicano mexican",
    AR: "argentina argentino argentine argentinian",
    CL: "chilena chileno chilean",
    CO: "colombiana colombiano colombian",
    PE: "peruana peruano peruvian",
    UY: "uruguaya uruguayo uruguayan",
    PY: "paraguaya paraguayo paraguayan",
    BO: "boliviana boliviano bolivian",
    EC: "ecuatoriana ecuatoriano ecuadorian",
    VE: "venezolana venezolano venezuelan",
    CU: "cubana cubano cuban",
    DO: "dominicana dominicano dominican",
    PR: "puertorriquena puertorriqueno",
    GT: "guatemalteca guatemalteco guatemalan",
    CR: "costarricense",
    BR: "brasilena brasilera brasileno brasilero brazilian",
    FR: "francesa frances french",
    IT: "italiana italiano italian",
    DE: "alemana aleman german",
    AT: "austriaca austriaco austrian",
    CH: "suiza suizo swiss",
    BE: "belga belgian",
    NL: "holandesa holandes neerlandesa neerlandes dutch",
    PT: "portuguesa portugues portuguese",
    IE: "irlandesa irlandes irish",
    SE: "sueca sueco swedish",
    DK: "danesa danes danish",
    NO: "noruega noruego norwegian",
    FI: "finlandesa finlandes finnish",
    IS: "islandesa islandes icelandic",
    PL: "polaca polaco polish",
    CZ: "checa checo czech",
    HU: "hungara hungaro hungarian",
    RO: "rumana rumano romanian",
    GR: "griega griego greek",
    TR: "turca turco turkish",
    IR: "irani iranian",
    IL: "israeli",
    EG: "egipcia egipcio egyptian",
    JP: "japonesa japones japanese",
    KR: "coreana coreano korean surcoreana surcoreano",
    CN: "china chino chinese",
    HK: "hongkonesa hongkones",
    TW: "taiwanesa taiwanes taiwanese",
    TH: "tailandesa tailandes thai",
    IN: "india indio hindu indian",
    RU: "rusa ruso russian sovietica sovietico soviet",
    SU: "rusa sovietica sovietico soviet",
    AU: "australiana australiano australian",
    NZ: "neozelandesa neozelandes",
    ZA: "sudafricana sudafricano",
    CA: "canadiense canadian",
  })
    .flatMap(([code, words]) => words.split(" ").map((word) => [word, code] as const))
    .reduce(
      (all, [word, code]) => all.set(word, [...(all.get(word) ?? []), code]),
      new Map<string, string[]>(),
    ),
);

/** The countries that a folded adjective names, as ISO 3166-1 codes; none where it names none. */
export function countriesOf(word: string): readonly string[] {
  return DEMONYMS.get(word) ?? [];
}
