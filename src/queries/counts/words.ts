/** The words that most films have in common: of their themes, titles and plots. */
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { filmTitles, shownTitle } from "../../catalog/film.js";
import { eachRow, type KeywordRow, rowIn } from "../../catalog/rows.js";
import type { Filter } from "../../select/filter.js";
import { matching } from "../../select/matching.js";
import { inBatches, turns } from "./turns.js";

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
export async function countThemes(
  catalog: Catalog,
  filter: Filter,
  most: number,
): Promise<WordCounts & { keywords: readonly KeywordRow[] }> {
  const { films, keywords } = catalog;
  const counts = new Int32Array(keywords.rowCount);
  let having = 0;
  for await (const some of inBatches(matching(catalog, filter))) {
    for (const film of some) {
      if (films.keywords.size(film) > 0) having++;
      for (const keyword of films.keywords.get(film)) counts[keyword] = (counts[keyword] ?? 0) + 1;
    }
  }
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
export const plotLanguage = oncePerCatalog(async ({ films }: Catalog): Promise<"es" | "en"> => {
  let balance = 0;
  for await (const some of inBatches(eachRow(films))) {
    for (const film of some) balance += Number(films.overview.has(film)) - Number(films.synopsis.has(film));
  }
  return balance < 0 ? "es" : "en";
});

function plotsIn({ films }: Catalog, language: "es" | "en"): Catalog["films"]["overview"] {
  return language === "es" ? films.synopsis : films.overview;
}

/** Films whose texts are read before the clock is looked at. */
const READ_AT_ONCE = 16;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu;

/**
 * Words by the number of films whose text has them.
 * @param counts whether a word, in lower case, says anything
 */
export async function countWords(
  catalog: Catalog,
  filter: Filter,
  text: CountedText,
  { counts, most }: { counts: (word: string) => boolean; most: number },
): Promise<WordCounts> {
  const found = new Map<string, number>();
  let films = 0;
  let read = 0;
  const turn = turns();
  for (const film of matching(catalog, filter)) {
    if (++read % READ_AT_ONCE === 0) await turn();
    const own =
      text.kind === "titles"
        ? shownTitle(filmTitles(catalog, film), text.tag)
        : plotsIn(catalog, text.language).get(film);
    if (own === undefined || own === "") continue;
    films++;
    const words = new Set(own.toLowerCase().match(WORD));
    for (const word of words) if (counts(word)) found.set(word, (found.get(word) ?? 0) + 1);
  }
  await turn();
  const words = (await mostFrequent(found, most))
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([word, count]) => ({ word, count }));
  return { words, films };
}

/** At least so many of those with the highest counts: most words come once, and need not be sorted. */
async function mostFrequent(found: ReadonlyMap<string, number>, most: number): Promise<[string, number][]> {
  const having: number[] = [];
  for await (const some of inBatches(found.values())) {
    for (const count of some) having[count] = (having[count] ?? 0) + 1;
  }
  let least = having.length;
  for (let words = 0; least > 1 && words < most; ) {
    least--;
    words += having[least] ?? 0;
  }
  const frequent: [string, number][] = [];
  for await (const some of inBatches(found)) {
    for (const one of some) if (one[1] >= least) frequent.push(one);
  }
  return frequent;
}
