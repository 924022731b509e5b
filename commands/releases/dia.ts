import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { weekday } from "../../src/chat/command/options.js";
import { releasesOnWeekday, weekdaySchema } from "../../src/queries/releases/calendar.js";
import { releasesAnswer } from "../shared/releases.js";
import { term } from "../shared/term.js";

export const dia = defineCommand({
  names: { es: "dia", en: "weekday" },
  synonyms: { es: ["dias"], en: ["day", "days", "weekdays"] },
  summary: {
    es: "Cuántas películas se estrenaron en un día de la semana",
    en: "How many films came out on a weekday",
  },
  phrases: {
    es: ["cuántas (películas|pelis) (se estrenaron|estrenaron|[se] salieron) (un|el|los) {dia:word}"],
    en: ["how many (films|movies) (came out|were released) on [a] {dia:word}[s]"],
  },
  options: z.strictObject({ dia: weekday() }),
  result: weekdaySchema,
  positional: ["dia"],
  label: { es: "Cuántas películas se estrenaron en {dia}", en: "How many films came out on a {dia}" },
  examples: ["dia viernes", "dia miercoles"],
  run(context) {
    const { id, label } = term(context, "weekday", "dia");
    const result = releasesOnWeekday(context.catalog, Number(id));
    return releasesAnswer(context, result, {
      es: `un ${label.es}`,
      en: `on a ${label.en}`,
    });
  },
});
