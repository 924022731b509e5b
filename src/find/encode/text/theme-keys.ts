/**
 * What themes are looked up by. Shared by the build and the query. The stemmers of the full text are not used: they
 * take a tenth of a second and ten megabytes to load, which the first answer would wait for.
 */
import { fold } from "../fold.js";
import type { TextLanguage } from "./stop-words.js";

export const THEME_LANGUAGES = ["es", "en"] as const satisfies readonly TextLanguage[];

/**
 * Words that a name may have or lack. The stop words of plots are too many: "mafia del este" is not the mafia, a man
 * "sin memoria" is not one with it.
 */
const FUNCTION_WORDS: Readonly<Record<TextLanguage, ReadonlySet<string>>> = {
  es: new Set(
    "a al con de del e el en la las lo los o para por sobre su sus u un una unas uno unos y".split(" "),
  ),
  en: new Set("a about an and at by for from in of on or the to with".split(" ")),
};

/** Longer names of themes nobody types. */
const LONGEST_NAME = 200;
/** What is left of a word, at least. */
const SHORTEST_STEM = 3;

/**
 * The words of a theme's name that count, folded, in order: those that its language has for grammar alone are left
 * out, unless there are no others.
 */
export function themeWords(text: string, language: TextLanguage): string[] {
  const words = fold(text.slice(0, LONGEST_NAME))
    .split(" ")
    .filter((word) => word !== "");
  const telling = words.filter((word) => !FUNCTION_WORDS[language].has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * The key of words: their roots in the order of the alphabet, with their language, so that "robar a un banco" and
 * "robos de bancos" are one. Empty for no words.
 * @param root `rootOf` the language, or one that remembers what it told
 */
export function themeKey(
  words: readonly string[],
  language: TextLanguage,
  root: (word: string) => string = rootOf[language],
): string {
  if (words.length === 0) return "";
  return `${language}:${words.map(root).sort().join(" ")}`;
}

/** Words whose number no longer matters, so that "viajes en el tiempo" is "viaje en el tiempo" to the letter. */
export function withoutNumber(words: readonly string[]): string {
  return words.map(singular).join(" ");
}

/** "tiburones" and "tiburon" → "tiburon", "viajes" and "viaje" → "viaj", "cities" and "city" → "citi". */
function singular(word: string): string {
  return cut(word, /e?s$|e$/)
    .replace(/y$/, "i")
    .replace(/z$/, "c");
}

/** A word without gender, number and the ending of an infinitive: what verb and noun share. */
export const rootOf: Readonly<Record<TextLanguage, (word: string) => string>> = {
  es: (word) => cut(cut(singular(word), /[aeiou]?r$/), /[aoe]$/),
  en: (word) => cut(singular(word), /ing$/).replace(/([^aeiou])\1$/, "$1"),
};

/** Takes an ending off, unless too little would be left. */
function cut(word: string, ending: RegExp): string {
  const rest = word.replace(ending, "");
  return rest.length < SHORTEST_STEM ? word : rest;
}
