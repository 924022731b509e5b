/** What is said of a link or an id that leads to nothing the command can answer for. */
import type { Reply } from "../../src/chat/answer/reply.js";
import { mention, rich } from "../../src/chat/answer/rich-text.js";
import type { RichText } from "../../src/chat/answer/schema.js";
import { type Locale, say } from "../../src/chat/locale.js";
import type { LinkTarget } from "../../src/find/port.js";
import type { Words } from "../../src/words.js";

/** What a command may be asked for by a link. */
export type LinkedThing = Exclude<LinkTarget, "title" | "page" | "series" | "elsewhere">;

const UNKNOWN: Readonly<Record<LinkedThing, Words>> = {
  film: {
    es: "No encontré ninguna película con ese enlace o número.",
    en: "I couldn't find a film with that link or number.",
  },
  person: {
    es: "No encontré a nadie de ese oficio con ese enlace o número.",
    en: "I couldn't find anybody in that role with that link or number.",
  },
  collection: {
    es: "No encontré ninguna saga con ese enlace o número.",
    en: "I couldn't find a franchise with that link or number.",
  },
  company: {
    es: "No encontré ninguna productora con ese enlace o número.",
    en: "I couldn't find a company with that link or number.",
  },
};

const SERIES: Words = {
  es: "Ese enlace es de una serie que no conozco.",
  en: "That link is of a series that I don't know.",
};
const TITLE: Words = {
  es: "No encontré ningún título de plataforma con ese número.",
  en: "I couldn't find a streaming title with that number.",
};
const ELSEWHERE: Words = {
  es: "Ese enlace no dice de qué película es. Escribe su título.",
  en: "That link doesn't tell which film it is of. Type its title.",
};

const COMMANDS: Readonly<Record<LinkedThing, string>> = {
  film: "pelicula",
  person: "actor",
  collection: "franquicia",
  company: "productora",
};

/**
 * @param wanted what the command answers for
 * @param link what the link leads to
 */
export function leadsElsewhere(locale: Locale, wanted: LinkedThing, link: LinkTarget): Reply<never> {
  return { status: "empty", result: null, answer: { kind: "empty", text: told(locale, wanted, link) } };
}

function told(locale: Locale, wanted: LinkedThing, link: LinkTarget): RichText {
  if (link === "series") return say(locale, SERIES);
  if (link === "title") return say(locale, TITLE);
  if (link === "elsewhere") return say(locale, ELSEWHERE);
  if (link === wanted || link === "page") return say(locale, UNKNOWN[wanted]);
  const command = mention(COMMANDS[link]);
  return say<RichText>(locale, {
    es: rich`Ese enlace lleva a otra cosa: pregunta con ${command}.`,
    en: rich`That link leads to something else: ask with ${command}.`,
  });
}
