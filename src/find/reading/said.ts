/** What is said of a film beside its title, from the folded words on either side of it. */
import { foldNumbers } from "../encode/fold.js";
import {
  animatedOf,
  countriesOf,
  decadeOf,
  introducesDecade,
  isReleaseAgain,
  orderOf,
} from "./distinctions.js";
import { isFiller } from "./filler.js";
import { yearOf } from "./year-pattern.js";

export interface Said {
  /** Words of a name: of who made it or plays in it, or of a company. */
  readonly names: readonly string[];
  /** Whether a word such as "de" or "con" introduces the name. */
  readonly introduced: boolean;
  /** Two digits or four. */
  readonly years: readonly string[];
  /** The two figures of the first year of a decade that it is of. */
  readonly decade: number | undefined;
  /** ISO 3166-1 codes of which the film has one; empty where none is said. */
  readonly countries: readonly string[];
  /** True of a cartoon ("la de dibujos"), false of a film with actors ("live action"). */
  readonly animated: boolean | undefined;
  /** Which of several films of a name. */
  readonly order: "newest" | "oldest" | undefined;
  /** Its place in its series, from 1. */
  readonly place: number | undefined;
}

const ARTICLES = new Set(["la", "el", "lo", "the"]);
const INTRODUCING = new Set(["de", "del", "con", "by", "with", "from", "starring"]);
/** Words before which an adjective of nationality tells where a film is from. */
const BEFORE_COUNTRY = new Set(["version", "remake", "peli", "pelicula", "adaptacion", "la", "el"]);
/** A higher ordinal belongs to a title. */
const HIGHEST_PLACE = 13;

/** Whether a word introduces a name: "de", "con". */
export function isIntroducing(word: string | undefined): boolean {
  return word !== undefined && INTRODUCING.has(word);
}

/** Whether a word is an article, which people put before names as well. */
export function isArticle(word: string | undefined): boolean {
  return word !== undefined && ARTICLES.has(word);
}

/**
 * Whether a folded word may tell which of several films is meant, though it is no name: a number, "nueva".
 * @param next the word behind it
 */
export function saysMore(word: string, previous?: string, next?: string): boolean {
  return (
    /^\d+s?$/.test(word) ||
    introducesDecade(word, next) ||
    orderOf(word, previous) !== undefined ||
    placeOf(word) !== undefined ||
    countriesOf(word).length > 0 ||
    animatedOf(word) !== undefined
  );
}

/** "la primera de alien": before a title, what tells which is meant needs its article, or "de" behind it. */
export function readSaid(before: readonly string[], after: readonly string[]): Said {
  const said = new SaidSoFar([...before, ...after].some(isReleaseAgain));
  before.forEach((word, at) => {
    const articleBefore = ARTICLES.has(before[at - 1] ?? "");
    const introduces = isIntroducing(before[at + 1]);
    if (introducesDecade(word, before[at + 1])) return;
    said.add(word, before[at - 1], articleBefore || introduces, false);
  });
  after.forEach((word, at) => {
    if (introducesDecade(word, after[at + 1])) return;
    said.add(word, after[at - 1], true, at === after.length - 1);
  });
  return said;
}

class SaidSoFar implements Said {
  readonly names: string[] = [];
  readonly years: string[] = [];
  countries: readonly string[] = [];
  animated: boolean | undefined;
  decade: number | undefined;
  order: Said["order"];
  place: number | undefined;
  introduced = false;
  readonly #releasedAgain: boolean;
  /** Whether a name that comes next is introduced: "de", and "de la" too. */
  #isIntroduced = false;

  /** @param releasedAgain whether a year may be that of another release, which says nothing of the film's */
  constructor(releasedAgain: boolean) {
    this.#releasedAgain = releasedAgain;
  }

  /**
   * @param tells whether a word such as "nueva" or "primera" tells which film is meant here
   * @param last whether it ends the text
   */
  add(word: string, previous: string | undefined, tells: boolean, last: boolean): void {
    const decade = decadeOf(word, previous);
    if (decade !== undefined) {
      this.decade = decade;
      return;
    }
    if (yearOf(word) !== undefined) {
      if (!this.#releasedAgain) this.years.push(word);
      return;
    }
    if (/^\d+$/.test(word)) {
      this.#addNumber(word, last);
      return;
    }
    const place = placeOf(word);
    if (place !== undefined && tells && ARTICLES.has(previous ?? "")) {
      this.place = place;
      return;
    }
    const order = orderOf(word, previous);
    if (order !== undefined && tells) {
      this.order ??= order;
      return;
    }
    const countries = countriesOf(word);
    if (countries.length > 0 && BEFORE_COUNTRY.has(previous ?? "")) {
      this.countries = countries;
      return;
    }
    const animated = animatedOf(word);
    if (animated !== undefined) {
      this.animated = animated;
      return;
    }
    if (isFiller(word)) {
      this.#isIntroduced = isIntroducing(word) || (this.#isIntroduced && ARTICLES.has(word));
      return;
    }
    if (this.names.length === 0) this.introduced = this.#isIntroduced || isIntroducing(previous);
    this.#isIntroduced = false;
    this.names.push(word);
  }

  /** "el padrino 1" is the first; higher places are names of films themselves. */
  #addNumber(word: string, last: boolean): void {
    if (word === "1" && last) this.place = 1;
    else if (word.length === 2) this.years.push(word);
    else this.names.push(word);
  }
}

/** "tercera" → 3; undefined for what is no Spanish ordinal in so many letters. */
function placeOf(word: string): number | undefined {
  if (!/[oa]$/.test(word)) return undefined;
  const number = Number(foldNumbers(word));
  return number >= 1 && number <= HIGHEST_PLACE ? number : undefined;
}
