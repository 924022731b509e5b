import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { collectionRef } from "../../src/chat/command/options.js";
import { money } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { collection, collectionSchema } from "../../src/queries/people/collection.js";
import { forCollection } from "../shared/reference.js";
import { collectionName, filmCount, moneyOrUnknown, shortHeading } from "../shared/wording.js";

export const franquicia = defineCommand({
  names: { es: "franquicia", en: "franchise" },
  synonyms: {
    es: ["saga", "sagas", "coleccion", "trilogia", "universo"],
    en: ["collection", "trilogy", "series", "universe"],
  },
  summary: {
    es: "Películas de una saga y lo que recaudaron",
    en: "A franchise's films and what they brought in",
  },
  options: z.strictObject({ nombre: collectionRef() }),
  result: collectionSchema,
  positional: ["nombre"],
  examples: ["franquicia toy story", "franquicia volver al futuro"],
  run(context) {
    return forCollection(context, "nombre", (row) => {
      const { catalog, locale } = context;
      const result = collection(catalog, row);
      return {
        status: "ok",
        result,
        answer: {
          kind: "list",
          title: collectionName(locale, result.collection.name),
          text: `${filmCount(locale, result.filmCount)}.`,
          fields: [
            {
              name: say(locale, { es: "Recaudación", en: "Revenue" }),
              value: sum(locale, result.totalRevenue, result.averageRevenue, result.filmsWithRevenue),
            },
            {
              name: say(locale, { es: "Ganancia", en: "Gain" }),
              value: sum(locale, result.totalGain, result.averageGain, result.filmsWithGain),
            },
          ],
          list: {
            lines: result.films.map(({ film, revenue }) => ({
              head: shortHeading(locale, film),
              details: [moneyOrUnknown(locale, revenue)],
            })),
          },
        },
      };
    });
  },
});

/** "US$ 1.937.890.605 en total · US$ 645.963.535 de media (3 películas con cifras)". */
function sum(locale: Locale, total: number, average: number | null, known: number): string {
  if (average === null) return moneyOrUnknown(locale, null);
  return say(locale, {
    es: `${money(locale, total)} en total · ${money(locale, average)} de media (${filmCount(locale, known)} con cifras)`,
    en: `${money(locale, total)} in all · ${money(locale, average)} on average (${filmCount(locale, known)} with figures)`,
  });
}
