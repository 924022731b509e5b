import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { companyRef } from "../../src/chat/command/options.js";
import { money } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { company, companySchema } from "../../src/queries/people/company.js";
import { forCompany } from "../shared/reference.js";
import { filmCount, moneyOrUnknown, shortHeading } from "../shared/wording.js";

export const productora = defineCommand({
  names: { es: "productora", en: "company" },
  synonyms: { es: ["estudio", "estudios", "compania"], en: ["studio", "studios"] },
  summary: {
    es: "Cuántas películas hizo una productora y cuánto recaudaron",
    en: "How many films a company made and what they brought in",
  },
  options: z.strictObject({ nombre: companyRef() }),
  result: companySchema,
  positional: ["nombre"],
  examples: ["productora pixar", "productora studio ghibli"],
  run(context) {
    return forCompany(context, "nombre", (row) => {
      const { catalog, locale } = context;
      const result = company(catalog, row);
      return {
        status: "ok",
        result,
        answer: {
          kind: "list",
          title: result.company.name,
          text: `${filmCount(locale, result.filmCount)}.`,
          fields: [
            {
              name: say(locale, { es: "Recaudación total", en: "Total revenue" }),
              value: known(locale, result.totalRevenue, result.filmsWithRevenue),
            },
            {
              name: say(locale, { es: "Ganancia total", en: "Total gain" }),
              value: known(locale, result.totalGain, result.filmsWithGain),
            },
          ],
          list: { lines: result.films.map((film) => ({ head: shortHeading(locale, film) })) },
        },
      };
    });
  },
});

function known(locale: Locale, total: number, films: number): string {
  if (films === 0) return moneyOrUnknown(locale, null);
  const counted = filmCount(locale, films);
  return say(locale, {
    es: `${money(locale, total)} (${counted} con cifras)`,
    en: `${money(locale, total)} (${counted} with figures)`,
  });
}
