/** The words of plots and titles, of both languages, as features of films. */
import type { Tables } from "../../../../src/catalog/catalog.js";
import { eachRow } from "../../../../src/catalog/rows.js";
import { type TextLanguage, textTerms, wordTerm } from "../../../../src/find/encode/text/terms.js";
import type { FilmLists } from "../../../../src/recommend/features/learned.js";

/** A word that fewer films have, or more than this share of all, says nothing of what films are alike in. */
const FEWEST_FILMS = 5;
const MOST_SHARE = 0.05;

export interface PlotWords extends FilmLists {
  readonly values: Int32Array;
  /** Films that have each. */
  readonly frequency: Int32Array;
}

/** Stems of each film's English and Spanish title and plot, each once. The two languages meet in films that have both. */
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
      ...textTerms(`${films.title.get(film)}. ${films.overview.get(film) ?? ""}`, "en", stem),
      ...textTerms(`${films.titleEs.get(film) ?? ""}. ${films.synopsis.get(film) ?? ""}`, "es", stem),
    ];
    const distinct = new Set<number>();
    for (const word of words) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      distinct.add(number);
    }
    return Int32Array.from(distinct);
  });
  const having = new Int32Array(numbers.size);
  for (const words of own) for (const word of words) having[word]++;
  const numbered = kept(having, films.rowCount);
  const offsets = new Int32Array(films.rowCount + 1);
  const words = own.map((all) => all.map((word) => numbered.of[word]).filter((word) => word >= 0));
  for (const [film, all] of words.entries()) offsets[film + 1] = offsets[film] + all.length;
  const values = new Int32Array(offsets[films.rowCount]);
  for (const [film, all] of words.entries()) values.set(all, offsets[film]);
  return { offsets, values, frequency: numbered.frequency };
}

/** The words that tell something, numbered anew: −1 for the others. */
function kept(frequency: Int32Array, filmCount: number): { of: Int32Array; frequency: Int32Array } {
  const of = new Int32Array(frequency.length).fill(-1);
  const counts: number[] = [];
  for (const [word, count] of frequency.entries()) {
    if (count >= FEWEST_FILMS && count <= MOST_SHARE * filmCount) of[word] = counts.push(count) - 1;
  }
  return { of, frequency: Int32Array.from(counts) };
}
