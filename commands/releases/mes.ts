import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { month } from "../../src/chat/command/options.js";
import { monthSchema, releasesInMonth } from "../../src/queries/releases/calendar.js";
import { releasesAnswer } from "../shared/releases.js";
import { term } from "../shared/term.js";

export const mes = defineCommand({
  names: { es: "mes", en: "month" },
  synonyms: { es: ["meses"], en: ["months"] },
  summary: { es: "Cuántas películas se estrenaron en un mes", en: "How many films came out in a month" },
  phrases: {
    es: ["cuántas (películas|pelis) (se estrenaron|estrenaron|[se] salieron) en {mes:word}"],
    en: ["how many (films|movies) (came out|were released) in {mes:word}"],
  },
  options: z.strictObject({ mes: month() }),
  result: monthSchema,
  positional: ["mes"],
  label: { es: "Cuántas películas se estrenaron en {mes}", en: "How many films came out in {mes}" },
  examples: ["mes enero", "mes setiembre"],
  run(context) {
    const { id, label } = term(context, "month", "mes");
    const result = releasesInMonth(context.catalog, Number(id));
    return releasesAnswer(context, result, {
      es: `en ${label.es}`,
      en: `in ${label.en}`,
    });
  },
});
