/** The words that most films have in common: of their themes, titles and plots. */
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { filmTitles, shownTitle } from "../../catalog/film.js";
import { eachRow, type FilmRow, type KeywordRow, rowIn } from "../../catalog/rows.js";
import type { Filter } from "../../select/filter.js";
import { matchingSteps } from "../../select/matching.js";
import { inTurns, type Steps, stepping } from "../../steps.js";

export interface WordCount {
  readonly word: string;
  /** Films that have it. */
  readonly count: number;
}

export interface WordCounts {
  /** Most films first. */
  readonly words: readonly WordCount[];
  /** Films that have any text at all. */
  readonly films: number;
}

/** Theme names by their number of films, of the films that meet a filter. */
export function countThemes(catalog: Catalog, filter: Filter, most: number): Promise<ThemeCounts> {
  return inTurns(themeSteps(catalog, filter, most));
}

export interface ThemeCounts extends WordCounts {
  readonly keywords: readonly KeywordRow[];
}

function* themeSteps(catalog: Catalog, filter: Filter, most: number): Steps<ThemeCounts> {
  const { films, keywords } = catalog;
  const counts = new Int32Array(keywords.rowCount);
  let having = 0;
  yield* stepping(yield* matchingSteps(catalog, filter), (film) => {
    if (films.keywords.size(film) > 0) having++;
    for (const keyword of films.keywords.get(film)) counts[keyword] = (counts[keyword] ?? 0) + 1;
  });
  const best = [...counts.keys()]
    .filter((row) => (counts[row] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, most)
    .map((row) => rowIn("keywords", row));
  return {
    keywords: best,
    words: best.map((row) => ({ word: keywords.name.get(row), count: counts[row] ?? 0 })),
    films: having,
  };
}

/** What texts are counted of films: titles as a reader of a language knows them, or plots in one of their languages. */
export type CountedText =
  | { readonly kind: "titles"; readonly tag: string }
  | { readonly kind: "plots"; readonly language: "es" | "en" };

/** The language in which the plots of more films are told: the sources' English, or our own Spanish. */
export const plotLanguage = oncePerCatalog((catalog) => inTurns(plotLanguageSteps(catalog)));

function* plotLanguageSteps({ films }: Catalog): Steps<"es" | "en"> {
  let balance = 0;
  yield* stepping(eachRow(films), (film) => {
    balance += Number(films.overview.has(film)) - Number(films.synopsis.has(film));
  });
  return balance < 0 ? "es" : "en";
}

function plotsIn({ films }: Catalog, language: "es" | "en"): Catalog["films"]["overview"] {
  return language === "es" ? films.synopsis : films.overview;
}

/** Films whose texts are read in one step. */
const READ_AT_ONCE = 16;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu;

/**
 * Words by the number of films whose text has them.
 * @param counts whether a word, in lower case, says anything
 */
export function countWords(
  catalog: Catalog,
  filter: Filter,
  text: CountedText,
  counting: WordCounting,
): Promise<WordCounts> {
  return inTurns(wordSteps(catalog, filter, text, counting));
}

interface WordCounting {
  readonly counts: (word: string) => boolean;
  readonly most: number;
}

function* wordSteps(
  catalog: Catalog,
  filter: Filter,
  text: CountedText,
  { counts, most }: WordCounting,
): Steps<WordCounts> {
  const found = new Map<string, number>();
  let films = 0;
  const textOf = (film: FilmRow) =>
    text.kind === "titles"
      ? shownTitle(filmTitles(catalog, film), text.tag)
      : plotsIn(catalog, text.language).get(film);
  const each = (film: FilmRow) => {
    const own = textOf(film);
    if (own === undefined || own === "") return;
    films++;
    const words = new Set(own.toLowerCase().match(WORD));
    for (const word of words) if (counts(word)) found.set(word, (found.get(word) ?? 0) + 1);
  };
  yield* stepping(yield* matchingSteps(catalog, filter), each, READ_AT_ONCE);
  const words = (yield* mostFrequent(found, most))
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([word, count]) => ({ word, count }));
  return { words, films };
}

/** At least so many of those with the highest counts: most words come once, and need not be sorted. */
function* mostFrequent(found: ReadonlyMap<string, number>, most: number): Steps<[string, number][]> {
  const having: number[] = [];
  yield* stepping(found.values(), (count) => {
    having[count] = (having[count] ?? 0) + 1;
  });
  let least = having.length;
  for (let words = 0; least > 1 && words < most; ) {
    least--;
    words += having[least] ?? 0;
  }
  const frequent: [string, number][] = [];
  yield* stepping(found, (one) => {
    if (one[1] >= least) frequent.push(one);
  });
  return frequent;
}
