import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { language } from "../../src/chat/command/options.js";
import { number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { filmsInLanguage, languageSchema } from "../../src/queries/releases/places.js";
import { term } from "../shared/term.js";
import { inLanguage, isNoLanguage } from "../shared/words/places.js";
import { bestKnownList, filmCount } from "../shared/words/wording.js";
import { allOfThem } from "./all-of-them.js";

export const idioma = defineCommand({
  names: { es: "idioma", en: "language" },
  synonyms: { es: ["idiomas", "lengua"], en: ["languages"] },
  summary: { es: "Cuántas películas hay en un idioma", en: "How many films there are in a language" },
  phrases: { es: ["cuántas (películas|pelis) (hay|son|están) en {idioma:word}"], en: [] },
  options: z.strictObject({ idioma: language() }),
  result: languageSchema,
  positional: ["idioma"],
  label: { es: "Cuántas películas hay en {idioma}", en: "How many films there are in {idioma}" },
  examples: ["idioma castellano", "idioma frances"],
  run(context) {
    const { catalog, locale } = context;
    const { id, label } = term(context, "language", "idioma");
    const result = filmsInLanguage(catalog, id);
    return {
      status: "ok",
      result,
      answer: {
        kind: "figure",
        title: titleOf(locale, say(locale, label), result),
        ...bestKnownList(locale, result.films),
        ...allOfThem(locale, { idioma: id }, result.originalCount),
      },
    };
  },
});

/** "968 películas en español (en 2.468 se habla)". */
function titleOf(
  locale: Locale,
  label: string,
  { originalCount, spokenCount }: Pick<z.infer<typeof languageSchema>, "originalCount" | "spokenCount">,
): string {
  const language = inLanguage(label, locale.language);
  const films =
    originalCount > 0
      ? `${filmCount(locale, originalCount)} ${language}`
      : say(locale, { es: `Ninguna película ${language}`, en: `No films ${language}` });
  // Where nobody speaks no language is spoken, and it is never spoken less than by those films themselves.
  if (isNoLanguage(label, locale.language) || spokenCount <= originalCount) return films;
  const spoken = number(locale, spokenCount);
  return say(locale, { es: `${films} (en ${spoken} se habla)`, en: `${films} (spoken in ${spoken})` });
}
