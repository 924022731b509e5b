/** Countries by their names, as catalogues and flat files write them. */

/** What they write otherwise than the table of regions that the program runs with. */
const OTHER_NAMES = new Map(
  Object.entries({
    bosnia: "BA",
    burma: "MM",
    "cabo verde": "CV",
    "cote d'ivoire": "CI",
    czechoslovakia: "XC",
    "czech republic": "CZ",
    "east germany": "XG",
    england: "GB",
    "hong kong": "HK",
    "ivory coast": "CI",
    "korea, south": "KR",
    macao: "MO",
    macedonia: "MK",
    palestine: "PS",
    "palestinian territories": "PS",
    "republic of ireland": "IE",
    "russian federation": "RU",
    scotland: "GB",
    serbia: "RS",
    "south korea": "KR",
    "soviet union": "SU",
    "the netherlands": "NL",
    turkey: "TR",
    uk: "GB",
    "u.k.": "GB",
    "u.s.": "US",
    "u.s.a.": "US",
    "united states of america": "US",
    usa: "US",
    yugoslavia: "YU",
    "west germany": "DE",
    // In Spanish.
    "ee. uu.": "US",
    eeuu: "US",
    "ee.uu.": "US",
    inglaterra: "GB",
  }),
);

let names: ReadonlyMap<string, string> | undefined;

/** The ISO 3166-1 code of a country by its English or Spanish name; undefined for what is none. */
export function countryCode(name: string): string | undefined {
  names ??= namesOfCountries();
  const key = plain(name);
  return OTHER_NAMES.get(key) ?? names.get(key);
}

const IN_ENGLISH = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const IN_SPANISH = new Intl.DisplayNames("es", { type: "region", fallback: "none" });

/** In English, as the sources write it: as it was written where that is no Spanish, the code where it has no name. */
export function countryName(code: string, written = code): string {
  const isEnglish = written !== code && /^\p{Lu}/u.test(written) && written !== IN_SPANISH.of(code);
  if (isEnglish) return written;
  return code === "US" ? "United States of America" : (IN_ENGLISH.of(code) ?? code);
}

const LETTERS = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place));

/** Where a name stands for two countries in two languages, English wins. */
function namesOfCountries(): ReadonlyMap<string, string> {
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const known = new Map<string, string>();
  for (const language of ["en", "es"]) {
    const regions = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const code of codes.filter(isOfToday)) {
      const name = plain(regions.of(code) ?? "");
      if (name !== "" && !known.has(name)) known.set(name, code);
    }
  }
  return known;
}

/** Countries that are no more go by the name of those that followed: "Germany" is not DD. */
function isOfToday(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}

/** Without capitals, accents and typographic apostrophes. */
function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll("’", "'")
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "");
}
