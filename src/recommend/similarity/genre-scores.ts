/** What each set of genres gives its films: their cosine, and how near they are (`genre-kinship.ts`). */
import type { Features } from "../features/compiled.js";
import { DIMENSIONS } from "../features/vectors.js";
import type { Weights } from "./model.js";

export class GenreScores {
  readonly #features: Features;
  readonly #weights: Pick<Weights, "genres" | "genreKinship">;
  /** The vector of each profile, one after the other. */
  readonly #vectors: Float32Array;

  constructor(features: Features, weights: Pick<Weights, "genres" | "genreKinship">) {
    const { kinship, profiles } = features;
    this.#features = features;
    this.#weights = weights;
    this.#vectors = new Float32Array(profiles.genres.count * DIMENSIONS);
    for (let profile = 0; profile < profiles.genres.count; profile++)
      kinship.add(profiles.genres.row(profile), this.#vectors, profile * DIMENSIONS);
  }

  /** What a film gives each profile of genres; overwritten by the next call. */
  of(film: number): Float32Array {
    const { genres } = this.#features.profiles;
    const scores = genres.scores(film, this.#weights.genres);
    const weight = this.#weights.genreKinship;
    const vectors = this.#vectors;
    const dimensions = DIMENSIONS;
    const own = genres.of[film] * dimensions;
    for (let profile = 0; profile < scores.length; profile++) {
      const other = profile * dimensions;
      let product = 0;
      for (let i = 0; i < dimensions; i++) product += vectors[own + i] * vectors[other + i];
      scores[profile] += weight * product;
    }
    return scores;
  }
}
