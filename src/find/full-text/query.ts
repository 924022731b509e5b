/**
 * A question as the terms it looks up: for each of its words, and for words that belong together, films with
 * weights.
 */
import { LONGEST_PHRASE, nameTerm, phraseTerm, questionWords, wordTerm } from "../encode/text/terms.js";
import { rarity } from "../encode/text/weights.js";
import { type FullTextTable, filmsOfTerm, type TermFilms } from "./terms.js";

/** The films of one reading of a word or phrase. */
export interface Evidence extends TermFilms {
  /** What it is worth where the term could not say more of a film. */
  readonly worth: number;
}

/** Readings of one word: a film has what the best of them is worth. */
export interface Word {
  readonly typed: string;
  readonly readings: readonly Evidence[];
}

/** Words in a row that are one person's name or one keyword. */
export interface Phrase extends Evidence {
  /** The words it covers: from this up to (not including) `to`. */
  readonly from: number;
  readonly to: number;
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

/** @param all number of films, to tell how rare a term is */
export function readQuery(table: FullTextTable, text: string, all: number): TextQuery {
  const words = questionWords(text).map(({ typed, folded }) => ({
    typed,
    terms: { en: wordTerm(folded, "en"), es: wordTerm(folded, "es"), name: nameTerm(folded) },
  }));
  return {
    words: words.map(({ typed, terms }) => ({ typed, readings: readings(table, terms, all) })),
    phrases: runs(words.length).flatMap(([from, to]) =>
      (["en", "es", "name"] as const).flatMap((kind) => {
        const phrase = phraseTerm(words.slice(from, to).map(({ terms }) => terms[kind]));
        const found = filmsOfTerm(table, phrase);
        if (found === undefined) return [];
        const worth = (kind === "name" ? NAME_PHRASE : KEYWORD_PHRASE) * rarity(found.films.length, all);
        return [{ ...found, worth, from, to }];
      }),
    ),
  };
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
  for (const theme of inLanguages) evidence.push({ ...theme, worth: themeWorth });
  if (name !== undefined && nameShare >= LEAST_NAME_SHARE)
    evidence.push({ ...name, worth: nameShare * rarity(names, all) });
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
