import { z } from "zod";
import { defineCommand } from "../src/chat/command.js";
import { say } from "../src/chat/locale.js";
import { filmRef } from "../src/chat/options.js";
import { runtime, runtimeSchema } from "../src/queries/runtime.js";
import { forFilm } from "./shared/reference.js";
import { heading, minutes, unknown } from "./shared/wording.js";

export const duracion = defineCommand({
  name: "duracion",
  summary: { es: "Cuánto dura una película", en: "How long a film is" },
  options: z.strictObject({ titulo: filmRef() }),
  result: runtimeSchema,
  positional: ["titulo"],
  examples: ["duracion titanic", "duracion el padrino"],
  run(context, options) {
    return forFilm(context, { command: "duracion", option: "titulo", options }, (row) => {
      const { catalog, locale } = context;
      const result = runtime(catalog, row);
      return {
        status: "ok",
        result,
        answer: {
          kind: "film",
          title: heading(locale, result.film),
          fields: [
            {
              name: say(locale, { es: "Duración", en: "Runtime" }),
              value: result.runtime === null ? unknown(locale) : minutes(locale, result.runtime),
            },
          ],
          ...(result.doubtful
            ? { footer: say(locale, { es: "Duración dudosa.", en: "Doubtful runtime." }) }
            : {}),
        },
      };
    });
  },
});
