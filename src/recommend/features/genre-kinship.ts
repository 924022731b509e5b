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

/** Product of any two genres' vectors, one genre's row after the other's. */
export function genreProducts(vectors: Float32Array): Float32Array {
  const count = vectors.length / DIMENSIONS;
  return Float32Array.from({ length: count * count }, (_, pair) => {
    const [a, b] = [Math.floor(pair / count) * DIMENSIONS, (pair % count) * DIMENSIONS];
    let product = 0;
    for (let i = 0; i < DIMENSIONS; i++) product += vectors[a + i] * vectors[b + i];
    return product;
  });
}

/**
 * A set's vector is a sum of its genres' vectors, so the product of two is a sum of products of genres, and these are few.
 */
export class GenreKinship {
  readonly #products: Float32Array;
  readonly #count: number;

  /** @param vectors of genres (`genreVectors`) */
  constructor(vectors: Float32Array) {
    this.#count = vectors.length / DIMENSIONS;
    this.#products = genreProducts(vectors);
  }

  /**
   * Cosine of two sets of genres; 0 where one has none.
   * @param a genres with their weights: a row of the block `genres`; b likewise
   */
  cosine(a: FeatureRow, b: FeatureRow): number {
    const squares = this.#product(a, a) * this.#product(b, b);
    // In single precision it is the same whichever comes first, though the sums are made in another order.
    return squares > 0 ? Math.fround(this.#product(a, b) / Math.sqrt(squares)) : 0;
  }

  #product(a: FeatureRow, b: FeatureRow): number {
    let sum = 0;
    for (let i = 0; i < a.features.length; i++) {
      const row = a.features[i] * this.#count;
      for (let j = 0; j < b.features.length; j++)
        sum += a.weights[i] * b.weights[j] * this.#products[row + b.features[j]];
    }
    return sum;
  }
}
