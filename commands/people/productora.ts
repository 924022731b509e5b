import { z } from "zod";
import type { Field } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { companyRef } from "../../src/chat/command/options.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type Company, company, companySchema } from "../../src/queries/people/company.js";
import type { Figures } from "../../src/queries/people/figures.js";
import { cardOf } from "../shared/card.js";
import { firstOf, isMore, total } from "../shared/groups.js";
import { forCompany } from "../shared/reference.js";
import { filmCount, shortHeading } from "../shared/wording.js";

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
  label: { es: "Películas de la productora {nombre}", en: "Films made by {nombre}" },
  examples: ["productora pixar", "productora studio ghibli", "productora disney"],
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
          text: counted(locale, result),
          fields: [
            ...moneyFields(locale, result, { es: "", en: "" }),
            ...(result.group && isMore(result.group.figures, result)
              ? moneyFields(locale, result.group.figures, { es: " con sus sellos", en: " with its labels" })
              : []),
          ],
          list: {
            lines: result.films.map((film) => ({ head: shortHeading(locale, film), asks: cardOf(film) })),
          },
        },
      };
    });
  },
});

/** How many films, and with which companies of its house how many more. */
function counted(locale: Locale, { group, ...own }: Company): string {
  const films = `${filmCount(locale, own.filmCount)}.`;
  if (group === undefined || !isMore(group.figures, own)) return films;
  const [, ...others] = group.members.map(({ name }) => name);
  const all = filmCount(locale, group.figures.filmCount);
  const labels = firstOf(locale, others);
  return say(locale, {
    es: `${films} Con sus sellos (${labels}): ${all}.`,
    en: `${films} With its labels (${labels}): ${all}.`,
  });
}

function moneyFields(
  locale: Locale,
  sums: Figures,
  whose: { readonly es: string; readonly en: string },
): Field[] {
  return [
    {
      name: say(locale, { es: `Recaudación total${whose.es}`, en: `Total revenue${whose.en}` }),
      value: total(locale, sums.totalRevenue, sums.filmsWithRevenue),
    },
    {
      name: say(locale, { es: `Ganancia total${whose.es}`, en: `Total gain${whose.en}` }),
      value: total(locale, sums.totalGain, sums.filmsWithGain),
    },
  ];
}
