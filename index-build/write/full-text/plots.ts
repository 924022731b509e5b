/** What the plots tell: the terms of overview and synopsis of every film, pruned to the telling ones. */
import type { Tables } from "../../../src/catalog/catalog.js";
import { eachRow, type FilmRow } from "../../../src/catalog/rows.js";
import type { TextLanguage } from "../../../src/find/encode/text/terms.js";
import { occurrenceWeight, rarity } from "../../../src/find/encode/text/weights.js";
import { type Pair, PlotTexts } from "./plot-texts.js";

/**
 * Terms kept of one plot, the most telling by tf-idf. Only long texts lose any (the median has 25): it bounds what a
 * source with essays for overviews can do to the size of the index.
 */
const KEPT_TERMS = 60;
const KEPT_PAIRS = 30;

type TermsOf = (text: string, language: TextLanguage) => string[];

/** A term of a plot and what it says, 0–2.2 (`occurrenceWeight`). */
export type WeightedTerm = readonly [term: string, weight: number];

export interface Plot {
  readonly terms: readonly WeightedTerm[];
  /** Themes that stand side by side, as "robotic boy": together they say what neither says alone. */
  readonly pairs: readonly Pair[];
}

export interface PlotOptions {
  readonly termsOf: TermsOf;
  /** Which films count. */
  isCounted(row: FilmRow): boolean;
  /** Which terms are worth a pair. */
  isTheme(term: string): boolean;
}

/** @returns for each film row, what its plots tell; nothing for films that do not count */
export function readPlots(
  { films }: Pick<Tables, "films">,
  { termsOf, isCounted, isTheme }: PlotOptions,
): (row: FilmRow) => Plot {
  const texts = new PlotTexts(isTheme);
  /** Where each film's texts begin among all, and the last one's end. */
  const firstText = new Int32Array(films.rowCount + 1);
  for (const row of eachRow(films)) {
    if (isCounted(row)) {
      for (const [text, language] of [
        [films.overview.get(row), "en"],
        [films.synopsis.get(row), "es"],
      ] as const) {
        if (text !== undefined) texts.add(termsOf(text, language));
      }
    }
    firstText[row + 1] = texts.count;
  }
  const average = texts.terms / Math.max(1, texts.count);

  const telling = (text: number): WeightedTerm[] =>
    texts
      .of(text)
      .map(({ term, count, filmsWith, length }) => {
        const weight = occurrenceWeight(count, length / average);
        return { term, weight, tells: weight * rarity(filmsWith, films.rowCount) };
      })
      .sort((a, b) => b.tells - a.tells || (a.term < b.term ? -1 : 1))
      .slice(0, KEPT_TERMS)
      .map(({ term, weight }) => [term, weight] as const);
  return (row) => {
    const own = Array.from({ length: firstText[row + 1] - firstText[row] }, (_, i) => firstText[row] + i);
    return {
      terms: own.flatMap(telling),
      pairs: own.flatMap((text) => texts.pairs(text)).slice(0, KEPT_PAIRS),
    };
  };
}
