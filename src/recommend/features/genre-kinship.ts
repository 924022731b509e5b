/**
 * How near films' genres are to each other: a thriller is nearer to crime than to a musical, though no genre is shared.
 * A genre's vector is the middle of its films', less the middle of all; a film's is made of those of its genres.
 */
import type { Tables } from "../../catalog/catalog.js";
import type { FeatureRow } from "./blocks.js";
import { sharedFloats } from "./shared-memory.js";
import { addVector, DIMENSIONS, type FilmVectors, meanVector, toUnit } from "./vectors.js";

/** One genre's vector after the other, in shared memory. */
export function genreVectors(
  { films, genres }: Pick<Tables, "films" | "genres">,
  vectors: FilmVectors,
): Float32Array {
  const made = sharedFloats(genres.rowCount * DIMENSIONS);
  const mean = meanVector(vectors);
  const { offsets, values } = films.genres;
  const sizes = new Int32Array(genres.rowCount);
  for (let film = 0; film < films.rowCount; film++) {
    for (let i = offsets[film]; i < offsets[film + 1]; i++) {
      addVector(vectors, film, made, values[i] * DIMENSIONS);
      sizes[values[i]]++;
    }
  }
  for (let genre = 0; genre < sizes.length; genre++) {
    const at = genre * DIMENSIONS;
    for (let i = 0; i < DIMENSIONS; i++) made[at + i] -= mean[i] * sizes[genre];
    toUnit(made, at);
  }
  return made;
}

export class GenreKinship {
  readonly #vectors: Float32Array;

  /** @param vectors of genres (`genreVectors`) */
  constructor(vectors: Float32Array) {
    this.#vectors = vectors;
  }

  /**
   * Adds the vector of a set of genres to `into`, of length 1, or nothing where there are none.
   * @param genres with their weights: a row of the block `genres`
   */
  add({ features, weights }: FeatureRow, into: Float32Array, at = 0): void {
    for (let i = 0; i < features.length; i++) {
      const from = features[i] * DIMENSIONS;
      for (let part = 0; part < DIMENSIONS; part++)
        into[at + part] += weights[i] * this.#vectors[from + part];
    }
    toUnit(into, at);
  }

  /** Cosine of two sets of genres. */
  cosine(a: FeatureRow, b: FeatureRow): number {
    const both = new Float32Array(2 * DIMENSIONS);
    this.add(a, both);
    this.add(b, both, DIMENSIONS);
    let sum = 0;
    for (let i = 0; i < DIMENSIONS; i++) sum += both[i] * both[DIMENSIONS + i];
    return sum;
  }
}
