/** The words of plots, of both languages, as features of films. */
import type { Tables } from "../../../../src/catalog/catalog.js";
import { eachRow } from "../../../../src/catalog/rows.js";
import { type TextLanguage, textTerms, wordTerm } from "../../../../src/find/encode/text/terms.js";

/** A word that fewer films have, or more than this share of all, says nothing of what films are alike in. */
const FEWEST_FILMS = 5;
const MOST_SHARE = 0.05;

export interface PlotWords {
  readonly offsets: Int32Array;
  readonly features: Int32Array;
  /** Films that have each. */
  readonly frequency: Int32Array;
}

/** Stems of each film's English and Spanish plot, each once. The two languages meet in films that have both. */
export function plotWords({ films }: Pick<Tables, "films">): PlotWords {
  const stems = { en: new Map<string, string>(), es: new Map<string, string>() };
  const stem = (word: string, language: TextLanguage) => {
    const known = stems[language].get(word) ?? wordTerm(word, language);
    stems[language].set(word, known);
    return known;
  };
  const numbers = new Map<string, number>();
  const own = Array.from(eachRow(films), (film) => {
    const words = [
      ...textTerms(films.overview.get(film) ?? "", "en", stem),
      ...textTerms(films.synopsis.get(film) ?? "", "es", stem),
    ];
    const distinct = new Set<number>();
    for (const word of words) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      distinct.add(number);
    }
    return Int32Array.from(distinct);
  });
  const frequency = new Int32Array(numbers.size);
  for (const words of own) for (const word of words) frequency[word]++;
  const counts = frequency.map((count) =>
    count < FEWEST_FILMS || count > MOST_SHARE * films.rowCount ? 0 : count,
  );
  const kept = own.map((words) => words.filter((word) => counts[word] > 0));
  const offsets = new Int32Array(films.rowCount + 1);
  for (const [film, words] of kept.entries()) offsets[film + 1] = offsets[film] + words.length;
  const features = new Int32Array(offsets[films.rowCount]);
  for (const [film, words] of kept.entries()) features.set(words, offsets[film]);
  return { offsets, features, frequency: counts };
}
