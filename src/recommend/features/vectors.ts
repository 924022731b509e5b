/**
 * What films are about, as short dense vectors: films of like themes, genres and plots point the same way though they
 * share no keyword. The build makes them (`index-build/write/recommend/vectors`).
 */
import { sharedFloats } from "./shared-memory.js";

/** Numbers of a vector: fewer lose what sets themes apart, and with 128 people's judgements were met less well. */
export const DIMENSIONS = 64;

/** What a number of 1 is in the index. */
export const UNIT = 127;

/** One film's vector after the other, each of length UNIT, or all 0 where nothing is known. */
export type FilmVectors = Int8Array;

/** The vectors as the index holds them. @param bytes of the table `vectors` */
export function filmVectors(bytes: Uint8Array): FilmVectors {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Cosine of two films' vectors. */
export function vectorCosine(vectors: FilmVectors, a: number, b: number): number {
  return vectorProduct(vectors, a, b) / (UNIT * UNIT);
}

/** Their cosine × UNIT². */
export function vectorProduct(vectors: FilmVectors, a: number, b: number): number {
  return partOfProduct(vectors, a, b, 0, DIMENSIONS);
}

/**
 * What the numbers from one on add to it, up to another: four a step, which is half as long as one by one.
 * @param from divisible by four, and `to` as well
 */
export function partOfProduct(vectors: FilmVectors, a: number, b: number, from: number, to: number): number {
  let other = b * DIMENSIONS + from;
  const end = a * DIMENSIONS + to;
  let sum = 0;
  for (let at = a * DIMENSIONS + from; at < end; at += 4) {
    sum +=
      Math.imul(vectors[at], vectors[other]) +
      Math.imul(vectors[at + 1], vectors[other + 1]) +
      Math.imul(vectors[at + 2], vectors[other + 2]) +
      Math.imul(vectors[at + 3], vectors[other + 3]);
    other += 4;
  }
  return sum;
}

/** The first numbers of a vector hold most of it: the decomposition finds the largest parts first. */
export const HEAD = 16;

/** The length of what follows the head of each vector. */
export function tailLengths(vectors: FilmVectors): Float32Array {
  const lengths = sharedFloats(vectors.length / DIMENSIONS);
  for (let film = 0; film < lengths.length; film++)
    lengths[film] = Math.sqrt(partOfProduct(vectors, film, film, HEAD, DIMENSIONS));
  return lengths;
}

/** Adds a film's vector to another one of DIMENSIONS numbers, which begins at `at`. */
export function addVector(vectors: FilmVectors, film: number, into: Float32Array, at = 0): void {
  const from = film * DIMENSIONS;
  for (let i = 0; i < DIMENSIONS; i++) into[at + i] += vectors[from + i] / UNIT;
}

/** Makes the vector of DIMENSIONS numbers that begins at `at` one of length 1; one of 0 stays. */
export function toUnit(values: Float32Array, at = 0): void {
  let squares = 0;
  for (let i = 0; i < DIMENSIONS; i++) squares += values[at + i] ** 2;
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < DIMENSIONS; i++) values[at + i] /= length;
}

/** The middle of all vectors. */
export function meanVector(vectors: FilmVectors): Float32Array {
  const mean = new Float32Array(DIMENSIONS);
  const count = vectors.length / DIMENSIONS;
  for (let film = 0; film < count; film++) addVector(vectors, film, mean);
  for (let i = 0; i < DIMENSIONS; i++) mean[i] /= Math.max(1, count);
  return mean;
}
