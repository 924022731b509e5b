/** Where each term stands in one film. */
import { phraseTerm } from "../../../src/find/encode/text/terms.js";
import { type Places, placesToByte } from "../../../src/find/encode/text/weights.js";
import type { Pair } from "./plot-texts.js";

/** A word of a plot found under its name in the other language is worth this part. */
const EQUIVALENT = 0.8;

export class FilmTerms {
  readonly #places = new Map<string, { -readonly [Place in keyof Places]: Places[Place] }>();
  readonly #translated: ReadonlyMap<string, ReadonlySet<string>>;

  /** @param translated what a term is called in the other language */
  constructor(translated: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#translated = translated;
  }

  addToTitle(term: string): void {
    this.#at(term).title = true;
    for (const other of this.#translated.get(term) ?? []) this.#at(other).title = true;
  }

  addPairToTitle(pair: Pair): void {
    this.#at(phraseTerm(pair)).title = true;
    for (const other of this.#translatedPairs(pair)) this.#at(other).title = true;
  }

  addToPlot(term: string, weight: number): void {
    this.#at(term).plot += weight;
    for (const other of this.#translated.get(term) ?? []) this.#at(other).plot += weight * EQUIVALENT;
  }

  addPairToPlot(pair: Pair): void {
    this.addToPlot(phraseTerm(pair), 1);
    for (const other of this.#translatedPairs(pair)) this.#at(other).plot += EQUIVALENT;
  }

  /** @param count of the film's keywords that bear the term */
  addToKeywords(term: string, count: number): void {
    this.#at(term).keywords += count;
  }

  /** A name tells who takes part; that two of them share a word says nothing more. */
  addName(term: string, weight: number): void {
    const places = this.#at(term);
    places.plot = Math.max(places.plot, weight);
  }

  *bytes(): Generator<readonly [term: string, byte: number]> {
    for (const [term, places] of this.#places) yield [term, placesToByte(places)];
  }

  *#translatedPairs([left, right]: Pair): Generator<string> {
    for (const a of this.#translated.get(left) ?? [])
      for (const b of this.#translated.get(right) ?? []) yield phraseTerm([a, b]);
  }

  #at(term: string) {
    let places = this.#places.get(term);
    if (places === undefined) {
      places = { title: false, keywords: 0, plot: 0 };
      this.#places.set(term, places);
    }
    return places;
  }
}
