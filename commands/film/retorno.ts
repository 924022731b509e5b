import { say } from "../../src/chat/locale.js";
import { filmMoney, filmMoneySchema } from "../../src/queries/film/money.js";
import type { Words } from "../../src/words.js";
import { filmCommand, THE_FILM } from "../shared/film-command.js";
import { heading, moneyFields } from "../shared/wording.js";

const DOUBTFUL: Words = {
  es: "Cifras dudosas: una de ellas es demasiado pequeña para ser cierta.",
  en: "Doubtful figures: one of them is too small to be true.",
};

export const retorno = filmCommand({
  names: { es: "retorno", en: "return" },
  synonyms: {
    es: [
      "taquilla",
      "recaudacion",
      "recaudado",
      "ingresos",
      "ganancia",
      "ganancias",
      "beneficio",
      "beneficios",
      "presupuesto",
      "rentabilidad",
    ],
    en: ["box office", "revenue", "budget", "earnings", "profit", "gross"],
  },
  summary: { es: "Lo que costó una película y lo que devolvió", en: "What a film cost and returned" },
  phrases: {
    es: [
      `cuánto (recaudó|costó|ganó|dinero (hizo|ganó|recaudó)|ingresó) ${THE_FILM.es}`,
      `[cuál (es|fue)] [el|la] (presupuesto|recaudación|retorno) (de|del) ${THE_FILM.es}`,
    ],
    en: [
      `how much [money] did ${THE_FILM.en} (make|earn|gross|cost)`,
      `[what (is|was)] [the] (budget|revenue|return) of ${THE_FILM.en}`,
    ],
  },
  result: filmMoneySchema,
  label: { es: "Coste y recaudación de {titulo}", en: "Cost and takings of {titulo}" },
  examples: ["retorno parque jurasico", "retorno titanic"],
  query: ({ catalog }, row) => filmMoney(catalog, row),
  answer: ({ locale }, result) => ({
    kind: "film",
    title: heading(locale, result.film),
    fields: moneyFields(locale, result, "all"),
    ...(result.doubtful ? { footer: say(locale, DOUBTFUL) } : {}),
  }),
});
