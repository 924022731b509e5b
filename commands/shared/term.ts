/** Values of closed vocabularies: what was typed for a month, a country, a platform. */
import type { Choice } from "../../src/chat/answer/answer.js";
import type { Context } from "../../src/chat/context.js";
import { UserError } from "../../src/chat/errors.js";
import { alternatives } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import type { Term, Vocabulary } from "../../src/find/port.js";
import type { Words } from "../../src/words.js";
import type { Asked } from "./reference.js";

/**
 * The term of a closed vocabulary that an option names.
 * @throws UserError that names the option and what it takes
 */
export function term(
  { find, locale }: Context,
  vocabulary: Vocabulary,
  { command, option, options }: Asked,
): Term {
  const given = String(options[option]);
  const resolution = find.term(vocabulary, given);
  if (resolution.kind === "found") return resolution.value;
  const near = resolution.kind === "choices" ? resolution.values : resolution.suggestions;
  const labels = (language: "es" | "en") =>
    alternatives(
      { ...locale, language },
      near.map(({ label }) => label[language]),
    );
  const known = VOCABULARY_WORDS[vocabulary];
  const hint =
    near.length > 0
      ? { es: `¿Quisiste decir ${labels("es")}?`, en: `Did you mean ${labels("en")}?` }
      : { es: `Prueba con ${known.example.es}.`, en: `Try ${known.example.en}.` };
  throw new UserError(
    {
      es: `«${given}» no es ${known.name.es}. ${hint.es}`,
      en: `“${given}” is no ${known.name.en}. ${hint.en}`,
    },
    {
      option,
      suggestions: near.map(({ label }) => ({
        label: say(locale, label),
        command,
        options: { ...options, [option]: say(locale, label) } as Choice["options"],
      })),
    },
  );
}

const VOCABULARY_WORDS: Readonly<Record<Vocabulary, { name: Words; example: Words }>> = {
  month: { name: { es: "un mes", en: "month" }, example: { es: "enero, ene o 1", en: "january, jan or 1" } },
  weekday: {
    name: { es: "un día de la semana", en: "day of the week" },
    example: { es: "lunes o viernes", en: "monday or friday" },
  },
  country: {
    name: { es: "un país", en: "country" },
    example: { es: "España o México", en: "Spain or Mexico" },
  },
  language: {
    name: { es: "un idioma", en: "language" },
    example: { es: "francés o inglés", en: "French or English" },
  },
  genre: {
    name: { es: "un género", en: "genre" },
    example: { es: "comedia o terror", en: "comedy or horror" },
  },
  platform: {
    name: { es: "una plataforma", en: "platform" },
    example: { es: "netflix, amazon, disney o hulu", en: "netflix, amazon, disney or hulu" },
  },
  duration: {
    name: { es: "una medida de duración", en: "unit of duration" },
    example: { es: "minutos o temporadas", en: "minutes or seasons" },
  },
};
