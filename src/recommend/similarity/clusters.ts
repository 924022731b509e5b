/**
 * Films in groups whose vectors point about the same way (spherical k-means), so that those most alike to one are looked
 * for in a few groups only. The same vectors give the same groups.
 */
import { addVector, DIMENSIONS, type FilmVectors, toUnit, UNIT } from "../features/vectors.js";

/** Films that the middles of groups are found by, and how often they are found anew. */
const SAMPLE = 8_000;
const ROUNDS = 4;

export class Clusters {
  readonly count: number;
  /** The group of each film; −1 for films of which nothing is known. */
  readonly of: Int32Array;
  /** Film rows, group after group; group g is `films[offsets[g]…offsets[g + 1]]`. */
  readonly films: Int32Array;
  readonly offsets: Int32Array;
  readonly #vectors: FilmVectors;
  /** The middle of each group, of length 1. */
  readonly #middles: Float32Array;
  readonly #nearness: Float32Array;
  readonly #order: Int32Array;

  constructor(vectors: FilmVectors) {
    const filmCount = vectors.length / DIMENSIONS;
    this.#vectors = vectors;
    const known = knownFilms(vectors, filmCount);
    this.count = Math.max(1, Math.round(Math.sqrt(known.length)));
    this.#nearness = new Float32Array(this.count);
    this.#order = Int32Array.from({ length: this.count }, (_, cluster) => cluster);
    this.#middles = this.#middlesOf(evenly(known, SAMPLE));
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
    const nearness = this.#nearness;
    for (let cluster = 0; cluster < this.count; cluster++) nearness[cluster] = this.#cosine(film, cluster);
    return this.#order.sort((a, b) => nearness[b] - nearness[a] || a - b);
  }

  #middlesOf(sample: Int32Array): Float32Array {
    let middles = new Float32Array(this.count * DIMENSIONS);
    for (const [cluster, film] of evenly(sample, this.count).entries())
      addVector(this.#vectors, film, middles, cluster * DIMENSIONS);
    for (let round = 0; round < ROUNDS; round++) {
      const sums = new Float32Array(middles.length);
      for (const film of sample)
        addVector(this.#vectors, film, sums, this.#nearest(film, middles) * DIMENSIONS);
      for (let cluster = 0; cluster < this.count; cluster++) toUnit(sums, cluster * DIMENSIONS);
      middles = sums;
    }
    return middles;
  }

  #nearest(film: number, middles = this.#middles): number {
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let cluster = 0; cluster < this.count; cluster++) {
      const cosine = this.#cosine(film, cluster, middles);
      if (cosine <= most) continue;
      most = cosine;
      best = cluster;
    }
    return best;
  }

  #cosine(film: number, cluster: number, middles = this.#middles): number {
    const vectors = this.#vectors;
    const from = film * DIMENSIONS;
    const at = cluster * DIMENSIONS;
    let sum = 0;
    for (let i = 0; i < DIMENSIONS; i++) sum += vectors[from + i] * middles[at + i];
    return sum / UNIT;
  }
}

/** Films whose vectors are not 0. */
function knownFilms(vectors: FilmVectors, filmCount: number): Int32Array {
  const films = Int32Array.from({ length: filmCount }, (_, film) => film);
  return films.filter((film) => {
    for (let i = film * DIMENSIONS; i < (film + 1) * DIMENSIONS; i++) if (vectors[i] !== 0) return true;
    return false;
  });
}

/** About `count` of some values, as far apart from each other as they can be. */
function evenly(values: Int32Array, count: number): Int32Array {
  if (values.length <= count) return values;
  return Int32Array.from({ length: count }, (_, at) => values[Math.floor((at * values.length) / count)]);
}
