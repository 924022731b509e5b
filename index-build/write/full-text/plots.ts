/** What the plots tell: the terms of overview and synopsis of every film, pruned to the telling ones. */
import type { Tables } from "../../../src/catalog/catalog.js";
import { eachRow, type FilmRow } from "../../../src/catalog/rows.js";
import type { TextLanguage } from "../../../src/find/encode/text/terms.js";
import { occurrenceWeight, rarity } from "../../../src/find/encode/text/weights.js";

/**
 * Terms kept of one plot, the most telling by tf-idf. Only long texts lose any (the median has 25): it bounds what a
 * source with essays for overviews can do to the size of the index.
 */
const KEPT_TERMS = 60;
const KEPT_PAIRS = 30;

type TermsOf = (text: string, language: TextLanguage) => string[];

interface Text {
  readonly counts: ReadonlyMap<string, number>;
  readonly pairs: readonly Pair[];
  readonly length: number;
}

/** A term of a plot and what it says, 0–2.2 (`occurrenceWeight`). */
export type WeightedTerm = readonly [term: string, weight: number];

/** Two terms of one language, side by side. */
export type Pair = readonly [string, string];

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
  const plots: Text[][] = [];
  const filmsWith = new Map<string, number>();
  let texts = 0;
  let length = 0;
  for (const row of eachRow(films)) {
    const told: Text[] = [];
    if (isCounted(row)) {
      for (const [text, language] of [
        [films.overview.get(row), "en"],
        [films.synopsis.get(row), "es"],
      ] as const) {
        if (text !== undefined) told.push(readText(termsOf(text, language), isTheme));
      }
    }
    plots.push(told);
    for (const { counts, length: own } of told) {
      for (const term of counts.keys()) filmsWith.set(term, (filmsWith.get(term) ?? 0) + 1);
      texts++;
      length += own;
    }
  }
  const average = length / Math.max(1, texts);

  const telling = ({ counts, length: own }: Text): WeightedTerm[] =>
    [...counts]
      .map(([term, count]) => {
        const weight = occurrenceWeight(count, own / average);
        return { term, weight, tells: weight * rarity(filmsWith.get(term) as number, films.rowCount) };
      })
      .sort((a, b) => b.tells - a.tells || (a.term < b.term ? -1 : 1))
      .slice(0, KEPT_TERMS)
      .map(({ term, weight }) => [term, weight] as const);
  return (row) => {
    const told = plots[row] ?? [];
    return {
      terms: told.flatMap(telling),
      pairs: told.flatMap(({ pairs }) => pairs).slice(0, KEPT_PAIRS),
    };
  };
}

function readText(terms: readonly string[], isTheme: (term: string) => boolean): Text {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { counts, pairs: themePairs(terms, isTheme), length: terms.length };
}

/** Of the terms of a text, in order, those pairs of which both are worth it. */
export function themePairs(terms: readonly string[], isTheme: (term: string) => boolean): Pair[] {
  const pairs: Pair[] = [];
  let left: string | undefined;
  for (const right of terms) {
    if (left !== undefined && left !== right && isTheme(left) && isTheme(right)) pairs.push([left, right]);
    left = right;
  }
  return pairs;
}
