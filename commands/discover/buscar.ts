import { z } from "zod";
import type { Line } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { text } from "../../src/chat/command/options.js";
import { list } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { quoted } from "../../src/chat/text.js";
import { type TextSearch, textSearch, textSearchSchema } from "../../src/queries/discover/text-search.js";
import { cardOf } from "../shared/card.js";
import { heading } from "../shared/words/wording.js";

const FILMS_SHOWN = 10;

export const buscar = defineCommand({
  names: { es: "buscar", en: "search" },
  synonyms: { es: ["busca", "busqueda", "buscador", "encuentra", "tema"], en: ["find"] },
  summary: {
    es: "Películas por lo que cuentan: temas, argumento, personas, géneros",
    en: "Films by what they are about: themes, plot, people, genres",
  },
  phrases: {
    es: [
      "películas sobre {texto}",
      "[busco|quiero|dame] [una|alguna] (película[s]|peli[s]) (sobre|acerca de|que trate[n] de) {texto}",
    ],
    en: ["[a|some] (films|film|movies|movie) about {texto}"],
  },
  options: z.strictObject({ texto: text() }),
  result: textSearchSchema,
  positional: ["texto"],
  label: { es: "Películas sobre {texto}", en: "Films about {texto}" },
  examples: ["buscar tiburones", "buscar de spielberg con dinosaurios"],
  async run({ catalog, locale, fullText }, { texto }) {
    const matches = (await fullText()).search(texto, FILMS_SHOWN);
    const result = textSearch(catalog, texto, matches);
    const asked = quoted(texto);
    if (result.films.length === 0) {
      const words = {
        es: `No encontré películas sobre ${asked.es}. Prueba con menos palabras o más corrientes.`,
        en: `I couldn't find films about ${asked.en}. Try fewer or more common words.`,
      };
      return { status: "empty", result: null, answer: { kind: "empty", text: say(locale, words) } };
    }
    return {
      status: "ok",
      result,
      answer: {
        kind: "list",
        title: say(locale, { es: `Películas sobre ${asked.es}`, en: `Films about ${asked.en}` }),
        list: { numbered: true, lines: lines(locale, result) },
      },
    };
  },
});

/** A film that has fewer of the words than the best says which. */
function lines(locale: Locale, { films }: TextSearch): Line[] {
  const most = films[0]?.matched.length ?? 0;
  return films.map(({ film, matched }) => ({
    head: heading(locale, film),
    asks: cardOf(film),
    ...(matched.length < most ? { why: list(locale, matched) } : {}),
  }));
}
