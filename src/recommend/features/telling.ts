/**
 * What a keyword tells: nothing where the films that bear it are as different as any ("sea", "based on novel"), much
 * where they are alike ("slasher", "musical", "found footage").
 */
import type { Lists } from "../../catalog/columns.js";
import { addVector, DIMENSIONS, type FilmVectors, meanVector } from "./vectors.js";

/** Films of average likeness that every keyword is given: two films alike by chance are no theme. */
const PRIOR_FILMS = 3;
/** No keyword tells less than this. */
const LEAST = 0.05;
/** Below 1: what is rare and vague is still something in common. */
const POWER = 0.7;

/** Where a film's features stand: a column of lists. */
type FilmLists = Pick<Lists<Int32Array | Uint16Array, never, never>, "offsets" | "values">;

/**
 * @param lists features of each film, each once
 * @returns how much each feature tells, about 0.1 to 0.9: the mean cosine of its films, less that of any two films
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
    const alike = pairs === 0 ? any : (squaredLength(sums, feature * DIMENSIONS) - films) / pairs;
    const mean = (alike * films + any * PRIOR_FILMS) / (films + PRIOR_FILMS);
    return Math.max(LEAST, mean - any) ** POWER;
  });
}

function squaredLength(values: Float32Array, at: number): number {
  let sum = 0;
  for (let i = 0; i < DIMENSIONS; i++) sum += values[at + i] ** 2;
  return sum;
}
