/**
 * Films by language, in each by countries, the best known of these first: where nothing is known of what a film is
 * about, the most similar ones are looked for among those.
 */
import { firstPlace } from "../../catalog/sorted.js";
import type { Features } from "../features/compiled.js";

export class SameLanguage {
  readonly #features: Features;
  /** Places in this order. */
  readonly order: Int32Array;

  constructor(features: Features) {
    this.#features = features;
    const { logVotes } = features.facts;
    this.order = Int32Array.from(logVotes, (_, place) => place);
    this.order.sort((a, b) => this.#key(a) - this.#key(b) || logVotes[b] - logVotes[a] || a - b);
  }

  /** Where in the order the films with a film's language begin, and those with its countries as well. */
  of(place: number): { readonly language: number; readonly country: number } {
    const { language, country } = this.#features.profiles;
    return {
      language: this.#firstFrom(language.of[place] * country.count),
      country: this.#firstFrom(this.#key(place)),
    };
  }

  #key(place: number): number {
    const { language, country } = this.#features.profiles;
    return language.of[place] * country.count + country.of[place];
  }

  #firstFrom(key: number): number {
    return firstPlace(0, this.order.length, (at) => this.#key(this.order[at]) < key);
  }
}
