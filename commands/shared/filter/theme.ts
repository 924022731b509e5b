/** What a theme in free words means. */
import type { Context } from "../../../src/chat/contract.js";
import { say } from "../../../src/chat/locale.js";
import { quoted } from "../../../src/chat/text.js";
import { themeOfFilms, themeOfKeywords } from "../../../src/queries/discover/traits.js";
import type { Trait } from "../../../src/select/filter.js";
import { type GivenValue, unknownValue } from "./given-value.js";
import type { Meaning } from "./meaning.js";

/** A theme that is known, else the films in which all its words are found. */
export async function themeOf(context: Context, given: GivenValue): Promise<Meaning<Trait>> {
  const { text } = given;
  const { find, catalog, locale } = context;
  const theme = find.theme(text);
  if (theme.kind === "found") {
    const { name, keywords } = theme.value;
    return { constraint: themeOfKeywords(catalog, text, keywords), exact: text, label: say(locale, name) };
  }
  const films = (await context.fullText()).containing(text);
  if (films.length > 0) return { constraint: themeOfFilms(text, films), exact: text, label: text };
  const typed = quoted(text);
  const words = {
    es: `No conozco ninguna película sobre ${typed.es}. Prueba con menos palabras o más corrientes.`,
    en: `I know no film about ${typed.en}. Try fewer or more common words.`,
  };
  throw unknownValue(context, given, words, []);
}
