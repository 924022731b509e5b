/** Genres, times, countries and themes that stand in a question, with the films of each. */
import type { Catalog } from "../../catalog/catalog.js";
import { isChatter } from "../encode/text/stop-words.js";
import type { QuestionWord } from "../encode/text/terms.js";
import { rarity } from "../encode/text/weights.js";
import { createThemes, type NamedTheme, type ThemeLookUps } from "../themes/resolve.js";
import type { Evidence } from "./evidence.js";
import { createFacets, type Facet } from "./facets/facets.js";
import type { FullTextTable } from "./terms.js";
import { ThemeFilms } from "./theme-films.js";

export interface Reading {
  readonly kind: Facet["kind"] | "theme";
  readonly evidence: Evidence;
  /** The words that count and belong to it, a bit each. */
  readonly covers: number;
}

/** What a theme is worth beside its words one by one. */
const THEME = 2;
/** Words of a theme's name, at most, those for grammar among them. */
const LONGEST_THEME = 7;

/** Themes that one question names, at most: what is named beyond them counts by its words. */
const MOST_THEMES = 6;

/** A run of words, from one up to (not including) another. */
type Run = readonly [from: number, to: number];

export class Readings {
  readonly #catalog: Catalog;
  readonly #themeFilms: ThemeFilms;
  readonly #facetAt: (words: readonly string[], at: number) => Facet | undefined;
  readonly #themeCalled: ThemeLookUps["themeCalled"];

  constructor(catalog: Catalog, table: FullTextTable) {
    this.#catalog = catalog;
    this.#themeFilms = new ThemeFilms(catalog, table);
    this.#facetAt = createFacets(catalog);
    this.#themeCalled = createThemes(catalog).themeCalled;
  }

  /**
   * What stands in a question, left to right: of a theme and a facet the longer, of equals the facet.
   * @param words all of them, in order
   * @param bitOf the bit of each folded word that counts
   */
  of(words: readonly QuestionWord[], bitOf: ReadonlyMap<string, number>): Reading[] {
    const folded = words.map((word) => word.folded);
    const covers = ([from, to]: Run) =>
      folded.slice(from, to).reduce((bits, word) => {
        const bit = bitOf.get(word);
        return bit === undefined ? bits : bits | (1 << bit);
      }, 0);
    const found: Reading[] = [];
    // The same theme again says nothing more.
    const themes = new Set<string>();
    for (let at = 0; at < folded.length; ) {
      const counts = bitOf.has(folded[at] ?? "");
      const facet = counts ? this.#facetAt(folded, at) : undefined;
      const theme =
        counts || isChatter(folded[at] ?? "")
          ? this.#themeAt(folded, at, facet?.words ?? 0, bitOf)
          : undefined;
      const run: Run = [at, at + (theme?.words ?? facet?.words ?? 1)];
      const name = folded.slice(...run).join(" ");
      if (theme !== undefined && (themes.has(name) || themes.size === MOST_THEMES)) {
        at = run[1];
        continue;
      }
      if (theme !== undefined) {
        themes.add(name);
        found.push({ kind: "theme", evidence: this.#evidenceOf(theme.theme), covers: covers(run) });
        for (const [country, within] of this.#countriesIn(folded, run))
          found.push({ kind: "country", evidence: country.evidence(), covers: covers(within) });
      } else if (facet !== undefined) {
        found.push({ kind: facet.kind, evidence: facet.evidence(), covers: covers(run) });
      }
      at = run[1];
    }
    return found;
  }

  /** The longest run of more than so many words from a place on that is the name of a theme. */
  #themeAt(
    words: readonly string[],
    at: number,
    moreThan: number,
    bitOf: ReadonlyMap<string, number>,
  ): { readonly theme: NamedTheme; readonly words: number } | undefined {
    for (let to = Math.min(words.length, at + LONGEST_THEME); to > at + moreThan; to--) {
      if (!bitOf.has(words[to - 1] ?? "")) continue;
      const found = this.#themeCalled(words.slice(at, to).join(" "));
      if (found.kind === "found")
        return this.#isAllFacets(words, [at, to]) ? undefined : { theme: found.value, words: to - at };
    }
    return undefined;
  }

  /** "comedia romántica" is two genres before it is a keyword. */
  #isAllFacets(words: readonly string[], [from, to]: Run): boolean {
    for (let at = from; at < to; ) {
      const facet = this.#facetAt(words, at);
      if (facet === undefined && !isChatter(words[at] ?? "")) return false;
      at += facet?.words ?? 1;
    }
    return true;
  }

  /** Of films about the "dictadura argentina" those from there are meant first. */
  *#countriesIn(words: readonly string[], [from, to]: Run): Generator<readonly [country: Facet, run: Run]> {
    for (let at = from; at < to; at++) {
      const facet = this.#facetAt(words, at);
      if (facet?.kind === "country" && at + facet.words <= to) yield [facet, [at, at + facet.words]];
    }
  }

  #evidenceOf(theme: NamedTheme): Evidence {
    const { count, ...evidence } = this.#themeFilms.evidence(theme);
    return { ...evidence, worth: THEME * rarity(count, this.#catalog.films.rowCount) };
  }
}
