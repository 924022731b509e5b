/**
 * What a keyword tells: nothing where the films that bear it are as different as any ("sea", "based on novel"), much
 * where they are alike ("slasher", "musical", "found footage").
 */
import type { Lists } from "../../catalog/columns.js";
import { addVector, DIMENSIONS, type FilmVectors, meanVector } from "./vectors.js";

/** So many films that every keyword is given beside its own, as much alike as those of most keywords: a few say little. */
const PRIOR_FILMS = 5;
const PRIOR_ALIKE = 0.15;
/** No keyword tells less than this. */
const LEAST = 0.03;
/** Below 1: what films of all kinds share is still something in common. */
const POWER = 0.5;

/** Where a film's features stand: a column of lists. */
type FilmLists = Pick<Lists<Int32Array | Uint16Array, never, never>, "offsets" | "values">;

/**
 * @param lists features of each film, each once
 * @returns how much each feature tells, about 0.2 to 0.9, by the mean cosine of its films, less that of any two films
 */
export function telling(
  { offsets, values }: FilmLists,
  frequency: Int32Array,
  vectors: FilmVectors,
): Float32Array {
  const sums = new Float32Array(frequency.length * DIMENSIONS);
  for (let film = 0; film + 1 < offsets.length; film++) {
    for (let i = offsets[film]; i < offsets[film + 1]; i++)
      addVector(vectors, film, sums, values[i] * DIMENSIONS);
  }
  const any = squaredLength(meanVector(vectors), 0);
  return Float32Array.from(frequency, (films, feature) => {
    const pairs = films * (films - 1);
    // Each film with itself is a cosine of 1.
    const alike = pairs === 0 ? 0 : (squaredLength(sums, feature * DIMENSIONS) - films) / pairs - any;
    return Math.max(LEAST, (alike * films + PRIOR_ALIKE * PRIOR_FILMS) / (films + PRIOR_FILMS)) ** POWER;
  });
}

function squaredLength(values: Float32Array, at: number): number {
  let sum = 0;
  for (let i = 0; i < DIMENSIONS; i++) sum += values[at + i] ** 2;
  return sum;
}
