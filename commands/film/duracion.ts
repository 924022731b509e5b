import { type Locale, say } from "../../src/chat/locale.js";
import { runtime, runtimeSchema } from "../../src/queries/film/runtime.js";
import { filmCommand, THE_FILM } from "../shared/film-command.js";
import { hours } from "../shared/words/figures.js";
import { heading, minutes } from "../shared/words/wording.js";

export const duracion = filmCommand({
  names: { es: "duracion", en: "runtime" },
  synonyms: { es: ["cuanto dura", "dura", "minutos", "metraje"], en: ["how long", "length", "duration"] },
  summary: { es: "Cuánto dura una película", en: "How long a film is" },
  phrases: {
    es: [
      `(cuánto|cuántos minutos|qué) (dura|duración tiene) ${THE_FILM.es}`,
      `[cuál es la] duración (de|del) ${THE_FILM.es}`,
    ],
    en: [
      `how long (is|was|does) ${THE_FILM.en} [last]`,
      `[what is] [the] (runtime|length|duration) of ${THE_FILM.en}`,
    ],
  },
  result: runtimeSchema,
  label: { es: "Duración de {titulo}", en: "Length of {titulo}" },
  examples: ["duracion titanic", "duracion el padrino"],
  query: ({ catalog }, row) => runtime(catalog, row),
  answer: ({ locale }, result) => ({
    kind: "film",
    title: heading(locale, result.film),
    fields: [{ name: say(locale, { es: "Duración", en: "Runtime" }), value: length(locale, result.runtime) }],
    ...(result.doubtful ? { footer: say(locale, { es: "Duración dudosa.", en: "Doubtful runtime." }) } : {}),
  }),
});

/** "3 h 14 min (194 minutos)". */
function length(locale: Locale, runtime: number | null): string {
  if (runtime === null) return say(locale, { es: "No la sé.", en: "I don't know it." });
  const counted = minutes(locale, runtime);
  return runtime < 60 ? counted : `${hours(locale, runtime)} (${counted})`;
}
