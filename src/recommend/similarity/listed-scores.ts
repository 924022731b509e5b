/**
 * What films get for the features of listed blocks that they share with one: weight × cosine, summed.
 *
 * A feature that few films have brings each of them in. One that many have does not, unless something else does: it is
 * added for the films that are looked at.
 */
import { firstPlace } from "../../catalog/sorted.js";
import { type Features, LISTED_BLOCKS } from "../features/compiled.js";
import { FULL_WEIGHT, type SparseRows } from "../features/sparse.js";
import type { Weights } from "./model.js";

/** Films of a feature from which on it brings in none. */
const MANY = 100;
/** And for a film whose ratings bring in thousands: what each of these gets from such a feature has to be looked up. */
const MANY_WITH_RATINGS = 400;

/** A film is looked up in the list of a feature in about so many steps. */
const LOOK_UP_STEPS = 8;

/** A feature of the film asked for that many have. */
interface LongList {
  readonly byFeature: SparseRows;
  /** Films of the feature: a stretch of `byFeature`. */
  readonly from: number;
  readonly to: number;
  /** Weight of the block × that of the feature in the film asked for, to be multiplied by the weight in another. */
  readonly own: number;
}

export class ListedScores {
  readonly #features: Features;
  readonly #weights: Weights;
  /** By place; 0 but for the film asked for. */
  readonly scores: Float32Array;
  /** Places that `add` was called for, some twice, as many as `touchedCount`. */
  readonly touched: Int32Array;
  touchedCount = 0;
  #long: LongList[] = [];
  /** What `common` gives at most for the film asked for. */
  mostInCommon = 0;
  /** What `common` gives films that have a score, once it was added up for all of them. */
  readonly #commons: Float64Array;
  #isAddedUp = false;
  /** Stretches of places that `addCommon` was called for: begin, end, begin, end. */
  #stretches: number[] = [];

  constructor(features: Features, weights: Weights) {
    this.#features = features;
    this.#weights = weights;
    this.scores = new Float32Array(features.facts.count);
    this.#commons = new Float64Array(features.facts.count);
    // What people made of a film may bring it back to 0, but once at most.
    this.touched = new Int32Array(2 * features.facts.count);
  }

  /**
   * Adds up what the features of a film give that few have.
   * @param rated whether people rated the film
   */
  begin(film: number, rated: boolean): void {
    const many = rated ? MANY_WITH_RATINGS : MANY;
    this.#long = [];
    this.mostInCommon = 0;
    for (const block of LISTED_BLOCKS) {
      const weight = this.#weights[block] / FULL_WEIGHT ** 2;
      if (weight === 0) continue;
      const { byFilm, byFeature } = this.#features.matrices[block];
      for (let i = byFilm.offsets[film]; i < byFilm.offsets[film + 1]; i++) {
        const own = weight * byFilm.weights[i];
        const from = byFeature.offsets[byFilm.features[i]];
        const to = byFeature.offsets[byFilm.features[i] + 1];
        if (to - from < many) this.#addAll(byFeature, from, to, own);
        else {
          this.#long.push({ byFeature, from, to, own });
          this.mostInCommon += Math.max(0, own * FULL_WEIGHT);
        }
      }
    }
  }

  /** Gives a film more. */
  add(place: number, score: number): void {
    if (this.scores[place] === 0) this.touched[this.touchedCount++] = place;
    this.scores[place] += score;
  }

  /** Adds what features give that many have, for a stretch of places. */
  addCommon(fromPlace: number, toPlace: number): void {
    if (this.#long.length === 0) return;
    this.#stretches.push(fromPlace, toPlace);
    const scores = this.scores;
    for (const { byFeature, from, to, own } of this.#long) {
      const { features, weights } = byFeature;
      for (let i = firstFrom(features, from, to, fromPlace); i < to && features[i] < toPlace; i++)
        scores[features[i]] += own * weights[i];
    }
  }

  /**
   * Adds up `common` for all films that have a score, where that is less work than to look so many up one by one.
   * @returns whether it did, so that `common` costs nothing for these
   */
  addUpCommon(): boolean {
    const entries = this.#long.reduce((sum, { from, to }) => sum + to - from, 0);
    if (entries > this.touchedCount * this.#long.length * LOOK_UP_STEPS) return false;
    const scores = this.scores;
    const commons = this.#commons;
    for (const { byFeature, from, to, own } of this.#long) {
      const { features, weights } = byFeature;
      for (let i = from; i < to; i++) {
        const place = features[i];
        if (scores[place] !== 0) commons[place] += own * weights[i];
      }
    }
    this.#isAddedUp = true;
    return true;
  }

  /** What features give one film that many have. */
  common(place: number): number {
    if (this.#isAddedUp && this.scores[place] !== 0) return this.#commons[place];
    let sum = 0;
    for (const { byFeature, from, to, own } of this.#long) {
      const i = firstFrom(byFeature.features, from, to, place);
      if (i < to && byFeature.features[i] === place) sum += own * byFeature.weights[i];
    }
    return sum;
  }

  /** Forgets the film asked for. */
  end(): void {
    const forget = (numbers: Float32Array | Float64Array) => {
      for (let i = 0; i < this.touchedCount; i++) numbers[this.touched[i]] = 0;
      for (let i = 0; i < this.#stretches.length; i += 2)
        numbers.fill(0, this.#stretches[i], this.#stretches[i + 1]);
    };
    forget(this.scores);
    if (this.#isAddedUp) forget(this.#commons);
    this.#isAddedUp = false;
    this.touchedCount = 0;
    this.#stretches = [];
  }

  #addAll({ features, weights }: SparseRows, from: number, to: number, own: number): void {
    const scores = this.scores;
    const touched = this.touched;
    let count = this.touchedCount;
    for (let i = from; i < to; i++) {
      const place = features[i];
      if (scores[place] === 0) touched[count++] = place;
      scores[place] += own * weights[i];
    }
    this.touchedCount = count;
  }
}

/** Where in an ascending stretch the first value stands that is not below one. */
function firstFrom(values: Int32Array, from: number, to: number, least: number): number {
  return firstPlace(from, to, (at) => values[at] < least);
}
