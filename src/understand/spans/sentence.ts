/** A sentence with all that its words may say. */
import type { Catalog } from "../../catalog/catalog.js";
import type { Edition } from "../../chat/contract.js";
import type { Find, Resolution } from "../../find/port.js";
import { atOnce, type Steps } from "../../steps.js";
import { EVERYDAY_WORDS } from "../lexicon/talk/everyday-words.js";
import { FUNCTION_WORDS } from "../lexicon/talk/plain-words.js";
import { type Token, textBetween, tokensOf } from "../text/tokens.js";
import { bargainPieces } from "./bargains.js";
import { bestCover, type Cover } from "./cover.js";
import { countPieces, figurePieces } from "./figures.js";
import { lexicon } from "./lexical.js";
import { filmPieces, namedPlaces, namePieces } from "./names.js";
import { periodPieces } from "./periods.js";
import type { Piece } from "./pieces.js";
import { themePieces } from "./themes.js";

const FUNCTION = new Set(FUNCTION_WORDS);
const EVERYDAY = new Set(EVERYDAY_WORDS);

export class Sentence {
  readonly tokens: readonly Token[];
  /** Folded, as people's names are looked for. */
  readonly words: readonly string[];
  readonly newest: number;
  readonly edition: Pick<Edition, "find" | "catalog">;
  #spelt: readonly string[] | undefined;
  #named: ReadonlySet<number> | undefined;
  #pieces: readonly Piece[] | undefined;
  #films: readonly Piece[] | undefined;
  /** Whether the word at a place means something in the lexicon by itself. */
  #isWord: (place: number) => boolean = () => false;

  constructor(
    readonly text: string,
    edition: Pick<Edition, "find" | "catalog">,
  ) {
    this.edition = { ...edition, find: remembering(edition.find) };
    this.tokens = tokensOf(text);
    this.words = this.tokens.map(({ word }) => word);
    this.newest = newestYear(edition.catalog);
  }

  /** Looks up what its words may say, in steps: whoever asks for it before that gets it at once. */
  *lookUp(): Steps<void> {
    for (const kind of NAMED_KINDS) {
      this.edition.find.namesIn(kind, this.words);
      yield;
    }
    this.#spelt ??= this.#correctedWords();
    yield;
    this.#pieces ??= yield* this.#read();
    yield;
  }

  /** The words with misspelt ones of the lexicon put right. */
  get spelt(): readonly string[] {
    this.#spelt ??= this.#correctedWords();
    return this.#spelt;
  }

  #correctedWords(): readonly string[] {
    return this.words.map((word, place) => this.#corrected(word, place));
  }

  /** What is a name, a theme, or a word of everyday talk is not misspelt. */
  #corrected(word: string, place: number): string {
    if (EVERYDAY.has(word)) return word;
    const corrected = lexicon().spelling.corrected(word);
    if (corrected === word) return word;
    this.#named ??= namedPlaces(this.edition.find, this.words);
    if (this.#named.has(place)) return word;
    return this.edition.find.themeCalled(word).kind === "found" ? word : corrected;
  }

  /** What words may say beside titles of films. */
  get pieces(): readonly Piece[] {
    this.#pieces ??= atOnce(this.#read());
    return this.#pieces;
  }

  *#read(): Steps<readonly Piece[]> {
    const { find } = this.edition;
    const lexical = [
      ...lexicon().pieces(this.spelt, this.newest),
      ...periodPieces(this.spelt, this.newest),
      ...bargainPieces(this.spelt),
      ...figurePieces(this.text, this.tokens, this.spelt, this.newest),
    ];
    this.#isWord = (place) => lexical.some(({ from, to }) => from === place && to === place + 1);
    yield;
    // "Comedia romántica" is known as a theme too: what the lexicon says of the same words counts.
    const themes = themePieces(
      find,
      this.words,
      (word) => lexicon().isNoun(word),
      (word) => lexicon().isGenre(word),
    ).filter((theme) => isAboutFilms(this.words, theme) || !isSaidBy(lexical, theme));
    yield;
    const names = namePieces(find, this.words, this.#isWord).map((name) =>
      isCommonWord(this.words, name, themes) ? { ...name, weight: name.weight - LESS_THAN_A_THEME } : name,
    );
    const films = find.namesIn("film", this.words);
    const meant = names.filter((name) => {
      const { from, to, meaning } = name;
      if (meaning.kind === "collection" && holdsPeople(names, name)) return false;
      // "Después del susto de ayer" names no Mr. Ayer.
      if (meaning.kind === "person" && to - from === 1 && this.isEveryday(from)) return false;
      const film = films.find((span) => span.from === from && span.to === to && span.part <= WHOLE_TITLE);
      return (
        meaning.kind !== "company" ||
        to - from > 1 ||
        film === undefined ||
        meaning.known > film.known + HOUSE_BESIDE_FILM
      );
    });
    return [...lexical, ...countPieces(this.spelt, lexical), ...meant, ...themes];
  }

  /** The same and titles. */
  get withFilms(): readonly Piece[] {
    this.#films ??= [
      ...this.pieces.map((piece) =>
        piece.meaning.kind === "filler" ? { ...piece, weight: piece.weight * POLITE_BESIDE_TITLES } : piece,
      ),
      ...filmPieces(this.edition.find, this.words, this.#isWord),
    ];
    return this.#films;
  }

  isFunctionWord(place: number): boolean {
    return FUNCTION.has(this.spelt[place] ?? "") || FUNCTION.has(this.words[place] ?? "");
  }

  /** Whether a word says nothing of films where people talk. */
  isEveryday(place: number): boolean {
    return EVERYDAY.has(this.spelt[place] ?? "") || EVERYDAY.has(this.words[place] ?? "");
  }

  /** @param without places that are read already */
  cover(pieces: readonly Piece[], without: ReadonlySet<number> = NO_PLACES): Cover {
    const free = without.size === 0 ? pieces : pieces.filter(({ from, to }) => !overlaps(without, from, to));
    return bestCover(this.words.length, free, (place) => without.has(place) || this.isFunctionWord(place));
  }

  textOf(from: number, to: number): string {
    return textBetween(this.text, this.tokens, from, to);
  }

  /** Which clause a word stands in, from 0. */
  clauseOf(place: number): number {
    let clause = 0;
    for (let at = 1; at <= place; at++) if (this.opensClause(at)) clause++;
    return clause;
  }

  opensClause(place: number): boolean {
    return this.tokens[place]?.opensClause ?? false;
  }
}

/** "Documentales sobre cine": the word for films as what they are about. */
function isAboutFilms(words: readonly string[], { from, to }: Piece): boolean {
  return to - from === 1 && lexicon().isNoun(words[from] ?? "");
}

/** "Bud Spencer y Terence Hill" are two people before they are a collection of their films. */
function holdsPeople(names: readonly Piece[], { from, to }: Piece): boolean {
  const people = names.filter(
    (name) => name.meaning.kind === "person" && name.to - name.from > 1 && from <= name.from && name.to <= to,
  );
  return people.length > 1;
}

/** A franchise that is called so after a later film costs as much or more, in edits: "aliens". */
const PART_OF_NAME = 0.3;
const ARTICLES = new Set(["la", "el", "los", "las", "the"]);
/** A name that is a common word as it stands: "sin aliens", "en la luna". */
const LESS_THAN_A_THEME = 0.3;

function isCommonWord(
  words: readonly string[],
  { from, to, meaning }: Piece,
  themes: readonly Piece[],
): boolean {
  const isGroup = meaning.kind === "collection";
  const part = meaning.kind === "collection" ? meaning.part : 0;
  const isWord = to - from === 1 && themes.some((theme) => theme.from === from && theme.to === to);
  return (
    isWord &&
    ((isGroup && part >= PART_OF_NAME) || (meaning.kind === "person" && ARTICLES.has(words[from - 1] ?? "")))
  );
}

/** A genre that is a theme where a country follows it: "la guerra de Vietnam". */
const WAR = "War";

/** Whether the lexicon says all that some words say: a genre, a country, or a genre of a country. */
function isSaidBy(lexical: readonly Piece[], { from, to }: Piece): boolean {
  const first = lexical.find((piece) => piece.from === from && piece.meaning.kind === "genre");
  const isWar = first?.meaning.kind === "genre" && first.meaning.genres.includes(WAR);
  if (isWar && to - from > 2) return false;
  const isPolite = lexical.some(
    (piece) => piece.meaning.kind === "filler" && piece.from === from && piece.to === to,
  );
  if (isPolite) return true;
  const says = lexical.filter(({ meaning }) => SAYS_ALL.has(meaning.kind));
  const reached = new Set([from]);
  for (let place = from; place < to; place++) {
    if (!reached.has(place)) continue;
    for (const piece of says) if (piece.from === place && piece.to <= to) reached.add(piece.to);
  }
  return reached.has(to);
}

/** A company of a film's name is meant where it is known so much better (log10 of votes): "Disney", but not "Dune". */
const HOUSE_BESIDE_FILM = 1.8;
const WHOLE_TITLE = 0.5;

const SAYS_ALL: ReadonlySet<string> = new Set([
  "genre",
  "country",
  "years",
  "language",
  "order",
  "noun",
  "minutes",
]);
/** Single words of politeness may be titles where a title is looked for: "Tron". */
const POLITE_BESIDE_TITLES = 0.6;

/**
 * So many titles and people of one sentence are looked for with slips, beyond which no further name is: nobody asks so, and
 * a text of nothing but names would take as long as it has runs of words.
 */
const MOST_TITLES = 12;
const MOST_PEOPLE = 6;

const NAMED_KINDS = ["film", "person", "collection", "company"] as const;

const NOBODY: Resolution<never> = { kind: "none", suggestions: [] };

/** Readings look up the same words again and again: of one sentence each is looked up once. Names `find` remembers itself. */
function remembering(find: Find): Find {
  const people = new Set<string>();
  const films = new Set<string>();
  const isLookedFor = (texts: Set<string>, text: string, most: number) => {
    if (texts.size < most) texts.add(text);
    return texts.has(text);
  };
  const themes = new Map<string, ReturnType<Find["theme"]>>();
  const called = new Map<string, ReturnType<Find["themeCalled"]>>();
  const spans = new Map<string, ReturnType<Find["namesIn"]>>();
  return {
    ...find,
    film: (text) => (isLookedFor(films, text, MOST_TITLES) ? find.film(text) : NOBODY),
    person: (text, role) => (isLookedFor(people, text, MOST_PEOPLE) ? find.person(text, role) : NOBODY),
    theme: (text) => kept(themes, text, find.theme),
    themeCalled: (text) => kept(called, text, find.themeCalled),
    namesIn: (kind, words) =>
      kept(spans, `${kind} ${words.join(" ")}`, () => find.namesIn(kind, words)) as never,
  };
}

function kept<Value>(values: Map<string, Value>, key: string, find: (key: string) => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const value = find(key);
  values.set(key, value);
  return value;
}

const NO_PLACES: ReadonlySet<number> = new Set();

export function overlaps(places: ReadonlySet<number>, from: number, to: number): boolean {
  for (let place = from; place < to; place++) if (places.has(place)) return true;
  return false;
}

/** The places of some runs of words. */
export function placesOf(runs: readonly { readonly from: number; readonly to: number }[]): Set<number> {
  return new Set(runs.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
}

function newestYear({ manifest }: Pick<Catalog, "manifest">): number {
  return Number(manifest.dataDate.slice(0, 4));
}
