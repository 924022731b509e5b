/**
 * How much a feature tells of films: nothing where those that bear it are as different as any ("sea", "based on novel", a
 * director of whatever is offered), much where they are alike ("slasher", "found footage", a director of one kind).
 */
import type { FilmLists } from "../../../../src/recommend/features/learned.js";
import {
  addVector,
  DIMENSIONS,
  type FilmVectors,
  meanVector,
} from "../../../../src/recommend/features/vectors.js";

/** So many films that every feature is given beside its own, as much alike as those of most keywords: a few say little. */
const PRIOR_FILMS = 5;
const PRIOR_ALIKE = 0.15;
/** None tells less than this. */
const LEAST = 0.03;
/** Below 1: what films of all kinds share is still something in common. */
const POWER = 0.5;
/** Sums of so many features are held at a time: there are millions of people. */
const AT_A_TIME = 50_000;

/**
 * @param lists features of each film, each once
 * @param most of a film's features, those that count: the first ones
 * @returns by feature, 0–255 for 0–1: by the mean cosine of its films, less that of any two films
 */
export function telling(
  lists: FilmLists,
  featureCount: number,
  vectors: FilmVectors,
  most = Number.POSITIVE_INFINITY,
): Uint8Array {
  const tells = new Uint8Array(featureCount);
  const any = squaredLength(meanVector(vectors), 0);
  const sums = new Float32Array(Math.min(featureCount, AT_A_TIME) * DIMENSIONS);
  const films = new Int32Array(Math.min(featureCount, AT_A_TIME));
  for (let first = 0; first < featureCount; first += AT_A_TIME) {
    sums.fill(0);
    films.fill(0);
    addUp(lists, { first, most }, vectors, { sums, films });
    for (let at = 0; at < films.length && first + at < featureCount; at++) {
      const count = films[at];
      const pairs = count * (count - 1);
      // Each film with itself is a cosine of 1.
      const alike = pairs === 0 ? 0 : (squaredLength(sums, at * DIMENSIONS) - count) / pairs - any;
      const drawn = (alike * count + PRIOR_ALIKE * PRIOR_FILMS) / (count + PRIOR_FILMS);
      tells[first + at] = Math.min(255, Math.round(Math.max(LEAST, drawn) ** POWER * 255));
    }
  }
  return tells;
}

/** Adds the vectors of films to the sums of their features, from feature `first` on, as many as there is room for. */
function addUp(
  { offsets, values }: FilmLists,
  { first, most }: { readonly first: number; readonly most: number },
  vectors: FilmVectors,
  { sums, films }: { readonly sums: Float32Array; readonly films: Int32Array },
): void {
  for (let film = 0; film + 1 < offsets.length; film++) {
    const end = Math.min(offsets[film + 1], offsets[film] + most);
    for (let i = offsets[film]; i < end; i++) {
      const at = values[i] - first;
      if (at < 0 || at >= films.length) continue;
      films[at]++;
      addVector(vectors, film, sums, at * DIMENSIONS);
    }
  }
}

function squaredLength(values: Float32Array, at: number): number {
  let sum = 0;
  for (let i = 0; i < DIMENSIONS; i++) sum += values[at + i] ** 2;
  return sum;
}
