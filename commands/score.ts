import { z } from "zod";
import { defineCommand } from "../src/chat/command.js";
import type { Context } from "../src/chat/context.js";
import { date, decimal } from "../src/chat/format.js";
import { say } from "../src/chat/locale.js";
import { filmRef } from "../src/chat/options.js";
import { score as scoreOf, scoreSchema } from "../src/queries/ratings.js";
import { forFilm } from "./shared/reference.js";
import { averageOrUnknown, heading, unknown } from "./shared/wording.js";

export const score = defineCommand({
  name: "score",
  summary: { es: "Popularidad de una película", en: "How popular a film is" },
  options: z.strictObject({ titulo: filmRef() }),
  result: scoreSchema,
  positional: ["titulo"],
  examples: ["score parque jurasico", "score toy story"],
  run(context, options) {
    return forFilm(context, { command: "score", option: "titulo", options }, (row) => {
      const { catalog, locale } = context;
      const result = scoreOf(catalog, row);
      const popularity = result.popularity === null ? unknown(locale) : decimal(locale, result.popularity);
      return {
        status: "ok",
        result,
        answer: {
          kind: "film",
          title: heading(locale, result.film),
          fields: [
            { name: say(locale, { es: "Popularidad", en: "Popularity" }), value: popularity },
            {
              name: say(locale, { es: "Nota media", en: "Average vote" }),
              value: averageOrUnknown(locale, result.voteAverage),
            },
          ],
          footer: popularityNote(context),
        },
      };
    });
  },
});

/** Popularity is of a day: it says which. */
function popularityNote({ catalog, locale }: Context): string {
  const day = date(locale, catalog.manifest.dataDate);
  return say(locale, { es: `Popularidad en TMDB, datos del ${day}`, en: `TMDB popularity, data of ${day}` });
}
