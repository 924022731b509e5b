/** Sentences that only Telegram's surface says. */
import type { Words } from "../../words.js";

export const GREETING = {
  title: { es: "Hola, soy Claqueta", en: "Hello, I am Claqueta" },
  text: {
    es: "Pregúntame de cine: escribe el título de una película, aunque no lo recuerdes bien, o una pregunta como «¿cuánto dura Titanic?».",
    en: "Ask me about films: type a title, even if you do not remember it well, or a question like “how long is Titanic?”.",
  },
  help: { es: "Todo lo que sé: ", en: "All I know: " },
  command: { es: "ayuda", en: "help" },
  inline: { es: "Buscar películas en cualquier chat", en: "Search films in any chat" },
} satisfies Record<string, Words>;

/** Of a group, to its members; after it come examples. */
export const GROUP_GREETING = {
  text: {
    es: "Respondo preguntas de cine: películas, repartos, sagas, qué ver hoy. Mencióname, responde a lo que yo diga o usa un comando:",
    en: "I answer questions about films: casts, series, what to watch tonight. Mention me, reply to what I say, or use a command:",
  },
  mood: { es: "terror de los 80", en: "horror of the 80s" },
  fact: { es: "¿cuánto dura Titanic?", en: "how long is Titanic?" },
  likeness: { es: "el padrino", en: "the godfather" },
} satisfies Record<string, Words>;

/** To whoever asked in a group where nothing may be written. */
export function mutedIn(group: string): Words {
  return {
    es: `En «${group}» no me dejan escribir. Pregúntame aquí, o pide a quien lo administra que me deje enviar mensajes.`,
    en: `I may not write in “${group}”. Ask me here, or ask an administrator to let me send messages there.`,
  };
}

const oldButton: Words = {
  es: "Ese botón ya no vale. Pregunta otra vez.",
  en: "That button no longer works. Ask again.",
};

/** What is said of a button that cannot be read. */
export const UNREADABLE = {
  old: oldButton,
  unknown: oldButton,
  expired: {
    es: "Ha pasado mucho tiempo y ese botón ya no vale. Pregunta otra vez.",
    en: "It has been a long time, and that button no longer works. Ask again.",
  },
} as const satisfies Readonly<Record<string, Words>>;

export const NOT_YOURS: Words = {
  es: "Ese botón es de quien preguntó. Haz tu propia pregunta y tendrás los tuyos.",
  en: "That button belongs to whoever asked. Ask a question of your own and you will have yours.",
};

/** Descriptions of the commands that only this surface has. */
export const OWN_COMMANDS = {
  start: { es: "Empezar", en: "Start" },
  help: { es: "Cómo se usa el bot", en: "How to use the bot" },
  settings: { es: "Idioma de las respuestas", en: "Language of the answers" },
} satisfies Record<string, Words>;

/** To the pages of a list, beside the arrows. */
export const PAGES = {
  before: { es: "Anterior", en: "Previous" },
  after: { es: "Siguiente", en: "Next" },
} satisfies Record<string, Words>;

export const CHOOSE: Words = { es: "Elige", en: "Choose" };

export const OPEN_CARD: Words = { es: "Ver con el bot", en: "See with the bot" };

export const ASK_IN_PRIVATE: Words = { es: "Preguntar en privado", en: "Ask in private" };
