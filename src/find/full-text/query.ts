/**
 * A question as what it looks up: genres, times, countries and themes that it names, and for each of its words, and
 * for words that belong together, films with weights.
 */
import type { Catalog } from "../../catalog/catalog.js";
import { isChatter } from "../encode/text/stop-words.js";
import {
  allWords,
  countingWords,
  LONGEST_PHRASE,
  nameTerm,
  phraseTerm,
  type QuestionWord,
  wordTerm,
} from "../encode/text/terms.js";
import { rarity } from "../encode/text/weights.js";
import { createThemes, type NamedTheme } from "../themes/resolve.js";
import { type Evidence, NAME_SCALE, WORD_SCALE } from "./evidence.js";
import { createFacets, type Facet } from "./facets/facets.js";
import { type FullTextTable, filmsOfTerm } from "./terms.js";
import { themeEvidence } from "./theme-films.js";

/** Readings of one word: a film has what the best of them is worth. */
export interface Word {
  readonly typed: string;
  readonly readings: readonly Evidence[];
  /** What it is worth to have it, beside the other words. */
  readonly worth: number;
}

/** Words that together are one thing: a person's name, a keyword, a theme, a genre, a time, a country. */
export interface Phrase extends Evidence {
  /** The words it covers, a bit each. */
  readonly covers: number;
}

export interface TextQuery {
  readonly words: readonly Word[];
  readonly phrases: readonly Phrase[];
}

/**
 * A word is read as a name only where at least this part of its films knows it as one: Cástulo Guerra acts in
 * some well-known films, which are not what "guerra" asks for.
 */
const LEAST_NAME_SHARE = 0.03;
/** What a keyword of several words is worth, found whole, beside its words one by one. */
const KEYWORD_PHRASE = 1;
/** A full name is the surest thing that can be asked for. */
const NAME_PHRASE = 2;
/** What a theme is worth beside its words one by one. */
const THEME = 2;
/** What the words of a theme are worth alone, scattered over a plot. */
const SCATTERED = 0.3;
/** What the words of a genre, a time or a country are worth as words. */
const AS_WORDS = 0.4;
/** Words of a theme's name, at most, those for grammar among them. */
const LONGEST_THEME = 7;

/** A genre, a time, a country or a theme that stands in the question. */
interface Reading {
  readonly kind: Facet["kind"] | "theme";
  readonly evidence: Evidence;
  readonly covers: number;
}

export type ReadQuery = (text: string) => TextQuery;

export function createQueries(catalog: Catalog, table: FullTextTable): ReadQuery {
  const all = catalog.films.rowCount;
  const facetAt = createFacets(catalog);
  const themeOf = createThemes(catalog);

  /** The longest run of words from a place on that is the name of a theme. */
  const themeAt = (words: readonly QuestionWord[], at: number, counts: (word: QuestionWord) => boolean) => {
    for (let to = Math.min(words.length, at + LONGEST_THEME); to > at; to--) {
      const last = words[to - 1];
      if (last === undefined || !counts(last)) continue;
      const found = themeOf(
        words
          .slice(at, to)
          .map(({ folded }) => folded)
          .join(" "),
      );
      if (found.kind === "found" && found.fit === "exact") return { theme: found.value, words: to - at };
    }
    return undefined;
  };

  const evidenceOf = (theme: NamedTheme): Evidence => {
    const evidence = themeEvidence(catalog, table, theme);
    return { ...evidence, worth: THEME * rarity(evidence.films.length, all) };
  };

  /** What stands in the question, left to right; of a theme and a facet the longer, of equals the facet. */
  const readingsOf = (words: readonly QuestionWord[], bitOf: ReadonlyMap<string, number>): Reading[] => {
    const folded = words.map((word) => word.folded);
    const counts = (word: QuestionWord) => bitOf.has(word.folded);
    const found: Reading[] = [];
    for (let at = 0; at < words.length; ) {
      const word = words[at];
      if (word === undefined || !(counts(word) || isChatter(word.folded))) {
        at++;
        continue;
      }
      const facet = counts(word) ? facetAt(folded, at) : undefined;
      const theme = themeAt(words, at, counts);
      const isTheme =
        theme !== undefined && theme.words > (facet?.words ?? 0) && !isAllFacets(folded, at, theme.words);
      const length = isTheme ? theme.words : (facet?.words ?? 1);
      const covers = words.slice(at, at + length).reduce((bits, { folded: own }) => {
        const bit = bitOf.get(own);
        return bit === undefined ? bits : bits | (1 << bit);
      }, 0);
      if (isTheme) found.push({ kind: "theme", evidence: evidenceOf(theme.theme), covers });
      else if (facet !== undefined) found.push({ kind: facet.kind, evidence: facet, covers });
      at += length;
    }
    return found;
  };

  /** "comedia romántica" is two genres before it is a keyword. */
  const isAllFacets = (folded: readonly string[], at: number, length: number): boolean => {
    let place = at;
    while (place < at + length) {
      const facet = facetAt(folded, place);
      const isWrapping = facet === undefined && isChatter(folded[place] ?? "");
      if (facet === undefined && !isWrapping) return false;
      place += facet?.words ?? 1;
    }
    return true;
  };

  return (text) => {
    const tokens = allWords(text);
    const counting = countingWords(tokens);
    const bitOf = new Map(counting.map(({ folded }, bit) => [folded, bit]));
    const read = readingsOf(tokens, bitOf);
    const covered = read.reduce((bits, { covers }) => bits | covers, 0);
    const isAllRead = covered === (1 << counting.length) - 1;
    const words = counting.map(({ typed, folded }) => ({
      typed,
      terms: { en: wordTerm(folded, "en"), es: wordTerm(folded, "es"), name: nameTerm(folded) },
    }));
    return {
      words: words.map(({ typed, terms }, bit) => {
        const part = asWords(
          read.find(({ covers }) => (covers & (1 << bit)) !== 0),
          isAllRead,
        );
        const found = readings(table, terms, all);
        return {
          typed,
          readings:
            part === 0 ? [] : found.map((evidence) => ({ ...evidence, worth: evidence.worth * part })),
          worth: Math.max(...found.map(({ worth }) => worth), 0),
        };
      }),
      phrases: [
        ...read.map(({ evidence, covers }) => ({ ...evidence, covers })),
        ...runs(words.length).flatMap(([from, to]) =>
          (["en", "es", "name"] as const).flatMap((kind) => {
            const phrase = phraseTerm(words.slice(from, to).map(({ terms }) => terms[kind]));
            const found = filmsOfTerm(table, phrase);
            if (found === undefined) return [];
            const covers = ((1 << (to - from)) - 1) << from;
            if (kind !== "name" && read.some((reading) => (reading.covers & covers) === covers)) return [];
            const worth = (kind === "name" ? NAME_PHRASE : KEYWORD_PHRASE) * rarity(found.films.length, all);
            const scale = kind === "name" ? NAME_SCALE : WORD_SCALE;
            return [{ films: found.films, bytes: found.places, scale, worth, covers }];
          }),
        ),
      ],
    };
  };
}

/** What a word is worth as a word, where something read it otherwise: 0 where it is no word at all. */
function asWords(reading: Reading | undefined, isAllRead: boolean): number {
  if (reading === undefined) return 1;
  const isOneWord = (reading.covers & (reading.covers - 1)) === 0;
  if (reading.kind === "theme") return isOneWord ? 0 : SCATTERED;
  if (reading.kind === "country") return isAllRead ? 0 : AS_WORDS;
  return isAllRead || reading.kind === "period" ? 0 : AS_WORDS;
}

/**
 * How a word can be read: as a stem of either language, as a name. A word that is both (king) counts as each
 * by how many films know it so.
 */
function readings(
  table: FullTextTable,
  terms: { readonly en: string; readonly es: string; readonly name: string },
  all: number,
): Evidence[] {
  const inLanguages = [terms.en, terms.es].flatMap((term) => filmsOfTerm(table, term) ?? []);
  const name = filmsOfTerm(table, terms.name);
  const themes = inLanguages.reduce((sum, { films }) => sum + films.length, 0);
  const names = name?.films.length ?? 0;
  if (themes + names === 0) return [];
  const nameShare = names / (themes + names);
  const evidence: Evidence[] = [];
  // One rarity for both languages: a word that is rare only in the other one is not more telling for it.
  const themeWorth = (1 - nameShare) * rarity(Math.min(themes, all), all);
  for (const { films, places } of inLanguages)
    evidence.push({ films, bytes: places, scale: WORD_SCALE, worth: themeWorth });
  if (name !== undefined && nameShare >= LEAST_NAME_SHARE)
    evidence.push({
      films: name.films,
      bytes: name.places,
      scale: NAME_SCALE,
      worth: nameShare * rarity(names, all),
    });
  return evidence;
}

/** All runs of two words and more, as [from, to). */
function runs(words: number): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let from = 0; from < words; from++) {
    for (let to = from + 2; to <= Math.min(words, from + LONGEST_PHRASE); to++) found.push([from, to]);
  }
  return found;
}
