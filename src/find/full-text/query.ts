/**
 * A question as what it looks up: genres, times, countries and themes that it names, and for each of its words, and
 * for words that belong together, films with weights.
 */
import type { Catalog } from "../../catalog/catalog.js";
import {
  allWords,
  countingWords,
  LONGEST_PHRASE,
  nameTerm,
  phraseTerm,
  wordTerm,
} from "../encode/text/terms.js";
import { rarity } from "../encode/text/weights.js";
import { type Evidence, NAME_SCALE, WORD_SCALE } from "./evidence.js";
import { type Reading, Readings } from "./readings.js";
import { type FullTextTable, filmsOfTerm } from "./terms.js";

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
  /** The words that are of a theme, a genre, a time or a country, a bit each. */
  readonly read: number;
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
/** What the words of a theme are worth alone, scattered over a plot. */
const SCATTERED = 0.3;
/** What the words of a genre, a time or a country are worth as words. */
const AS_WORDS = 0.4;
export type ReadQuery = (text: string) => TextQuery;

export function createQueries(catalog: Catalog, table: FullTextTable): ReadQuery {
  const all = catalog.films.rowCount;
  const reading = new Readings(catalog, table);
  return (text) => {
    const tokens = allWords(text);
    const counting = countingWords(tokens);
    const bitOf = new Map(counting.map(({ folded }, bit) => [folded, bit]));
    const read = reading.of(tokens, bitOf);
    const covered = read.reduce((bits, { covers }) => bits | covers, 0);
    const isAllRead = covered === (1 << counting.length) - 1;
    const words = counting.map(({ typed, folded }) => ({
      typed,
      terms: { en: wordTerm(folded, "en"), es: wordTerm(folded, "es"), name: nameTerm(folded) },
    }));
    return {
      read: covered,
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
