/** Search keys: the folded texts under which a thing can be found. Shared by the build and the query. */

import { fold, foldForms, foldNumbers, withoutArticle } from "../fold.js";
import { spelledOut } from "../numbers.js";
import { romanise } from "../scripts/romanise.js";

/** What a key is of its thing. The number is stored in the index; lower is closer to its full name. */
export const KEY_KINDS = {
  /** A full name: title, original title, Spanish title, a person's name. */
  name: 0,
  /** A further name people use; a collection's or company's without its generic word ("Collection", "Studios"). */
  alias: 1,
  /** The name without its article; of a collection, its first film's. */
  bare: 2,
  /** What stands before the colon; of a collection, the titles of its later films. */
  head: 3,
  /** What stands after the colon. */
  tail: 4,
  /** A person's last name alone. */
  short: 5,
  /** The initials of a film's title: only what is just that means it. */
  initials: 6,
  /** What a better known film of the same title is called in Spanish. */
  lent: 7,
  /** What only the best known are called: the given name alone, initials of the whole name. */
  informal: 8,
} as const;

export type KeyKind = (typeof KEY_KINDS)[keyof typeof KEY_KINDS];

export interface Key {
  readonly text: string;
  readonly kind: KeyKind;
}

/** Collects keys, each text once with its lowest kind. */
export class KeyList {
  readonly #kinds = new Map<string, KeyKind>();

  /** Number words as digits, and as written too: a slip in one would be beyond repair. */
  add(folded: string, kind: KeyKind): void {
    const text = foldForms(folded);
    this.#addText(text, kind);
    this.#addText(foldNumbers(text), kind);
  }

  #addText(text: string, kind: KeyKind): void {
    if (text === "") return;
    const known = this.#kinds.get(text);
    if (known === undefined || kind < known) this.#kinds.set(text, kind);
  }

  list(): Key[] {
    return [...this.#kinds].map(([text, kind]) => ({ text, kind }));
  }
}

/**
 * A part of a title is at least this long, or it is found too easily; what stands before a colon is a name of
 * its own.
 */
const SHORTEST_HEAD = 3;
const SHORTEST_TAIL = 4;
const PART_SEPARATOR = /\s*:\s+|\s+[-–—]\s+/;

/**
 * @param names the film's titles (title, original, Spanish…), as written
 * @param aliases further names people use, as written
 * @param lent names of better known films of the same title, as written
 */
export function filmKeys(
  names: readonly string[],
  aliases: readonly string[],
  lent: readonly string[] = [],
): Key[] {
  const keys = new KeyList();
  for (const alias of aliases) keys.add(fold(alias), KEY_KINDS.alias);
  for (const name of names) {
    const folded = fold(name);
    keys.add(folded, KEY_KINDS.name);
    keys.add(withoutArticle(folded), KEY_KINDS.bare);
    keys.add(spelledOut(folded), KEY_KINDS.alias);
    const latin = romanise(name);
    if (latin !== undefined) keys.add(fold(latin), KEY_KINDS.alias);
    const parts = titleParts(name);
    for (let count = 1; count < parts.length; count++)
      addPart(keys, parts.slice(0, count).join(" "), KEY_KINDS.head, SHORTEST_HEAD);
    for (const part of [...parts.slice(1), parts.slice(1).join(" ")])
      addPart(keys, part, KEY_KINDS.tail, SHORTEST_TAIL);
  }
  for (const name of lent) keys.add(fold(name), KEY_KINDS.lent);
  return keys.list();
}

/** What stands before the first colon, or all of a title without one; as written. */
export function titleHead(title: string): string {
  return titleParts(title)[0] ?? title;
}

/** What stands before, between and after colons; as written. */
export function titleParts(title: string): string[] {
  return title.split(PART_SEPARATOR);
}

function addPart(keys: KeyList, part: string, kind: KeyKind, shortest: number): void {
  const folded = fold(part);
  if (folded.length < shortest) return;
  keys.add(folded, kind);
  keys.add(withoutArticle(folded), kind);
}

/** Words that belong to the last name and are not one: "Robert Downey Jr." is looked for as "downey". */
const SUFFIXES = new Set(["jr", "sr", "2", "3", "4", "esq", "phd", "md"]);

/** Words with which a last name begins: "de niro", "van damme", "de la iglesia". */
const PARTICLES = new Set(
  "al bin da de del della den der des di do dos du el la las le los mac mc o san st ten ter van vom von y".split(
    " ",
  ),
);

/** How well somebody is known, and so how little of their name says who is meant. */
export interface PersonRenown {
  /** Extras who share a last name are never meant by it. */
  readonly byLastName: boolean;
  /** "keanu", "penelope": of all who bear it, the given name means this one. */
  readonly byGivenName: boolean;
  /** "pta", "jcvd". */
  readonly byInitials: boolean;
}

/**
 * @param name as written: given names first
 * @param aliases further names people use, as written
 */
export function personKeys(name: string, aliases: readonly string[], renown: PersonRenown): Key[] {
  const keys = new KeyList();
  const folded = fold(name);
  keys.add(folded, KEY_KINDS.name);
  for (const written of [name, ...aliases]) {
    const read = romanise(written);
    if (read !== undefined) keys.add(fold(read), KEY_KINDS.alias);
  }
  for (const alias of aliases) keys.add(fold(alias), KEY_KINDS.alias);
  const words = folded.split(" ");
  while (words.length > 2 && SUFFIXES.has(words.at(-1) ?? "")) words.pop();
  keys.add(words.join(" "), KEY_KINDS.alias);
  const last = words.at(-1) ?? "";
  const { given, surname } = splitSurname(words);
  if (given.length === 0) return keys.list();
  if (renown.byGivenName && (given[0]?.length ?? 0) >= SHORTEST_GIVEN)
    keys.add(given[0] ?? "", KEY_KINDS.informal);
  if (renown.byInitials && words.length > 2) keys.add(initialsOf(words), KEY_KINDS.informal);
  if (!renown.byLastName) return keys.list();
  if (last.length >= 3) keys.add(last, KEY_KINDS.short);
  keys.add(surname, KEY_KINDS.short);
  if (given.length > 1) {
    // "Pedro Almodóvar Caballero" is typed without the second surname, "Juan Antonio Bayona" with initials.
    if (surname === last) keys.add(given.join(" "), KEY_KINDS.short);
    keys.add(`${initialsOf(given)} ${surname}`, KEY_KINDS.short);
  }
  return keys.list();
}

/** A shorter given name alone is too little. */
const SHORTEST_GIVEN = 3;

/** The last name with the particles before it. */
function splitSurname(words: readonly string[]): { given: readonly string[]; surname: string } {
  let begin = words.length - 1;
  while (begin > 1 && PARTICLES.has(words[begin - 1] ?? "")) begin--;
  return { given: words.slice(0, begin), surname: words.slice(begin).join(" ") };
}

function initialsOf(words: readonly string[]): string {
  return words.map(([initial]) => initial).join("");
}
