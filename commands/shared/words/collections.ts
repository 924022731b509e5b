/** What franchises are called: sources name them in English, and a few in the language of whoever added them. */
import { type Locale, say } from "../../../src/chat/locale.js";
import type { CollectionRef } from "../../../src/queries/refs/collection.js";
import type { Words } from "../../../src/words.js";

/** "Saga Toy Story", "Toy Story Collection". */
export function collectionName(locale: Locale, { name, nameEs, nameEs419 }: CollectionRef): string {
  const es = nameEs ?? withoutEnglish(name);
  const words: Words = {
    es: called(es),
    ...(nameEs419 === undefined ? {} : { es419: called(nameEs419) }),
    en: name,
  };
  return say(locale, words);
}

function called(plain: string): string {
  return SAYS_WHAT_IT_IS.test(plain) ? plain : `Saga ${plain}`;
}

/** "Saga" before it would say it twice. */
const SAYS_WHAT_IT_IS = /^(?:Saga|Trilogía|Universo|Las aventuras)(?= )/u;

/** Words at the end that only say that it is a collection, in the languages that sources have them in. */
const GENERIC =
  /(?: ?[-–])? (?:\((?:collections?|colecci[oó]n|kolekce|samling|коллекция|saga)\)|collections?|series|colecci[oó]n|collezione|kolekcja|kolekce|samling|saga|anthology)$/iu;
/** The same before brackets that tell which one it is: "Leprechaun Collection (Original Series)". */
const GENERIC_BEFORE_BRACKETS = / collection(?= \([^()]+\)$)/iu;

const TRILOGY = /^(?:The )?(.+?)(?: -)? (?:Trilogy|Trilogie)$/iu;

function withoutEnglish(name: string): string {
  const plain = name.replace(GENERIC, "").replace(GENERIC_BEFORE_BRACKETS, "");
  return plain.replace(TRILOGY, "Trilogía $1");
}
