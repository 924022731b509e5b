/**
 * What the weights are fitted to: the measured quantities themselves, made smooth.
 *
 * A film is among the first five by σ((its score − the score between fifth and sixth) / temperature); a
 * question is hit with 1 − Π (1 − that) over the films its user liked. From it is taken how often the same
 * list hits other users: what a list of favourites of everybody would get as well.
 */
import type { FilmRow } from "../../src/catalog/rows.js";
import { PARTS } from "../../src/recommend/similarity/model.js";

/** A question with the films that any weighting at hand would put first, and all parts of their scores. */
export interface Pool {
  readonly films: readonly FilmRow[];
  /** PARTS.length figures a film. */
  readonly parts: Float32Array;
  /** Places in `films` of what the user liked, and of what some other users did. */
  readonly own: Places;
  readonly others: readonly Places[];
}

/** Liked films among a pool's, and those of them outside the most voted. */
export interface Places {
  readonly all: Int32Array;
  readonly tail: Int32Array;
}

/** How much each aim counts beside lift. */
export interface Aims {
  /** That films which people call alike score higher (`likelihood.ts`). */
  readonly likeness: number;
  /** That of films graded by reading the better come first (`ranking.ts`). */
  readonly ranking: number;
  readonly hit: number;
  readonly tail: number;
}

const FIRST = 5;
const LAST = 12;
/** Of the distance between the third and the twelfth score. */
const TEMPERATURE = 0.4;
const SIZE = PARTS.length;

/** @returns the mean objective, and its gradient by weight (added to `gradient`) */
export function objective(
  pools: readonly Pool[],
  weights: Float64Array,
  { hit, tail }: Pick<Aims, "hit" | "tail">,
  gradient: Float64Array,
): number {
  let sum = 0;
  const middle = new Float64Array(SIZE);
  for (const { films, parts, own, others } of pools) {
    const scores = scoresOf(films.length, parts, weights);
    const first = highestPlaces(scores, LAST);
    if (first.length < LAST) continue;
    const threshold = (scores[first[FIRST - 1]] + scores[first[FIRST]]) / 2;
    const temperature = (scores[first[2]] - scores[first[LAST - 1]]) * TEMPERATURE + 1e-9;
    for (let part = 0; part < SIZE; part++)
      middle[part] = (parts[first[FIRST - 1] * SIZE + part] + parts[first[FIRST] * SIZE + part]) / 2;
    const add = (places: Int32Array, factor: number) => {
      const members = Array.from(places, (at) => 1 / (1 + Math.exp((threshold - scores[at]) / temperature)));
      const missed = members.reduce((product, member) => product * (1 - member), 1);
      sum += (factor * (1 - missed)) / pools.length;
      places.forEach((at, i) => {
        const slope = (factor * missed * members[i]) / temperature / pools.length;
        if (Math.abs(slope * temperature * pools.length) < 1e-5) return;
        for (let part = 0; part < SIZE; part++)
          gradient[part] += slope * (parts[at * SIZE + part] - middle[part]);
      });
    };
    add(own.all, 1 + hit);
    add(own.tail, tail);
    for (const other of others) {
      add(other.all, -1 / others.length);
      add(other.tail, -tail / others.length);
    }
  }
  return sum;
}

function scoresOf(count: number, parts: Float32Array, weights: Float64Array): Float64Array {
  const scores = new Float64Array(count);
  for (let film = 0; film < count; film++) {
    let score = 0;
    for (let part = 0; part < SIZE; part++) score += weights[part] * parts[film * SIZE + part];
    scores[film] = score;
  }
  return scores;
}

/** Places of the highest values, highest first. */
function highestPlaces(values: Float64Array, count: number): number[] {
  const best: number[] = [];
  for (let place = 0; place < values.length; place++) {
    if (best.length === count && values[place] <= values[best[count - 1]]) continue;
    let at = best.length < count ? best.push(place) - 1 : count - 1;
    for (; at > 0 && values[best[at - 1]] < values[place]; at--) best[at] = best[at - 1];
    best[at] = place;
  }
  return best;
}
