/** What a community lets the bot post by itself, where and when. */
import { z } from "zod";
import { declare, NEVER, NO_ZONE } from "./declaration.js";

const hour = z.union([z.literal(NEVER), z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)]);

export const ANNOUNCEMENTS = {
  timeZone: declare({
    schema: z.string().max(60),
    fallback: NO_ZONE,
    form: {
      kind: "zone",
      presets: [
        "Europe/Madrid",
        "America/Mexico_City",
        "America/Bogota",
        "America/Argentina/Buenos_Aires",
        "America/Santiago",
      ],
    },
    name: { es: "Zona horaria", en: "Time zone" },
    help: {
      es: "En qué hora se entienden las horas de los avisos. Vale una ciudad o un país con una sola.",
      en: "Whose clock the hours of posts are meant by. A city will do, or a country that has one zone.",
    },
    typed: { es: ["zona", "zona horaria", "huso"], en: ["zone", "time zone", "timezone"] },
  }),
  filmOfTheDay: declare({
    schema: hour,
    fallback: NEVER,
    form: { kind: "hour", presets: ["09:00", "13:00", "18:00", "21:00"] },
    name: { es: "Película del día", en: "Film of the day" },
    help: {
      es: "A qué hora se publica cada día una buena película en este canal o tema: si la hay, una que se estrenó tal día como ese. Ninguna se repite en un año.",
      en: "When a good film is posted in this channel or topic each day: one released on that date where there is one. None comes again within a year.",
    },
    typed: { es: ["pelicula del dia", "diaria", "dia"], en: ["film of the day", "daily", "day"] },
    isOfPlace: true,
  }),
  news: declare({
    schema: hour,
    fallback: NEVER,
    form: { kind: "hour", presets: ["09:00", "13:00", "18:00", "21:00"] },
    name: { es: "Novedades del catálogo", en: "New in the catalogue" },
    help: {
      es: "A qué hora se cuenta en este canal o tema qué películas son nuevas en el catálogo. Los días sin ninguna no se publica nada.",
      en: "When it is told in this channel or topic which films are new in the catalogue. On days without any nothing is posted.",
    },
    typed: { es: ["novedades", "nuevas"], en: ["news", "new"] },
    isOfPlace: true,
  }),
  nightResults: declare({
    schema: z.enum(["posted", "silent"]),
    fallback: "posted",
    form: {
      kind: "choice",
      options: [
        {
          value: "posted",
          words: { es: "se publican", en: "posted" },
          typed: ["si", "yes", "on", "publicar", "post"],
        },
        {
          value: "silent",
          words: { es: "solo al preguntar", en: "only when asked for" },
          typed: ["no", "off", "silencio", "silent"],
        },
      ],
    },
    name: { es: "Resultados de noches", en: "Results of nights" },
    help: {
      es: "Si al cerrarse la votación de una noche de cine se publica quién ganó.",
      en: "Whether it is posted who won when the voting of a film night closes.",
    },
    typed: { es: ["resultados"], en: ["results"] },
  }),
} as const;
