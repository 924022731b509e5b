import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { integer, platform } from "../../src/chat/command/options.js";
import { plural } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { scoredAbove, scoredCountSchema } from "../../src/queries/platforms/scored.js";
import { notLoaded, platformNamed, yearOption } from "../shared/platform.js";
import { catalogueNote, filmCount } from "../shared/words/wording.js";

export const plataformaPuntaje = defineCommand({
  names: { es: "plataforma puntaje", en: "platform above" },
  summary: {
    es: "Cuántas películas de un año superan un puntaje en una plataforma",
    en: "How many movies of a year are above a score on a platform",
  },
  options: z.strictObject({
    plataforma: platform(),
    puntaje: integer({ min: 0, max: 100 }, { es: "Puntaje", en: "Score" }),
    anio: yearOption(),
  }),
  result: scoredCountSchema,
  positional: ["plataforma", "puntaje", "anio"],
  examples: ["plataforma puntaje netflix 70 2018"],
  run(context, options) {
    const { catalog, locale } = context;
    const asked = platformNamed(context);
    const missing = notLoaded(context, asked);
    if (missing) return missing;
    const result = scoredAbove(catalog, asked.id, options.puntaje, options.anio);
    const number = filmCount(locale, result.movieCount);
    const verb = plural(locale, result.movieCount, {
      es: { one: "supera", other: "superan" },
      en: { one: "is", other: "are" },
    });
    return {
      status: "ok",
      result,
      answer: {
        kind: "figure",
        title: say(locale, {
          es: `${asked.name}: ${number} de ${result.year} ${verb} los ${result.score} puntos`,
          en: `${asked.name}: ${number} of ${result.year} ${verb} above ${result.score} points`,
        }),
        ...(result.scoreSource === "votes"
          ? {
              text: say(locale, {
                es: "La plataforma no da puntajes: vale la nota media de TMDB × 10.",
                es419: "La plataforma no da puntajes: vale el promedio de TMDB × 10.",
                en: "The platform gives no scores: TMDB's average vote × 10 stands in.",
              }),
            }
          : {}),
        ...catalogueNote(context, result),
      },
    };
  },
});
