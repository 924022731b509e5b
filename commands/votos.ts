import { z } from "zod";
import { defineCommand } from "../src/chat/command.js";
import { number } from "../src/chat/format.js";
import { say } from "../src/chat/locale.js";
import { filmRef } from "../src/chat/options.js";
import { votes, votesSchema } from "../src/queries/ratings.js";
import { forFilm } from "./shared/reference.js";
import { averageOrUnknown, heading } from "./shared/wording.js";

export const votos = defineCommand({
  name: "votos",
  summary: { es: "Votos de una película y su nota media", en: "A film's votes and their average" },
  options: z.strictObject({ titulo: filmRef() }),
  result: votesSchema,
  positional: ["titulo"],
  examples: ["votos titanic", "votos cinderella"],
  run(context, options) {
    return forFilm(context, { command: "votos", option: "titulo", options }, (row) => {
      const { catalog, locale, settings } = context;
      const result = votes(catalog, row, settings.minimumVotes);
      const minimum = number(locale, result.minimum);
      return {
        status: "ok",
        result,
        answer: {
          kind: "film",
          title: heading(locale, result.film),
          text:
            result.voteCount >= result.minimum
              ? undefined
              : say(locale, {
                  es: `Con menos de ${minimum} votos no se da la nota media.`,
                  en: `No average is given below ${minimum} votes.`,
                }),
          fields: [
            { name: say(locale, { es: "Votos", en: "Votes" }), value: number(locale, result.voteCount) },
            ...(result.voteCount >= result.minimum
              ? [
                  {
                    name: say(locale, { es: "Nota media", en: "Average vote" }),
                    value: averageOrUnknown(locale, result.voteAverage),
                  },
                ]
              : []),
          ],
        },
      };
    });
  },
});
