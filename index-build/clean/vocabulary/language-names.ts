/** Languages by their names, in English, in Spanish or in themselves, as TMDB writes them. */

/** TMDB's codes (ISO 639-1, and its own for Cantonese) of films. */
const CODES =
  "aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch cn co cr cs cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy ia id ig is it iu ja jv ka kg ki kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lv mg mh mi mk ml mn mr ms mt my nb ne nl nn no nv ny oc oj om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi wo xh yi yo za zh zu".split(
    " ",
  );

/** What TMDB writes otherwise than the tables that the program runs with. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  普通话: "zh",
  mandarin: "zh",
  "广州话 / 廣州話": "cn",
  cantonese: "cn",
  "한국어/조선말": "ko",
  pусский: "ru",
  cesky: "cs",
  slovencina: "sk",
  hrvatski: "hr",
  srpski: "sr",
  bosanski: "bs",
  "bahasa melayu": "ms",
  "bahasa indonesia": "id",
  eesti: "et",
  український: "uk",
  қазақ: "kk",
  ozbek: "uz",
  shqip: "sq",
  afrikaans: "af",
  latin: "la",
  latviesu: "lv",
  lietuviu: "lt",
  malti: "mt",
  norsk: "no",
  norwegian: "no",
  noruego: "no",
  isizulu: "zu",
  kiswahili: "sw",
  galego: "gl",
  euskera: "eu",
  farsi: "fa",
  persian: "fa",
  castellano: "es",
  valencia: "ca",
  "no language": "xx",
  "sin idioma": "xx",
  tagalog: "tl",
  filipino: "tl",
};

const IN_ENGLISH = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

let names: ReadonlyMap<string, string> | undefined;

/** ISO 639-1; undefined for what is none. */
export function languageCode(name: string): string | undefined {
  names ??= namesOfLanguages();
  const key = plain(name);
  return names.get(key) ?? (CODES.includes(key) ? key : undefined);
}

/** In English; the code itself where it has no name. */
export function languageName(code: string): string {
  return code === "cn" ? "Cantonese" : (IN_ENGLISH.of(code) ?? code);
}

function namesOfLanguages(): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const code of CODES) {
    for (const language of ["en", "es", code]) {
      const name = new Intl.DisplayNames(language, { type: "language", fallback: "none" }).of(code);
      if (name !== undefined && !known.has(plain(name))) known.set(plain(name), code);
    }
  }
  for (const [name, code] of Object.entries(OTHER_NAMES)) known.set(plain(name), code);
  return known;
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "");
}
