/** Every setting that a community has, in the order in which the panel shows them. Each has an effect: others are not offered. */
import { z } from "zod";
import { ANNOUNCEMENTS } from "./announcements.js";
import { declare } from "./declaration.js";
import { NIGHTS } from "./nights.js";

const MOST_VOTES = 100_000;
const MOST_QUESTIONS = 600;
/** More commands than there are. */
const MOST_COMMANDS = 200;

const NO_LIMIT = { es: "sin límite", en: "no limit" } as const;

export const DECLARED = {
  language: declare({
    schema: z.enum(["client", "es", "en"]),
    fallback: "client",
    form: {
      kind: "choice",
      options: [
        {
          value: "client",
          words: { es: "el que se detecte", en: "as detected" },
          typed: ["auto", "automatico", "automatic", "detectar", "ninguno", "none"],
        },
        { value: "es", words: { es: "español", en: "Spanish" }, typed: ["es", "castellano"] },
        { value: "en", words: { es: "inglés", en: "English" }, typed: ["en"] },
      ],
    },
    name: { es: "Idioma", en: "Language" },
    help: {
      es: "En qué idioma se responde a quien no eligió el suyo ni lo dice su aplicación.",
      en: "Which language people are answered in who chose none and whose app says none of ours.",
    },
    typed: { es: ["idioma", "lengua"], en: ["language"] },
  }),
  region: declare({
    schema: z.enum(["client", "ES", "419", "MX", "AR", "CO", "CL", "PE", "VE", "EC", "UY"]),
    fallback: "client",
    form: {
      kind: "choice",
      options: [
        {
          value: "client",
          words: { es: "la que diga cada aplicación", en: "as each one's app says" },
          typed: ["auto", "automatica", "automatic", "detectar", "ninguna", "none"],
        },
        {
          value: "ES",
          words: { es: "España", en: "Spain" },
          typed: ["es", "espana", "es-es", "peninsula"],
        },
        {
          value: "419",
          words: { es: "América Latina", en: "Latin America" },
          typed: [..."419 es-419 latam latinoamerica latino america hispanoamerica".split(" ")],
        },
        { value: "MX", words: { es: "México", en: "Mexico" }, typed: ["mx", "es-mx", "mejico"] },
        { value: "AR", words: { es: "Argentina", en: "Argentina" }, typed: ["ar", "es-ar"] },
        { value: "CO", words: { es: "Colombia", en: "Colombia" }, typed: ["co", "es-co"] },
        { value: "CL", words: { es: "Chile", en: "Chile" }, typed: ["cl", "es-cl"] },
        { value: "PE", words: { es: "Perú", en: "Peru" }, typed: ["pe", "es-pe"] },
        { value: "VE", words: { es: "Venezuela", en: "Venezuela" }, typed: ["ve", "es-ve"] },
        { value: "EC", words: { es: "Ecuador", en: "Ecuador" }, typed: ["ec", "es-ec"] },
        { value: "UY", words: { es: "Uruguay", en: "Uruguay" }, typed: ["uy", "es-uy"] },
      ],
    },
    name: { es: "Región", en: "Region" },
    help: {
      es: "Con qué títulos se nombran las películas en español, y en qué país se mira dónde verlas.",
      en: "Which titles films have in Spanish, and in which country it is looked up where to watch them.",
    },
    typed: { es: ["region", "pais"], en: ["region", "country"] },
  }),
  minimumVotes: declare({
    schema: z.int().min(0).max(MOST_VOTES),
    fallback: 2000,
    form: {
      kind: "amount",
      max: MOST_VOTES,
      presets: [0, 500, 2000, 10_000],
      none: { es: "ninguno", en: "none" },
    },
    name: { es: "Votos mínimos", en: "Minimum votes" },
    help: {
      es: "Con menos votos no se da la nota de una película. Con 0 se da siempre, y se dice en cuántos votos se apoya.",
      en: "With fewer votes no average of a film is given. With 0 it always is, with how many votes it rests on.",
    },
    typed: { es: ["minimo", "votos", "minimos"], en: ["minimum", "votes"] },
  }),
  commandsOff: declare({
    schema: z.array(z.string().min(1).max(40)).max(MOST_COMMANDS).readonly(),
    fallback: [],
    form: { kind: "commands" },
    name: { es: "Comandos apagados", en: "Commands off" },
    help: {
      es: "Qué comandos no responden aquí. «-retorno» apaga uno, «+retorno» lo enciende, «todos» los enciende todos.",
      en: "Which commands do not answer here. “-retorno” switches one off, “+retorno” on, “all” switches all on.",
    },
    typed: { es: ["comandos", "comando", "apagados"], en: ["commands", "command", "off"] },
  }),
  answers: declare({
    schema: z.enum(["public", "private"]),
    fallback: "public",
    form: {
      kind: "choice",
      options: [
        {
          value: "public",
          words: { es: "para todo el canal", en: "for the whole channel" },
          typed: ["publico", "publicas", "publica", "public", "todos", "all"],
        },
        {
          value: "private",
          words: { es: "solo para quien pregunta", en: "for whoever asks alone" },
          typed: ["privado", "privadas", "privada", "private"],
        },
      ],
    },
    name: { es: "Respuestas", en: "Answers" },
    help: {
      es: "Quién ve lo que se responde a un comando. Cada cual puede pedir lo contrario con la opción «público».",
      en: "Who sees what a command is answered with. Anyone can ask for the other with the option “public”.",
    },
    typed: { es: ["respuestas", "respuesta"], en: ["answers", "answer"] },
    platforms: ["discord"],
  }),
  perPerson: declare({
    schema: z.int().min(0).max(MOST_QUESTIONS),
    fallback: 0,
    form: { kind: "amount", max: MOST_QUESTIONS, presets: [0, 5, 10, 20], none: NO_LIMIT },
    name: { es: "Preguntas por persona", en: "Questions a person" },
    help: {
      es: "Cuántas preguntas por minuto se le responden a cada persona. A quienes moderan, todas.",
      en: "How many questions a minute each person is answered. Those who moderate are answered all.",
    },
    typed: { es: ["persona", "por persona"], en: ["person", "per person"] },
  }),
  perChannel: declare({
    schema: z.int().min(0).max(MOST_QUESTIONS),
    fallback: 0,
    form: { kind: "amount", max: MOST_QUESTIONS, presets: [0, 10, 30, 60], none: NO_LIMIT },
    name: { es: "Preguntas por canal", en: "Questions a channel" },
    help: {
      es: "Cuántas preguntas por minuto se responden en cada canal o chat, entre todos. A quienes moderan, todas.",
      en: "How many questions a minute are answered in each channel or chat, of all together. Those who moderate are answered all.",
    },
    typed: { es: ["canal", "por canal"], en: ["channel", "per channel"] },
  }),
  synopses: declare({
    schema: z.enum(["shown", "folded"]),
    fallback: "shown",
    form: {
      kind: "choice",
      options: [
        {
          value: "shown",
          words: { es: "a la vista", en: "shown" },
          typed: ["visibles", "visible", "si", "yes", "mostrar", "show"],
        },
        {
          value: "folded",
          words: { es: "plegadas, contra destripes", en: "folded, against spoilers" },
          typed: ["plegadas", "ocultas", "ocultar", "no", "hidden", "hide", "folded"],
        },
      ],
    },
    name: { es: "Sinopsis", en: "Synopses" },
    help: {
      es: "Si la sinopsis de una ficha se lee sin más, o solo la ve quien la abre.",
      en: "Whether a card's synopsis is there to read, or only those see it who open it.",
    },
    typed: { es: ["sinopsis", "destripes"], en: ["synopses", "synopsis", "spoilers"] },
  }),
  adultTitles: declare({
    schema: z.enum(["hidden", "shown"]),
    fallback: "hidden",
    form: {
      kind: "choice",
      options: [
        {
          value: "hidden",
          words: { es: "no se nombran", en: "not named" },
          typed: ["no", "ocultos", "ocultas", "ocultar", "hidden", "hide", "off"],
        },
        {
          value: "shown",
          words: { es: "se nombran", en: "named" },
          typed: ["si", "yes", "visibles", "mostrar", "shown", "show", "on"],
        },
      ],
    },
    name: { es: "Títulos para adultos", en: "Adult titles" },
    help: {
      es: "Si las películas para adultos se nombran aquí como las demás. En Discord, solo en canales con restricción de edad.",
      en: "Whether films for adults alone are named here like any others. On Discord only in age-restricted channels.",
    },
    typed: { es: ["adultos", "para adultos"], en: ["adult", "adults", "nsfw"] },
  }),
  ...NIGHTS,
  ...ANNOUNCEMENTS,
} as const;

export type SettingKey = keyof typeof DECLARED;

/** What holds in a place. */
export type Settings = { readonly [Key in SettingKey]: z.output<(typeof DECLARED)[Key]["schema"]> };

const keys: ReadonlySet<string> = new Set(Object.keys(DECLARED));

export function isSettingKey(key: string): key is SettingKey {
  return keys.has(key);
}

export const SETTING_KEYS: readonly SettingKey[] = Object.keys(DECLARED).filter(isSettingKey);

export const settingsSchema = z.object({
  language: DECLARED.language.schema,
  region: DECLARED.region.schema,
  minimumVotes: DECLARED.minimumVotes.schema,
  commandsOff: DECLARED.commandsOff.schema,
  answers: DECLARED.answers.schema,
  perPerson: DECLARED.perPerson.schema,
  perChannel: DECLARED.perChannel.schema,
  synopses: DECLARED.synopses.schema,
  nightMethod: DECLARED.nightMethod.schema,
  nightTally: DECLARED.nightTally.schema,
  nightVetoes: DECLARED.nightVetoes.schema,
  nightQuorum: DECLARED.nightQuorum.schema,
  nightMinutes: DECLARED.nightMinutes.schema,
  nightRuntime: DECLARED.nightRuntime.schema,
  nightPlatform: DECLARED.nightPlatform.schema,
  adultTitles: DECLARED.adultTitles.schema,
  timeZone: DECLARED.timeZone.schema,
  filmOfTheDay: DECLARED.filmOfTheDay.schema,
  news: DECLARED.news.schema,
  nightResults: DECLARED.nightResults.schema,
}) satisfies z.ZodType<Settings>;

/** What holds where nobody set anything. */
export const FALLBACKS: Settings = {
  language: DECLARED.language.fallback,
  region: DECLARED.region.fallback,
  minimumVotes: DECLARED.minimumVotes.fallback,
  commandsOff: DECLARED.commandsOff.fallback,
  answers: DECLARED.answers.fallback,
  perPerson: DECLARED.perPerson.fallback,
  perChannel: DECLARED.perChannel.fallback,
  synopses: DECLARED.synopses.fallback,
  nightMethod: DECLARED.nightMethod.fallback,
  nightTally: DECLARED.nightTally.fallback,
  nightVetoes: DECLARED.nightVetoes.fallback,
  nightQuorum: DECLARED.nightQuorum.fallback,
  nightMinutes: DECLARED.nightMinutes.fallback,
  nightRuntime: DECLARED.nightRuntime.fallback,
  nightPlatform: DECLARED.nightPlatform.fallback,
  adultTitles: DECLARED.adultTitles.fallback,
  timeZone: DECLARED.timeZone.fallback,
  filmOfTheDay: DECLARED.filmOfTheDay.fallback,
  news: DECLARED.news.fallback,
  nightResults: DECLARED.nightResults.fallback,
};
