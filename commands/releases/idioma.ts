import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { language } from "../../src/chat/command/options.js";
import { number } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { filmsInLanguage, languageSchema } from "../../src/queries/releases/places.js";
import { term } from "../shared/term.js";
import { bestKnownList } from "../shared/wording.js";

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
        title: say(locale, { es: `Películas en ${label.es}`, en: `Films in ${label.en}` }),
        fields: [
          {
            name: say(locale, { es: "Como idioma original", en: "As original language" }),
            value: number(locale, result.originalCount),
          },
          {
            name: say(locale, { es: "Se habla en", en: "Spoken in" }),
            value: number(locale, result.spokenCount),
          },
        ],
        ...bestKnownList(locale, result.films),
      },
    };
  },
});
