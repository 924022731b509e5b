import { z } from "zod";
import { defineCommand } from "../src/chat/command.js";
import { say } from "../src/chat/locale.js";
import { filmRef } from "../src/chat/options.js";
import { filmMoney, filmMoneySchema } from "../src/queries/money.js";
import { forFilm } from "./shared/reference.js";
import { heading, moneyFields } from "./shared/wording.js";

export const retorno = defineCommand({
  name: "retorno",
  summary: { es: "Lo que costó una película y lo que devolvió", en: "What a film cost and returned" },
  options: z.strictObject({ titulo: filmRef() }),
  result: filmMoneySchema,
  positional: ["titulo"],
  examples: ["retorno parque jurasico", "retorno titanic"],
  run(context, options) {
    return forFilm(context, { command: "retorno", option: "titulo", options }, (row) => {
      const { catalog, locale } = context;
      const result = filmMoney(catalog, row);
      return {
        status: "ok",
        result,
        answer: {
          kind: "film",
          title: heading(locale, result.film),
          fields: moneyFields(locale, result, "all"),
          ...(result.doubtful
            ? {
                footer: say(locale, {
                  es: "Cifras dudosas: una de ellas es demasiado pequeña para ser cierta.",
                  en: "Doubtful figures: one of them is too small to be true.",
                }),
              }
            : {}),
        },
      };
    });
  },
});
