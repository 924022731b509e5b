/** Values of closed vocabularies: what was typed for a month, a country, a platform. */
import type { Context } from "../../src/chat/contract.js";
import { alternatives } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { quoted } from "../../src/chat/text.js";
import type { Term, Vocabulary } from "../../src/find/port.js";
import type { Language, Words } from "../../src/words.js";
import { type GivenValue, unknownValue } from "./filter/given-value.js";
import { fromCountry, inLanguage } from "./words/places.js";

/**
 * The term of a closed vocabulary that an option names.
 * @throws UserError that names the option and what it takes
 */
export function term(context: Context, vocabulary: Vocabulary, option: string): Term {
  return termOf(context, vocabulary, { option, text: String(context.asked.options[option]) });
}

/** The same for a value that may be one of several. */
export function termOf(context: Context, vocabulary: Vocabulary, given: GivenValue): Term {
  const { find, locale } = context;
  const resolution = find.term(vocabulary, given.text);
  if (resolution.kind === "found") return resolution.value;
  const near = resolution.kind === "choices" ? resolution.values : resolution.suggestions;
  const labels = (language: Language) => {
    const reader = language === locale.language ? locale : { language, tag: language };
    return alternatives(
      reader,
      near.map(({ label }) => say(reader, label)),
    );
  };
  const { name, example } = VOCABULARY_WORDS[vocabulary];
  const hint =
    near.length > 0
      ? { es: `¿Quisiste decir ${labels("es")}?`, en: `Did you mean ${labels("en")}?` }
      : { es: `Prueba con ${example.es}.`, en: `Try ${example.en}.` };
  const typed = quoted(given.text);
  const absent = resolution.kind === "none" ? resolution.absent : undefined;
  const words: Words = absent
    ? noFilmsOf(vocabulary, absent.label)
    : {
        es: `No conozco ${name.es} ${typed.es}. ${hint.es}`,
        en: `I don't know the ${name.en} ${typed.en}. ${hint.en}`,
      };
  const suggestions = near.map(({ label }) => ({ label: say(locale, label), value: say(locale, label) }));
  throw unknownValue(context, given, words, suggestions);
}

/** Nobody is told that Kosovo is no country. */
function noFilmsOf(vocabulary: Vocabulary, label: Words): Words {
  const { es, en } =
    vocabulary === "language"
      ? { es: inLanguage(label.es, "es"), en: inLanguage(label.en, "en") }
      : fromCountry(label);
  return { es: `No conozco películas ${es}.`, en: `I know no films ${en}.` };
}

const VOCABULARY_WORDS: Readonly<Record<Vocabulary, { name: Words; example: Words }>> = {
  month: { name: { es: "el mes", en: "month" }, example: { es: "enero, ene o 1", en: "January, Jan or 1" } },
  weekday: {
    name: { es: "el día de la semana", en: "day of the week" },
    example: { es: "lunes o viernes", en: "Monday or Friday" },
  },
  country: {
    name: { es: "el país", en: "country" },
    example: { es: "España o México", en: "Spain or Mexico" },
  },
  language: {
    name: { es: "el idioma", en: "language" },
    example: { es: "francés o inglés", en: "French or English" },
  },
  genre: {
    name: { es: "el género", en: "genre" },
    example: { es: "comedia o terror", en: "comedy or horror" },
  },
  platform: {
    name: { es: "la plataforma", en: "platform" },
    example: { es: "Netflix, Amazon, Disney o Hulu", en: "Netflix, Amazon, Disney or Hulu" },
  },
  duration: {
    name: { es: "la medida de duración", en: "unit of duration" },
    example: { es: "minutos o temporadas", en: "minutes or seasons" },
  },
  order: {
    name: { es: "el orden", en: "order" },
    example: { es: "mejor, reciente o recaudación", en: "best, newest or revenue" },
  },
  type: {
    name: { es: "el tipo de título", en: "type of title" },
    example: { es: "película o serie", en: "film or series" },
  },
  chart: {
    name: { es: "el gráfico", en: "chart" },
    example: { es: "estrenos, géneros o taquilla", en: "releases, genres or box office" },
  },
};
