import { z } from "zod";
import type { Answer } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { companyRef } from "../../src/chat/command/options.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type Company, company, companySchema } from "../../src/queries/people/company.js";
import type { Figures } from "../../src/queries/people/figures.js";
import type { Words } from "../../src/words.js";
import { tmdbLink } from "../shared/film-frame.js";
import { forCompany } from "../shared/reference.js";
import { firstOf, isMore, totalWithAverage } from "../shared/words/groups.js";
import { moneyFolds } from "../shared/words/money.js";
import { bestKnownList, filmCount } from "../shared/words/wording.js";

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
          ...bestKnownList(locale, result.films, "numbered"),
          ...sums(locale, result),
          ...tmdbLink(locale, "company", result.company.id),
          notice: true,
        },
      };
    });
  },
});

/** How many films, and with which companies of its house how many more. */
function counted(locale: Locale, { group, ...own }: Company): string {
  const count = filmCount(locale, own.filmCount);
  const films = say(locale, { es: `Ha hecho ${count}.`, en: `Made ${count}.` });
  if (group === undefined || !isMore(group.figures, own)) return films;
  const [, ...others] = group.members.map(({ name }) => name);
  const all = filmCount(locale, group.figures.filmCount);
  const labels = firstOf(locale, others);
  return say(locale, {
    es: `${films} Con sus sellos (${labels}): ${all}.`,
    en: `${films} With its labels (${labels}): ${all}.`,
  });
}

/** What they brought in and earned, and what the whole house did. */
function sums(locale: Locale, { group, ...own }: Company): Pick<Answer, "folds"> {
  const house =
    group !== undefined && isMore(group.figures, own)
      ? amounts(locale, group.figures, { es: " con sus sellos", en: " with its labels" })
      : [];
  return moneyFolds(locale, [...amounts(locale, own, { es: "", en: "" }), ...house]);
}

function amounts(
  locale: Locale,
  figures: Figures,
  whose: Words,
): readonly (readonly [name: Words, value: string | undefined])[] {
  const { totalRevenue, averageRevenue, filmsWithRevenue, totalGain, averageGain, filmsWithGain } = figures;
  const all = figures.filmCount;
  return [
    [
      { es: `Recaudación${whose.es}`, en: `Revenue${whose.en}` },
      totalWithAverage(locale, totalRevenue, averageRevenue, { known: filmsWithRevenue, all }),
    ],
    [
      { es: `Ganancia${whose.es}`, en: `Gain${whose.en}` },
      totalWithAverage(locale, totalGain, averageGain, { known: filmsWithGain, all }),
    ],
  ];
}
