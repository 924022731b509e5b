import { z } from "zod";
import type { Choice, Line } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { integer, text } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { list } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { quoted } from "../../src/chat/text.js";
import { type TextSearch, textSearch, textSearchSchema } from "../../src/queries/discover/text-search.js";
import { cardOf } from "../shared/card.js";
import { nextOnes } from "../shared/more.js";
import { heading } from "../shared/words/wording.js";

const FILMS_SHOWN = 10;
const MOST_PAGES = 20;

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
  options: z.strictObject({
    texto: text(),
    cantidad: integer({ min: 1, max: 20, default: FILMS_SHOWN }, { es: "Cantidad", en: "Count" }),
    pagina: integer(
      { min: 1, max: MOST_PAGES, default: 1 },
      { es: "Página", en: "Page", help: { es: "2: las siguientes", en: "2: the next ones" } },
    ),
  }),
  result: textSearchSchema,
  positional: ["texto"],
  label: { es: "Películas sobre {texto}", en: "Films about {texto}" },
  examples: ["buscar tiburones", "buscar de spielberg con dinosaurios"],
  async run(context, { texto, cantidad, pagina }) {
    const { catalog, locale, fullText } = context;
    const end = pagina * cantidad;
    // One more than is shown tells whether there are more.
    const found = textSearch(catalog, texto, (await fullText()).search(texto, end + 1));
    const result = { ...found, films: found.films.slice(end - cantidad, end) };
    const asked = quoted(texto);
    if (result.films.length === 0 && pagina > 1) {
      const text = say(locale, { es: "No hay más.", en: "There are no more." });
      return { status: "empty", result, answer: { kind: "empty", text } };
    }
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
        list: { numbered: true, lines: lines(locale, result, found.films[0]?.matched.length ?? 0) },
        ...(found.films.length > end && pagina < MOST_PAGES ? { choices: [nextPage(context, pagina)] } : {}),
      },
    };
  },
});

function nextPage({ locale, asked }: Context, pagina: number): Choice {
  return nextOnes(locale, { command: asked.command, options: { ...asked.options, pagina: pagina + 1 } });
}

/**
 * A film that has fewer of the words than the best says which.
 * @param most words that the best film of all pages has
 */
function lines(locale: Locale, { films }: TextSearch, most: number): Line[] {
  return films.map(({ film, matched }) => ({
    head: heading(locale, film),
    asks: cardOf(film),
    ...(matched.length < most ? { why: list(locale, matched) } : {}),
  }));
}
