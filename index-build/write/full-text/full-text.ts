/**
 * Tables → the full-text index: for each term the films that it tells something of, and how much.
 *
 * The stemmers and the weights are lunr's, its index is not: that keeps an object for every term of every film, which
 * for 45,000 films takes 1.3 GB to build and 400 MB to serve, even without any plot (this: 28 MB).
 */
import type { Tables } from "../../../src/catalog/catalog.js";
import { eachRow, type FilmRow, type PersonRow, type Rows } from "../../../src/catalog/rows.js";
import { LATER_TABLES } from "../../../src/catalog/schema.js";
import {
  LONGEST_PHRASE,
  nameTerms,
  phraseTerm,
  type TextLanguage,
  textTerms,
  wordTerm,
} from "../../../src/find/encode/text/terms.js";
import { occurrenceWeight } from "../../../src/find/encode/text/weights.js";
import { encodeTable } from "../arrow.js";
import { type Pair, readPlots, themePairs } from "./plots.js";
import { PostingsCollector } from "./postings.js";
import { equivalents, genreTerms, keywordTerms } from "./themes.js";

type Facts = Pick<Tables, "films" | "people" | "keywords" | "genres" | "languages">;

/** What one occurrence is worth, by where it stands. */
const WEIGHTS = { title: 2, keyword: 3, genre: 2, plot: 1, director: 4, star: 3, cast: 2 };
/** A word found under its name in the other language is worth this part. */
const EQUIVALENT = 0.8;
/** Cast members a film is found by, and how many of them are its stars where the order of billing is known. */
const BILLED = 8;
const STARS = 3;

/** @returns the bytes of the table `fullText` */
export function encodeFullText(facts: Facts): Uint8Array {
  const { terms, offsets, films, weights } = collect(facts);
  return encodeTable(LATER_TABLES.fullText, {
    term: terms,
    films: { offsets, values: films },
    weights: { offsets, values: weights },
  });
}

function collect(facts: Facts) {
  const { films } = facts;
  const termsOf = rememberingTerms();
  const keywords = keywordTerms(facts, termsOf);
  const genres = genreTerms(facts, termsOf);
  const translated = equivalents(facts, termsOf);
  const people = personTerms(facts);
  const isCounted = (row: FilmRow) => films.adult[row] === 0;
  const isTheme = (term: string) => translated.has(term);
  const plots = readPlots(facts, { termsOf, isCounted, isTheme });

  const postings = new PostingsCollector();
  for (const row of eachRow(films)) {
    if (!isCounted(row)) continue;
    const words = new Map<string, number>();
    const add = (term: string, weight: number) => words.set(term, (words.get(term) ?? 0) + weight);
    const addBoth = (term: string, weight: number) => {
      add(term, weight);
      for (const other of translated.get(term) ?? []) add(other, weight * EQUIVALENT);
    };
    const addPair = ([left, right]: Pair, weight: number) => {
      add(phraseTerm([left, right]), weight);
      for (const a of translated.get(left) ?? []) {
        for (const b of translated.get(right) ?? []) add(phraseTerm([a, b]), weight * EQUIVALENT);
      }
    };
    const titles = titleTerms(facts, row, termsOf);
    for (const term of new Set(titles.flat())) addBoth(term, WEIGHTS.title);
    for (const title of titles) for (const pair of themePairs(title, isTheme)) addPair(pair, WEIGHTS.title);
    const plot = plots(row);
    for (const [term, weight] of plot.terms) addBoth(term, weight * WEIGHTS.plot);
    for (const pair of plot.pairs) addPair(pair, WEIGHTS.plot);
    for (const [term, count] of counted(films.keywords.get(row), keywords)) {
      add(term, occurrenceWeight(count, 1) * WEIGHTS.keyword);
    }
    for (const [term] of counted(films.genres.get(row), genres)) add(term, WEIGHTS.genre);
    // A name tells who takes part; that two of them share a word says nothing more.
    for (const [person, weight] of credits(facts, row)) {
      for (const term of people(person)) words.set(term, Math.max(words.get(term) ?? 0, weight));
    }
    postings.add(row, words);
  }
  return postings.postings();
}

/** `textTerms` that stems each word once: there are millions of words, of which a hundred thousand differ. */
function rememberingTerms(): (text: string, language: TextLanguage) => string[] {
  const known = { en: new Map<string, string>(), es: new Map<string, string>() };
  const term = (word: string, language: TextLanguage): string => {
    let stem = known[language].get(word);
    if (stem === undefined) {
      stem = wordTerm(word, language);
      known[language].set(word, stem);
    }
    return stem;
  };
  return (text, language) => textTerms(text, language, term);
}

/** The terms of each of a film's titles. One of another language than the two is read as an English one. */
function titleTerms(
  { films, languages }: Facts,
  row: FilmRow,
  termsOf: (text: string, language: TextLanguage) => string[],
): string[][] {
  const spoken = films.originalLanguage.get(row);
  const original = spoken !== undefined && languages.code.get(spoken) === "es" ? "es" : "en";
  return [
    termsOf(films.title.get(row), "en"),
    termsOf(films.originalTitle.get(row) ?? "", original),
    termsOf(films.titleEs.get(row) ?? "", "es"),
    termsOf(films.titleEs419.get(row) ?? "", "es"),
  ];
}

/** How many of some things of a film (keywords, genres) bear each term. */
function counted<Row extends number>(
  things: Rows<Row>,
  termsOf: readonly (readonly string[])[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const thing of things) {
    for (const term of new Set(termsOf[thing])) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** Who a film is found by, with what the name is worth. */
function credits({ films }: Facts, row: FilmRow): [person: PersonRow, weight: number][] {
  const stars = films.castOrdered[row] === 1 ? STARS : 0;
  return [
    ...Array.from(films.cast.get(row).subarray(0, BILLED), (person, place): [PersonRow, number] => [
      person,
      place < stars ? WEIGHTS.star : WEIGHTS.cast,
    ]),
    ...Array.from(films.directors.get(row), (person): [PersonRow, number] => [person, WEIGHTS.director]),
  ];
}

/** The words of a person's name, the whole, and first and last alone: "Samuel L. Jackson" is asked for without the L. */
function personTerms({ people }: Facts): (person: PersonRow) => readonly string[] {
  const known = new Map<PersonRow, readonly string[]>();
  return (person) => {
    let all = known.get(person);
    if (all === undefined) {
      const words = nameTerms(people.name.get(person));
      const firstAndLast = [...words.slice(0, 1), ...words.slice(-1)];
      const phrases = [words, firstAndLast].filter(
        ({ length }) => words.length > 1 && length <= LONGEST_PHRASE,
      );
      all = [...new Set([...words, ...phrases.map(phraseTerm)])];
      known.set(person, all);
    }
    return all;
  };
}
