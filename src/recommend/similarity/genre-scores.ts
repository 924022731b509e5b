/** What each set of genres gives its films: their cosine, and how near they are (`genre-kinship.ts`). */
import type { Features } from "../features/compiled.js";
import { genreProducts } from "../features/genre-kinship.js";
import { FULL_WEIGHT } from "../features/sparse.js";
import { DIMENSIONS } from "../features/vectors.js";
import type { Weights } from "./model.js";

/**
 * Kinship is a sum of products of genres, and these are few: for one profile each genre's share is reckoned, and of every
 * other profile the shares of its genres are added up.
 */
export class GenreScores {
  readonly #features: Features;
  readonly #weights: Pick<Weights, "genres" | "genreKinship">;
  /** Product of any two genres' vectors. */
  readonly #products: Float32Array;
  /** 1 / length of each profile's vector; 0 where it has none. */
  readonly #perLength: Float32Array;
  /** What each genre gives for the profile asked for: by its cosine, and by kinship. */
  readonly #cosine: Float32Array;
  readonly #kinship: Float32Array;
  readonly #scores: Float32Array;
  /** The profile that was asked for last: films in a row are often of the same one. */
  #last = -1;

  constructor(features: Features, weights: Pick<Weights, "genres" | "genreKinship">) {
    const { genreVectors, profiles } = features;
    this.#features = features;
    this.#weights = weights;
    const genreCount = genreVectors.length / DIMENSIONS;
    this.#products = genreProducts(genreVectors);
    this.#cosine = new Float32Array(genreCount);
    this.#kinship = new Float32Array(genreCount);
    this.#scores = new Float32Array(profiles.genres.count);
    this.#perLength = Float32Array.from(this.#scores, (_, profile) => {
      this.#setKinship(profile);
      const length = Math.sqrt(this.#sumOver(profile, this.#kinship));
      return length > 0 ? 1 / length : 0;
    });
  }

  /** What a film gives each profile of genres; overwritten by the next call. */
  of(film: number): Float32Array {
    const profile = this.#features.profiles.genres.of[film];
    if (profile !== this.#last) this.#compute(profile);
    this.#last = profile;
    return this.#scores;
  }

  #compute(profile: number): void {
    const { offsets, features, weights } = this.#features.profiles.genres.matrix.byFilm;
    const scores = this.#scores;
    const perLength = this.#perLength;
    const cosine = this.#cosine.fill(0);
    for (let i = offsets[profile]; i < offsets[profile + 1]; i++)
      cosine[features[i]] = (this.#weights.genres * weights[i]) / FULL_WEIGHT ** 2;
    this.#setKinship(profile);
    const kinship = this.#kinship;
    const factor = this.#weights.genreKinship * perLength[profile];
    for (let other = 0; other < scores.length; other++) {
      const own = factor * perLength[other];
      let score = 0;
      for (let i = offsets[other]; i < offsets[other + 1]; i++)
        score += weights[i] * (cosine[features[i]] + own * kinship[features[i]]);
      scores[other] = score;
    }
  }

  /** Product of each genre's vector with that of a profile. */
  #setKinship(profile: number): void {
    const { offsets, features, weights } = this.#features.profiles.genres.matrix.byFilm;
    const kinship = this.#kinship.fill(0);
    for (let i = offsets[profile]; i < offsets[profile + 1]; i++) {
      const from = features[i] * kinship.length;
      for (let genre = 0; genre < kinship.length; genre++)
        kinship[genre] += weights[i] * this.#products[from + genre];
    }
  }

  #sumOver(profile: number, ofGenre: Float32Array): number {
    const { offsets, features, weights } = this.#features.profiles.genres.matrix.byFilm;
    let sum = 0;
    for (let i = offsets[profile]; i < offsets[profile + 1]; i++) sum += weights[i] * ofGenre[features[i]];
    return sum;
  }
}
