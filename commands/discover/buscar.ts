import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { list } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { text } from "../../src/chat/command/options.js";
import { textSearch, textSearchSchema } from "../../src/queries/discover/text-search.js";
import { heading } from "../shared/wording.js";

const FILMS_SHOWN = 10;

export const buscar = defineCommand({
  name: "buscar",
  summary: {
    es: "Películas por lo que cuentan: temas, argumento, personas, géneros",
    en: "Films by what they are about: themes, plot, people, genres",
  },
  options: z.strictObject({ texto: text() }),
  result: textSearchSchema,
  positional: ["texto"],
  examples: ["buscar tiburones", "buscar de spielberg con dinosaurios"],
  async run({ catalog, locale, fullText }, { texto }) {
    const matches = (await fullText()).search(texto, FILMS_SHOWN);
    const result = textSearch(catalog, texto, matches);
    if (result.films.length === 0) {
      return {
        status: "empty",
        result: null,
        answer: {
          kind: "empty",
          text: say(locale, {
            es: `No encontré películas sobre «${texto}». Prueba con menos palabras o más corrientes.`,
            en: `I found no films about “${texto}”. Try fewer or more common words.`,
          }),
        },
      };
    }
    const asked = result.films[0].matched.length;
    return {
      status: "ok",
      result,
      answer: {
        kind: "list",
        title: say(locale, { es: `Películas sobre «${texto}»`, en: `Films about “${texto}”` }),
        // Where a film has not all of the words, it says which.
        list: result.films.map(({ film, matched }) =>
          matched.length < asked
            ? `${heading(locale, film)}: ${list(locale, matched)}`
            : heading(locale, film),
        ),
        choices: result.films.slice(0, 5).map(({ film }) => ({
          label: heading(locale, film),
          command: "pelicula",
          options: { titulo: `tmdb:${film.id}` },
        })),
        prompt: say(locale, { es: "¿Quieres ver la ficha?", en: "Would you like to see a card?" }),
      },
    };
  },
});
