import { z } from "zod";
import { defineSentenceCommand } from "../../src/chat/command/command.js";
import { text } from "../../src/chat/command/options.js";

/** For platforms on which people have to name a command: elsewhere they just say it. */
export const pregunta = defineSentenceCommand({
  names: { es: "pregunta", en: "ask" },
  synonyms: { es: ["preguntar"], en: [] },
  summary: { es: "Pregunta con tus palabras", en: "Ask in your own words" },
  options: z.strictObject({
    texto: text({
      es: "Pregunta",
      en: "Question",
      help: {
        es: "Como se lo dirías a alguien: «películas como Matrix», «¿cuánto dura Titanic?»",
        en: "As you would say it to somebody: “films like The Matrix”, “how long is Titanic?”",
      },
    }),
  }),
  sentence: "texto",
  examples: ["pregunta cuánto dura titanic", "pregunta películas como el padrino"],
});
