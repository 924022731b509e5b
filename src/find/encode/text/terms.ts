/**
 * Terms of the full-text index. Shared by the build and the query.
 *
 * A term is a stem or a name with where it comes from: "en:shark", "es:tiburon", "name:spielberg". Nobody
 * knows the language of a question's word, so it is looked up as all three; the prefix keeps the stems of one
 * language from meeting those of the other by accident. Words that belong together are a term of their own,
 * with spaces and in the order of the alphabet: "es:tiemp viaj" is the keyword "viajes en el tiempo",
 * "name:hanks tom" the person.
 */
import { fold } from "../fold.js";
import { stemEnglish, stemSpanish } from "./stemmers.js";
import { contentWords, isParticle, isStopWord, type TextLanguage } from "./stop-words.js";

export type { TextLanguage } from "./stop-words.js";

const STEMMERS: Readonly<Record<TextLanguage, (word: string) => string>> = {
  en: stemEnglish,
  es: stemSpanish,
};

/** Words of a phrase, at most. */
export const LONGEST_PHRASE = 4;
/** A word of a text or question is cut here: beyond it is no word. */
const LONGEST_WORD = 40;

/** Folded words, in order. */
function wordsOf(text: string): string[] {
  return fold(text)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => word.slice(0, LONGEST_WORD));
}

/** The term of a folded word in a language. */
export function wordTerm(word: string, language: TextLanguage): string {
  return `${language}:${STEMMERS[language](word)}`;
}

/** The term of a folded word of a name. */
export function nameTerm(word: string): string {
  return `name:${word}`;
}

/** Of terms of one kind, the term of just these in any order: "en:travel", "en:time" → "en:time travel". */
export function phraseTerm(terms: readonly string[]): string {
  return [...terms]
    .sort()
    .map((term, i) => (i === 0 ? term : term.slice(term.indexOf(":") + 1)))
    .join(" ");
}

/**
 * The terms of a text, in order and as often as they occur.
 * @param term `wordTerm`, or one that remembers what it told
 */
export function textTerms(
  text: string,
  language: TextLanguage,
  term: (word: string, language: TextLanguage) => string = wordTerm,
): string[] {
  return wordsOf(text)
    .filter((word) => !isStopWord(word, language))
    .map((word) => term(word, language));
}

/** The terms of a person's name, in order, without particles ("de", "of"), which questions leave out too. */
export function nameTerms(name: string): string[] {
  return wordsOf(name)
    .filter((word) => !isParticle(word))
    .map(nameTerm);
}

/** A word of a question that counts. */
export interface QuestionWord {
  /** As it was typed. */
  readonly typed: string;
  readonly folded: string;
}

/** Longest question that is read, in characters, and how many of its words count. */
const LONGEST_QUESTION = 200;
const MOST_WORDS = 16;

const WORD = /[\p{L}\p{N}\p{M}'’&.]+/gu;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * All words of a question, in order, as often as they occur. Nothing in it is syntax: all but letters and digits
 * separates.
 */
export function allWords(text: string): QuestionWord[] {
  const words: QuestionWord[] = [];
  for (const [piece] of text.slice(0, LONGEST_QUESTION).normalize("NFC").matchAll(WORD)) {
    const typed = piece.replace(/^['’&.]+|['’&.]+$/g, "");
    if (!LETTER.test(typed)) continue;
    for (const folded of wordsOf(typed)) words.push({ typed, folded });
  }
  return words;
}

/** Of the words of a question those that count, each once. Words like "película" count only where there is nothing else. */
export function countingWords(all: readonly QuestionWord[]): QuestionWord[] {
  const words = new Map<string, QuestionWord>();
  for (const word of all) if (!words.has(word.folded)) words.set(word.folded, word);
  return contentWords([...words.values()]).slice(0, MOST_WORDS);
}

/** The words of a question that count, each once. */
export function questionWords(text: string): QuestionWord[] {
  return countingWords(allWords(text));
}
