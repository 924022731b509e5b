/**
 * Tables → the full-text index: for each term the films that it tells something of, and how much.
 *
 * The stemmers and the weights are lunr's, its index is not: that keeps an object for every term of every film, which
 * for 45,000 films takes 1.3 GB to build and 400 MB to serve, even without any plot (this: 28 MB).
 */
import type { Tables } from "../../../src/catalog/catalog.js";
import {
  eachRow,
  type FilmRow,
  type KeywordRow,
  type PersonRow,
  type Rows,
} from "../../../src/catalog/rows.js";
import { LATER_TABLES } from "../../../src/catalog/schema.js";
import {
  LONGEST_PHRASE,
  nameTerms,
  phraseTerm,
  type TextLanguage,
  textTerms,
  wordTerm,
} from "../../../src/find/encode/text/terms.js";
import { encodeTable } from "../encode/arrow.js";
import { FilmTerms } from "./film-terms.js";
import { themePairs } from "./plot-texts.js";
import { readPlots } from "./plots.js";
import { PostingsCollector } from "./postings.js";
import { equivalents, keywordTerms } from "./themes.js";

type Facts = Pick<Tables, "films" | "people" | "keywords" | "languages">;

/** What a name is worth, by the part its bearer has in a film. */
const PARTS = { director: 3.75, star: 3, cast: 2 };
/** Cast members a film is found by, and how many of them are its stars where the order of billing is known. */
const BILLED = 8;
const STARS = 3;

/** @returns the bytes of the table `fullText` */
export function encodeFullText(facts: Facts): Uint8Array {
  const { terms, offsets, films, places } = collect(facts);
  return encodeTable(LATER_TABLES.fullText, {
    term: terms,
    films: { offsets, values: films },
    places: { offsets, values: places },
  });
}

function collect(facts: Facts) {
  const { films } = facts;
  const termsOf = rememberingTerms();
  const keywords = keywordTerms(facts, termsOf);
  const translated = equivalents(facts, termsOf);
  const people = personTerms(facts);
  const isCounted = (row: FilmRow) => films.adult[row] === 0;
  const isTheme = (term: string) => translated.has(term);
  const plots = readPlots(facts, { termsOf, isCounted, isTheme });

  const postings = new PostingsCollector();
  for (const row of eachRow(films)) {
    if (!isCounted(row)) continue;
    const terms = new FilmTerms(translated);
    const titles = titleTerms(facts, row, termsOf);
    for (const term of new Set(titles.flat())) terms.addToTitle(term);
    for (const title of titles) for (const pair of themePairs(title, isTheme)) terms.addPairToTitle(pair);
    const plot = plots(row);
    for (const [term, weight] of plot.terms) terms.addToPlot(term, weight);
    for (const pair of plot.pairs) terms.addPairToPlot(pair);
    for (const [term, count] of counted(films.keywords.get(row), keywords)) terms.addToKeywords(term, count);
    for (const [person, weight] of credits(facts, row)) {
      for (const term of people(person)) terms.addName(term, weight);
    }
    postings.add(row, terms.bytes());
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

/** How many of a film's keywords bear each term. */
function counted(keywords: Rows<KeywordRow>, termsOf: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const keyword of keywords) {
    for (const term of new Set(termsOf[keyword])) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** Who a film is found by, with what the name is worth. */
function credits({ films }: Facts, row: FilmRow): [person: PersonRow, weight: number][] {
  const stars = films.castOrdered[row] === 1 ? STARS : 0;
  return [
    ...Array.from(films.cast.get(row).subarray(0, BILLED), (person, place): [PersonRow, number] => [
      person,
      place < stars ? PARTS.star : PARTS.cast,
    ]),
    ...Array.from(films.directors.get(row), (person): [PersonRow, number] => [person, PARTS.director]),
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
