/** Sentences that only Discord's surface says. */
import { mention, type RichWords, rich } from "../../chat/answer/rich-text.js";
import type { Words } from "../../words.js";
import type { Application } from "./connection/application.js";
import { REFUSAL } from "./protocol.js";

/**
 * What a command with subcommands is about: Discord asks for it, and nobody reads it.
 * @param names how the group is called
 */
export function groupSummary({ es, en }: Words): Words {
  if (es === "plataforma") return { es: "Qué hay en las plataformas", en: "What is on the platforms" };
  return { es: `Preguntas sobre ${es}`, en: `Questions about ${en}` };
}

export const PUBLIC_OPTION = {
  name: "publico",
  words: { es: "público", en: "public" },
  help: {
    es: "Si lo ve todo el canal (sí, si no dices nada)",
    en: "Whether the whole channel sees it (yes, unless you say)",
  },
  privateHelp: {
    es: "Si lo ve todo el canal (no, si no dices nada)",
    en: "Whether the whole channel sees it (no, unless you say)",
  },
} as const;

/** Answered to who asks alone, unless they say that all may see it: what one asks for oneself. */
export const PRIVATE_COMMANDS: ReadonlySet<string> = new Set([
  "ayuda",
  "ajustes",
  "valorar",
  "vista",
  "pendientes",
  "importar",
  "privacidad",
]);

/** What is offered in the menu of a message somebody wrote. */
export const MESSAGE_COMMAND = {
  name: "Buscar película",
  words: { es: "Buscar película", en: "Look up film" },
} as const;

const oldButton: Words = {
  es: "Este mensaje es de una versión anterior y ya no responde. Vuelve a preguntar.",
  en: "This message is of an earlier version and no longer answers. Please ask again.",
};

export const SAID = {
  unknownCommand: {
    es: rich`Ese comando ya no existe. Prueba con ${mention("ayuda")}.`,
    en: rich`That command no longer exists. Try ${mention("ayuda")}.`,
  },
  notYourPages: {
    es: "Solo pasa las páginas quien hizo la pregunta. Haz tú la tuya y serán todas para ti.",
    en: "Only whoever asked turns the pages. Ask yourself, and they are all yours.",
  },
  notYourButton: {
    es: "Ese botón es de quien hizo la pregunta. Haz tú la tuya y tendrás los tuyos.",
    en: "That button belongs to whoever asked. Ask yourself, and you will have your own.",
  },
  stillTooMany: { es: "Un momento, por favor.", en: "One moment, please." },
  nothingWritten: {
    es: "En ese mensaje no hay texto que buscar.",
    en: "There is no text in that message to look up.",
  },
  notUnderstood: {
    es: "No entiendo lo que Discord me ha mandado.",
    en: "I do not understand what Discord has sent me.",
  },
} as const satisfies Readonly<Record<string, RichWords>>;

/** What is said of a button that cannot be read. */
export const UNREADABLE = {
  old: oldButton,
  unknown: oldButton,
  expired: {
    es: "Ha pasado mucho tiempo y ya no sé qué preguntaba este botón. Vuelve a preguntar.",
    en: "It has been a long time, and I no longer know what this button asked. Please ask again.",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Told once when everything is ready. */
export function connectedWords({ name, servers }: Pick<Application, "name" | "servers">): Words {
  if (servers === undefined) {
    return { es: `Discord: conectado como ${name}.`, en: `Discord: connected as ${name}.` };
  }
  return {
    es: `Discord: conectado como ${name}, en ${servers} ${servers === 1 ? "servidor" : "servidores"}.`,
    en: `Discord: connected as ${name}, in ${servers} ${servers === 1 ? "server" : "servers"}.`,
  };
}

/** What is told where Discord itself keeps an answer back, by its code. */
export const REFUSED: ReadonlyMap<number, Words> = new Map([
  [
    REFUSAL.automod,
    {
      es: "El filtro de este servidor (AutoMod) no deja pasar la respuesta: hay en ella alguna palabra que aquí no se permite. Pregunta en un mensaje directo, o pide a quien modera que la permita.",
      en: "This server’s filter (AutoMod) holds the answer back: there is a word in it that is not allowed here. Ask in a direct message, or ask a moderator to allow it.",
    },
  ],
  [
    REFUSAL.archivedThread,
    {
      es: "Este hilo está archivado y nadie puede escribir en él: reábrelo, o pregunta en otro canal.",
      en: "This thread is archived and nobody can write in it: reopen it, or ask in another channel.",
    },
  ],
]);

export const SHOWN = {
  nothing: { es: "Nada que contar.", en: "Nothing to tell." },
  choose: { es: "Elige una…", en: "Pick one…" },
  openOne: { es: "Abrir una de la lista…", en: "Open one of the list…" },
  open: { es: "Ver más…", en: "See more…" },
  follow: { es: "Seguir con…", en: "Go on with…" },
  previous: { es: "◀ Anterior", en: "◀ Previous" },
  next: { es: "Siguiente ▶", en: "Next ▶" },
} as const satisfies Readonly<Record<string, Words>>;
