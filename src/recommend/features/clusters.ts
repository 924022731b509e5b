/**
 * Films in groups whose vectors point about the same way (spherical k-means), so that those most alike to one are looked
 * for in a few groups only. The same vectors give the same groups.
 */
import { addVector, DIMENSIONS, type FilmVectors, toUnit } from "./vectors.js";

/** Films that the middles of groups are found by, and how often they are found anew. */
const SAMPLE = 5_000;
const ROUNDS = 4;
/** Fewer groups than films in each: that each film finds its own costs the product. */
const GROUPS_PER_ROOT = 0.6;

export class Clusters {
  readonly count: number;
  /** The group of each film; −1 for films of which nothing is known. */
  readonly of: Int32Array;
  /** Film rows, group after group; group g is `films[offsets[g]…offsets[g + 1]]`. */
  readonly films: Int32Array;
  readonly offsets: Int32Array;
  readonly #vectors: FilmVectors;
  /** The middle of each group, of length 1. */
  #middles: Float32Array;
  /** Cosine of a film with each, but for a factor. */
  readonly #nearness: Float32Array;
  readonly #order: Int32Array;

  constructor(vectors: FilmVectors) {
    const filmCount = vectors.length / DIMENSIONS;
    const known = knownFilms(vectors, filmCount);
    this.#vectors = vectors;
    this.count = Math.max(1, Math.round(GROUPS_PER_ROOT * Math.sqrt(known.length)));
    this.#nearness = new Float32Array(this.count);
    this.#order = Int32Array.from({ length: this.count }, (_, cluster) => cluster);
    this.#middles = new Float32Array(this.count * DIMENSIONS);
    this.#findMiddles(evenly(known, SAMPLE));
    this.of = new Int32Array(filmCount).fill(-1);
    this.offsets = new Int32Array(this.count + 1);
    for (const film of known) {
      this.of[film] = this.#nearest(film);
      this.offsets[this.of[film] + 1]++;
    }
    for (let cluster = 0; cluster < this.count; cluster++) this.offsets[cluster + 1] += this.offsets[cluster];
    this.films = new Int32Array(known.length);
    const next = this.offsets.slice();
    for (const film of known) this.films[next[this.of[film]]++] = film;
  }

  /** All groups, those nearest to a film first; overwritten by the next call. */
  nearTo(film: number): Int32Array {
    this.#compare(film);
    const nearness = this.#nearness;
    return this.#order.sort((a, b) => nearness[b] - nearness[a] || a - b);
  }

  #findMiddles(sample: Int32Array): void {
    for (const [cluster, film] of evenly(sample, this.count).entries())
      addVector(this.#vectors, film, this.#middles, cluster * DIMENSIONS);
    for (let round = 0; round < ROUNDS; round++) {
      const sums = new Float32Array(this.#middles.length);
      for (const film of sample) addVector(this.#vectors, film, sums, this.#nearest(film) * DIMENSIONS);
      for (let cluster = 0; cluster < this.count; cluster++) toUnit(sums, cluster * DIMENSIONS);
      this.#middles = sums;
    }
  }

  #nearest(film: number): number {
    this.#compare(film);
    const nearness = this.#nearness;
    let best = 0;
    for (let cluster = 1; cluster < nearness.length; cluster++)
      if (nearness[cluster] > nearness[best]) best = cluster;
    return best;
  }

  #compare(film: number): void {
    const middles = this.#middles;
    const nearness = this.#nearness;
    const dimensions = DIMENSIONS;
    const vector = Float32Array.from(this.#vectors.subarray(film * DIMENSIONS, (film + 1) * DIMENSIONS));
    for (let cluster = 0; cluster < nearness.length; cluster++) {
      const at = cluster * dimensions;
      let sum = 0;
      for (let i = 0; i < dimensions; i++) sum += vector[i] * middles[at + i];
      nearness[cluster] = sum;
    }
  }
}

/** Films whose vectors are not 0. */
function knownFilms(vectors: FilmVectors, filmCount: number): Int32Array {
  const films = Int32Array.from({ length: filmCount }, (_, film) => film);
  return films.filter((film) =>
    vectors.subarray(film * DIMENSIONS, (film + 1) * DIMENSIONS).some((part) => part !== 0),
  );
}

/** About `count` of some values, as far apart from each other as they can be. */
function evenly(values: Int32Array, count: number): Int32Array {
  if (values.length <= count) return values;
  return Int32Array.from({ length: count }, (_, at) => values[Math.floor((at * values.length) / count)]);
}
