/** Countries and languages in phrases: what stands before their names. */
import type { Language, Words } from "../../../src/words.js";

/** How names of countries begin that have an article. */
const ARTICLES_ES: readonly (readonly [article: string, name: RegExp])[] = [
  ["la ", /^(?:Unión|República) /u],
  ["los ", /^(?:Países|Emiratos|Territorios) /u],
  ["las ", /^(?:Islas |Antillas |Bahamas|Bermudas)/u],
  ["el ", /^Reino /u],
];
const ARTICLE_EN =
  /^(?:United |Netherlands|Soviet |Republic |Democratic |Philippines|Bahamas|Cayman |Czech Rep|Dominican Rep)/u;

/** "de la Unión Soviética", "del Reino Unido", "from the Netherlands". */
export function fromCountry({ es, en }: Words): Words {
  const [article = ""] = ARTICLES_ES.find(([, name]) => name.test(es)) ?? [];
  return {
    es: `de ${article}${es}`.replace(/^de el /u, "del "),
    en: `from ${ARTICLE_EN.test(en) ? "the " : ""}${en}`,
  };
}

/** Labels that say themselves that there is none: "películas sin diálogos". */
const NO_LANGUAGE: Readonly<Record<Language, RegExp>> = { es: /^sin /u, en: /^no /u };

/** Whether the label is of films in which nobody speaks. */
export function isNoLanguage(label: string, language: Language): boolean {
  return NO_LANGUAGE[language].test(label);
}

/** "en francés", "in French"; of films in which nobody speaks "sin diálogos", "with no dialogue". */
export function inLanguage(label: string, language: Language): string {
  const isNone = isNoLanguage(label, language);
  if (language === "es") return isNone ? label : `en ${label}`;
  return isNone ? `with ${label}` : `in ${label}`;
}
