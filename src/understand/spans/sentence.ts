/** A sentence with all that its words may say. */
import type { Catalog } from "../../catalog/catalog.js";
import type { Edition } from "../../chat/contract.js";
import { FUNCTION_WORDS } from "../lexicon/plain-words.js";
import { type Token, textBetween, tokensOf } from "../text/tokens.js";
import { bestCover, type Cover } from "./cover.js";
import { countPieces, figurePieces } from "./figures.js";
import { lexicon } from "./lexical.js";
import { namePieces } from "./names.js";
import { periodPieces } from "./periods.js";
import type { Piece } from "./pieces.js";
import { themePieces } from "./themes.js";

const FUNCTION = new Set(FUNCTION_WORDS);

export class Sentence {
  readonly tokens: readonly Token[];
  /** Folded, as people's names are looked for. */
  readonly words: readonly string[];
  /** The same with misspelt words of the lexicon put right. */
  readonly spelt: readonly string[];
  readonly newest: number;
  #pieces: readonly Piece[] | undefined;
  #films: readonly Piece[] | undefined;
  /** Whether the word at a place means something in the lexicon by itself. */
  #isWord: (place: number) => boolean = () => false;

  constructor(
    readonly text: string,
    readonly edition: Pick<Edition, "find" | "catalog">,
  ) {
    this.tokens = tokensOf(text);
    this.words = this.tokens.map(({ word }) => word);
    this.spelt = this.words.map((word) => lexicon().spelling.corrected(word));
    this.newest = newestYear(edition.catalog);
  }

  /** What words may say beside titles of films. */
  get pieces(): readonly Piece[] {
    this.#pieces ??= this.#read();
    return this.#pieces;
  }

  #read(): readonly Piece[] {
    const { find } = this.edition;
    const lexical = [
      ...lexicon().pieces(this.spelt, this.newest),
      ...periodPieces(this.spelt, this.newest),
      ...figurePieces(this.text, this.tokens, this.spelt),
    ];
    this.#isWord = (place) => lexical.some(({ from, to }) => from === place && to === place + 1);
    return [
      ...lexical,
      ...countPieces(this.spelt, lexical),
      ...namePieces(find, this.words, this.#isWord, { films: false }),
      // "Comedia romántica" is known as a theme too: what the lexicon says of the same words counts.
      ...themePieces(find, this.words, (word) => lexicon().isNoun(word)).filter(
        (theme) =>
          !lexical.some(
            ({ from, to, meaning }) => from === theme.from && to === theme.to && SAYS_ALL.has(meaning.kind),
          ),
      ),
    ];
  }

  /** The same and titles. */
  get withFilms(): readonly Piece[] {
    this.#films ??= [
      ...this.pieces.map((piece) =>
        piece.meaning.kind === "filler" ? { ...piece, weight: piece.weight * POLITE_BESIDE_TITLES } : piece,
      ),
      ...namePieces(this.edition.find, this.words, this.#isWord, { films: true, filmWorth: 0.35 }).filter(
        ({ meaning }) => meaning.kind === "film",
      ),
    ];
    return this.#films;
  }

  isFunctionWord(place: number): boolean {
    return FUNCTION.has(this.spelt[place] ?? "") || FUNCTION.has(this.words[place] ?? "");
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

const NO_PLACES: ReadonlySet<number> = new Set();

export function overlaps(places: ReadonlySet<number>, from: number, to: number): boolean {
  for (let place = from; place < to; place++) if (places.has(place)) return true;
  return false;
}

function newestYear({ manifest }: Pick<Catalog, "manifest">): number {
  return Number(manifest.dataDate.slice(0, 4));
}
