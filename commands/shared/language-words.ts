/** Films of a language in words. */
import type { Language } from "../../src/words.js";

/** Labels that say themselves that there is none: "películas sin diálogos". */
const NO_LANGUAGE: Readonly<Record<Language, RegExp>> = { es: /^sin /u, en: /^no /u };

/** "en francés", "in French"; of films in which nobody speaks "sin diálogos", "with no dialogue". */
export function inLanguage(label: string, language: Language): string {
  if (language === "es") return NO_LANGUAGE.es.test(label) ? label : `en ${label}`;
  return NO_LANGUAGE.en.test(label) ? `with ${label}` : `in ${label}`;
}
