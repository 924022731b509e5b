/** The groups of films nearest to a film (`features/film-groups.ts`). */
import type { FilmGroups } from "../features/film-groups.js";
import { DIMENSIONS, type FilmVectors, UNIT } from "../features/vectors.js";

/** Of the groups nearest to its own a film's are chosen: as many as hold so many times the films looked at in vain. */
const AROUND = 16;
/** Into so many steps are cosines from 1 to −1 sorted. */
const STEPS = 256;
/** Into so many steps a middle's nearness to others: as many as keep what single precision tells apart. */
const NEARNESS_STEPS = 2 ** 24;

export class NearGroups {
  readonly #groups: FilmGroups;
  readonly #vectors: FilmVectors;
  /** How many films those around a group must hold. */
  readonly #filmsAround: number;
  /** The groups around the group of the film that was asked for last: films are asked for group by group. */
  #around: Int32Array = new Int32Array(0);
  #aroundOf = -1;
  /** Those around, nearest first, and how many of them were told. */
  #order: Int32Array = new Int32Array(0);
  #told = 0;
  /** The step of nearness of each of those around, and where in the order the next group of each step goes. */
  #steps = new Uint8Array(0);
  readonly #next = new Int32Array(STEPS + 1);

  /**
   * @param vectors by place
   * @param patience how many films may be looked at in vain
   */
  constructor(groups: FilmGroups, vectors: FilmVectors, patience: number) {
    this.#groups = groups;
    this.#vectors = vectors;
    this.#filmsAround = AROUND * patience;
  }

  /** Asks for the groups near to the film at a place that is in a group. */
  begin(place: number): void {
    const group = this.#groups.groupAt[place];
    if (group !== this.#aroundOf) {
      this.#around = this.#groupsAround(group);
      this.#aroundOf = group;
      this.#order = this.#around.slice();
      this.#steps = new Uint8Array(this.#around.length);
    }
    this.#putInOrder(place);
    this.#told = 0;
  }

  /** The nearest group that was not told since `begin`; −1 where there is none left. */
  next(): number {
    return this.#told < this.#order.length ? this.#order[this.#told++] : -1;
  }

  /** By steps of cosines: groups that are about as near need no order. */
  #putInOrder(place: number): void {
    const around = this.#around;
    const steps = this.#steps;
    const next = this.#next.fill(0);
    const vector = Float32Array.from(this.#vectors.subarray(place * DIMENSIONS, (place + 1) * DIMENSIONS));
    for (let i = 0; i < around.length; i++) {
      const cosine = this.#product(around[i], vector) / UNIT;
      steps[i] = Math.max(0, Math.min(STEPS - 1, Math.floor(((1 - cosine) / 2) * STEPS)));
      next[steps[i] + 1]++;
    }
    for (let step = 0; step < STEPS; step++) next[step + 1] += next[step];
    for (let i = 0; i < around.length; i++) this.#order[next[steps[i]]++] = around[i];
  }

  #groupsAround(group: number): Int32Array {
    const { count, middles, offsets } = this.#groups;
    const vector = middles.slice(group * DIMENSIONS, (group + 1) * DIMENSIONS);
    // A number holds how near a group is and, as what is left over, which one it is: numbers are sorted without a function.
    const keys = Float64Array.from(
      { length: count },
      (_, other) => Math.round((2 - this.#product(other, vector)) * NEARNESS_STEPS) * count + other,
    ).sort();
    const order = Int32Array.from(keys, (key) => key % count);
    let films = 0;
    const enough = order.findIndex((other) => {
      films += offsets[other + 1] - offsets[other];
      return films >= this.#filmsAround;
    });
    return enough < 0 ? order : order.slice(0, enough + 1);
  }

  #product(group: number, vector: Float32Array): number {
    const middles = this.#groups.middles;
    const dimensions = DIMENSIONS;
    const from = group * dimensions;
    let sum = 0;
    for (let i = 0; i < dimensions; i++) sum += vector[i] * middles[from + i];
    return sum;
  }
}
