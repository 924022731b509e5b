/** The words of plots and titles, of both languages, as features of films. */
import type { Tables } from "../../../../src/catalog/catalog.js";
import { eachRow } from "../../../../src/catalog/rows.js";
import { type TextLanguage, textTerms, wordTerm } from "../../../../src/find/encode/text/terms.js";
import type { FilmLists } from "../../../../src/recommend/features/learned.js";
import { GrowingNumbers } from "../../encode/growing-numbers.js";

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
    let known = stems[language].get(word);
    if (known === undefined) {
      known = wordTerm(word, language);
      stems[language].set(word, known);
    }
    return known;
  };
  const numbers = new Map<string, number>();
  const met = new GrowingNumbers();
  const ends = new Int32Array(films.rowCount);
  for (const film of eachRow(films)) {
    const words = [
      ...textTerms(`${films.title.get(film)}. ${films.overview.get(film) ?? ""}`, "en", stem),
      ...textTerms(`${films.titleEs.get(film) ?? ""}. ${films.synopsis.get(film) ?? ""}`, "es", stem),
    ];
    const distinct = new Set<number>();
    for (const word of words) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
      }
      distinct.add(number);
    }
    for (const number of distinct) met.push(number);
    ends[film] = met.length;
  }
  return telling(met, ends, numbers.size);
}

/**
 * Without the words that tell nothing.
 * @param met the words of each film, each once
 * @param ends where each film's end
 */
function telling(met: GrowingNumbers, ends: Int32Array, wordCount: number): PlotWords {
  const having = new Int32Array(wordCount);
  for (let i = 0; i < met.length; i++) having[met.at(i)]++;
  const numbered = kept(having, ends.length);
  const offsets = new Int32Array(ends.length + 1);
  const values = new Int32Array(numbered.frequency.reduce((sum, films) => sum + films, 0));
  let [from, count] = [0, 0];
  for (const [film, end] of ends.entries()) {
    for (; from < end; from++) {
      const word = numbered.of[met.at(from)];
      if (word >= 0) values[count++] = word;
    }
    offsets[film + 1] = count;
  }
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
