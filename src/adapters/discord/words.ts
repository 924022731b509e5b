/** Sentences that only Discord's surface says, and what its commands are called in English. */
import type { Words } from "../../words.js";

/**
 * Names of commands for people who use Discord in English; the only place of this surface that knows commands by
 * name. In Spanish every command is called as it is everywhere. One that is not here keeps its name.
 */
const ENGLISH: ReadonlyMap<string, string> = new Map([
  ["recomendar", "recommend"],
  ["pelicula", "film"],
  ["buscar", "search"],
  ["votos", "votes"],
  ["duracion", "runtime"],
  ["retorno", "return"],
  ["franquicia", "franchise"],
  ["productora", "company"],
  ["pais", "country"],
  ["idioma", "language"],
  ["mes", "month"],
  ["dia", "weekday"],
  ["plataforma", "platform"],
  ["cantidad", "count"],
  ["maxima", "longest"],
  ["puntaje", "above"],
  ["datos", "data"],
  ["ayuda", "help"],
]);

/** One word of a command's name ("plataforma", "puntaje") in both languages. */
export function commandWords(word: string): Words {
  return { es: word, en: ENGLISH.get(word) ?? word };
}

/**
 * A text for people who use Discord in English, in which commands are called as their client calls them:
 * "/plataforma puntaje netflix" → "/platform above netflix".
 * @param names of all commands
 */
export function withEnglishNames(text: string, names: ReadonlySet<string>): string {
  if (!text.includes("/")) return text;
  return text.replace(
    /(^|[\s(«“"])\/([a-z]+)(?: ([a-z]+))?/gu,
    (all, before: string, first: string, second?: string) => {
      const english = (word: string) => commandWords(word).en;
      if (second !== undefined && names.has(`${first} ${second}`)) {
        return `${before}/${english(first)} ${english(second)}`;
      }
      return names.has(first) ? all.replace(`/${first}`, `/${english(first)}`) : all;
    },
  );
}

/** What a command with subcommands is about: Discord asks for it, and nobody reads it. */
export function groupSummary(name: string): Words {
  if (name === "plataforma") {
    return { es: "Qué hay en las plataformas", en: "What is on the platforms" };
  }
  return { es: `Preguntas sobre ${name}`, en: `Questions about ${commandWords(name).en}` };
}

export const PUBLIC_OPTION = {
  name: "publico",
  words: { es: "público", en: "public" },
  help: {
    es: "Si lo ve todo el canal (sí, si no dices nada)",
    en: "Whether the whole channel sees it (yes, unless you say)",
  },
} as const;

export const SAID = {
  unknownCommand: {
    es: "Ese comando ya no existe. Prueba con /ayuda.",
    en: "That command no longer exists. Try /ayuda.",
  },
  oldButton: {
    es: "Este mensaje es de una versión anterior y ya no responde. Vuelve a preguntar.",
    en: "This message is of an earlier version and no longer answers. Please ask again.",
  },
  notYours: {
    es: "Solo pasa las páginas quien hizo la pregunta. Haz tú la tuya y serán todas para ti.",
    en: "Only whoever asked turns the pages. Ask yourself, and they are all yours.",
  },
  notAllowed: {
    es: "Este comando es para quienes moderan el servidor.",
    en: "This command is for the server's moderators.",
  },
  notUnderstood: {
    es: "No entiendo lo que Discord me ha mandado.",
    en: "I do not understand what Discord has sent me.",
  },
  nothing: { es: "Nada que contar.", en: "Nothing to tell." },
  choose: { es: "Elige una…", en: "Pick one…" },
} as const satisfies Readonly<Record<string, Words>>;
