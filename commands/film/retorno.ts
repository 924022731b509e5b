import type { Field } from "../../src/chat/answer/schema.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { filmMoney, filmMoneySchema, type Money } from "../../src/queries/film/money.js";
import type { Words } from "../../src/words.js";
import { filmCommand, THE_FILM } from "../shared/film-command.js";
import { byCost, dollars } from "../shared/words/figures.js";
import { inCinemas } from "../shared/words/money.js";
import { heading } from "../shared/words/wording.js";

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
    text: told(locale, result),
    fields: amounts(locale, result),
  }),
});

/** What it brought in by what it cost, or which of the two nobody knows. */
function told(locale: Locale, money: Money): string {
  const { budget, revenue } = money;
  if (money.return !== null && !money.doubtful) {
    const factor = byCost(locale, money.return, "one");
    const cinemas = inCinemas(money);
    return say(locale, { es: `Recaudó ${cinemas.es}${factor}.`, en: `It made ${factor}${cinemas.en}.` });
  }
  if (budget === null && revenue === null) {
    return say(locale, {
      es: "No sé cuánto costó ni cuánto recaudó.",
      en: "I don't know what it cost or what it made.",
    });
  }
  if (budget === null) return say(locale, { es: "No sé cuánto costó.", en: "I don't know what it cost." });
  if (revenue === null) return say(locale, { es: "No sé cuánto recaudó.", en: "I don't know what it made." });
  return say(locale, DOUBTFUL);
}

/** What is known; a loss in cinemas speaks for itself. */
function amounts(locale: Locale, money: Money): Field[] {
  const { budget, revenue, gain } = money;
  const cinemas = inCinemas(money);
  const known: [name: Words, value: number | null][] = [
    [{ es: "Presupuesto", en: "Budget" }, budget],
    [{ es: `Recaudación ${cinemas.es}`.trim(), en: `Revenue${cinemas.en}` }, revenue],
    [{ es: "Ganancia", en: "Gain" }, gain !== null && gain < 0 ? null : gain],
  ];
  return known.flatMap(([name, value]) =>
    value === null ? [] : [{ name: say(locale, name), value: dollars(locale, value) }],
  );
}
