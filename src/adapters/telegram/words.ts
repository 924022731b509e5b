/** Sentences that only Telegram's surface says. */
import type { Language, Words } from "../../words.js";

export const GREETING = {
  title: { es: "Hola, soy Claqueta", en: "Hello, I am Claqueta" },
  text: {
    es: "Pregúntame de cine: escribe el título de una película, aunque no lo recuerdes bien, o una pregunta como «¿cuánto dura Titanic?».",
    en: "Ask me about films: type a title, even if you do not remember it well, or a question like “how long is Titanic?”.",
  },
  help: { es: "Todo lo que sé: /ayuda", en: "All I know: /help" },
  inline: { es: "Buscar películas en cualquier chat", en: "Search films in any chat" },
} satisfies Record<string, Words>;

export const SETTINGS = {
  title: { es: "Ajustes", en: "Settings" },
  text: {
    es: "¿En qué idioma te respondo? Solo vale para ti, y hasta que el bot se reinicie.",
    en: "Which language shall I answer in? It counts for you alone, and until the bot is restarted.",
  },
  automatic: { es: "Como mi Telegram", en: "As my Telegram" },
  saved: { es: "Guardado", en: "Saved" },
} satisfies Record<string, Words>;

/** Every language in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { es: "Español", en: "English" };

export const OLD_BUTTON: Words = {
  es: "Ese botón ya no vale. Pregunta otra vez.",
  en: "That button no longer works. Ask again.",
};

export const NOT_YOURS: Words = {
  es: "Ese botón es de quien preguntó. Haz tu propia pregunta y tendrás los tuyos.",
  en: "That button belongs to whoever asked. Ask a question of your own and you will have yours.",
};

/** What the reader is told where the wording of their question was taken for a command. */
export function understood(line: string): Words {
  return { es: `Lo leí como: ${line}`, en: `Read as: ${line}` };
}

/** Descriptions of the commands that only this surface has. */
export const OWN_COMMANDS = {
  start: { es: "Empezar", en: "Start" },
  help: { es: "Cómo se usa el bot", en: "How to use the bot" },
  settings: { es: "Idioma de las respuestas", en: "Language of the answers" },
} satisfies Record<string, Words>;

export const CHOOSE: Words = { es: "Elige", en: "Choose" };

export const OPEN_CARD: Words = { es: "Ver con el bot", en: "See with the bot" };

export const ASK_IN_PRIVATE: Words = { es: "Preguntar en privado", en: "Ask in private" };
