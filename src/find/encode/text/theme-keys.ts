/** What themes are looked up by. Shared by the build and the query. */
import { fold } from "../fold.js";
import { isStopWord } from "./stop-words.js";
import { phraseTerm, type TextLanguage, wordTerm } from "./terms.js";

export const THEME_LANGUAGES = ["es", "en"] as const satisfies readonly TextLanguage[];

/** Longer names of themes nobody types. */
const LONGEST_NAME = 200;

/**
 * The words of a theme's name that count, folded, in order: those of which the language makes nothing else are
 * left out, unless there are no others.
 */
export function themeWords(text: string, language: TextLanguage): string[] {
  const words = fold(text.slice(0, LONGEST_NAME))
    .split(" ")
    .filter((word) => word !== "");
  const telling = words.filter((word) => !isStopWord(word, language));
  return telling.length > 0 ? telling : words;
}

/**
 * The key of words: their stems in the order of the alphabet, with their language, so that "robar a un banco" and
 * "robos de bancos" are one. Empty for no words.
 */
export function themeKey(words: readonly string[], language: TextLanguage): string {
  return phraseTerm(words.map((word) => wordTerm(word, language)));
}

/** Words shorter than this are no plural. */
const SHORTEST_PLURAL = 4;

/** Words whose number no longer matters, so that "viajes en el tiempo" is "viaje en el tiempo" to the letter. */
export function withoutNumber(words: readonly string[]): string {
  return words
    .map((word) =>
      word.length < SHORTEST_PLURAL
        ? word
        : word.replace(/s$/, "").replace(/e$/, "").replace(/y$/, "i").replace(/z$/, "c"),
    )
    .join(" ");
}
