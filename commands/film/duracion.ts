import { say } from "../../src/chat/locale.js";
import { runtime, runtimeSchema } from "../../src/queries/film/runtime.js";
import { filmCommand } from "../shared/film-command.js";
import { heading, minutes, unknown } from "../shared/wording.js";

export const duracion = filmCommand({
  names: { es: "duracion", en: "runtime" },
  summary: { es: "Cuánto dura una película", en: "How long a film is" },
  result: runtimeSchema,
  examples: ["duracion titanic", "duracion el padrino"],
  query: ({ catalog }, row) => runtime(catalog, row),
  answer: ({ locale }, result) => ({
    kind: "film",
    title: heading(locale, result.film),
    fields: [
      {
        name: say(locale, { es: "Duración", en: "Runtime" }),
        value: result.runtime === null ? unknown(locale) : minutes(locale, result.runtime),
      },
    ],
    ...(result.doubtful ? { footer: say(locale, { es: "Duración dudosa.", en: "Doubtful runtime." }) } : {}),
  }),
});
