/** The terms of keywords in both languages, and what the reviewed table of keywords teaches of words. */
import type { Tables } from "../../../src/catalog/catalog.js";
import { eachRow } from "../../../src/catalog/rows.js";
import { LONGEST_PHRASE, phraseTerm, type TextLanguage } from "../../../src/find/encode/text/terms.js";

type TermsOf = (text: string, language: TextLanguage) => string[];

/** The terms of a name, and their phrase where it has several words. */
function namedTerms(terms: readonly string[]): string[] {
  const isPhrase = terms.length > 1 && terms.length <= LONGEST_PHRASE;
  return isPhrase ? [...terms, phraseTerm(terms)] : [...terms];
}

/** @returns the terms of each keyword row, English and Spanish */
export function keywordTerms({ keywords }: Pick<Tables, "keywords">, termsOf: TermsOf): string[][] {
  return Array.from(eachRow(keywords), (row) => [
    ...namedTerms(termsOf(keywords.name.get(row), "en")),
    ...namedTerms(termsOf(keywords.nameEs.get(row) ?? "", "es")),
  ]);
}

/**
 * What a word of one language is called in the other: the keywords that are one word in both ("shark", "tiburones").
 * With it a Spanish question finds the words of an English plot.
 */
export function equivalents(
  { keywords }: Pick<Tables, "keywords">,
  termsOf: TermsOf,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    const known = found.get(from);
    if (known === undefined) found.set(from, new Set([to]));
    else known.add(to);
  };
  for (const row of eachRow(keywords)) {
    const spanish = keywords.nameEs.get(row);
    if (spanish === undefined) continue;
    const [en, ...moreEn] = termsOf(keywords.name.get(row), "en");
    const [es, ...moreEs] = termsOf(spanish, "es");
    if (en === undefined || es === undefined || moreEn.length > 0 || moreEs.length > 0) continue;
    add(en, es);
    add(es, en);
  }
  return found;
}
