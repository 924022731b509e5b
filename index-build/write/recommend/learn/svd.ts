/**
 * Truncated singular value decomposition of a large sparse matrix by subspace iteration (Halko, Martinsson, Tropp:
 * Finding structure with randomness, 2011): the same numbers for the same matrix.
 */
import { type SparseMatrix, times, transposedTimes } from "./matrix.js";

/**
 * The rows in the space of the first `width` right singular vectors, U · Σ up to a rotation, which changes no product of two
 * rows.
 * @param rounds each brings the space nearer to theirs; a handful is enough where only cosines matter
 * @returns `width` numbers a row
 */
export function reducedRows(matrix: SparseMatrix, width: number, rounds: number): Float32Array {
  let space = noise(matrix.columnCount, width);
  // As large as all films' vectors in single precision: there is one.
  let rows: Float32Array | undefined;
  for (let round = 0; round < rounds; round++) {
    rows = times(matrix, space, width, rows);
    space = transposedTimes(matrix, rows, width);
    orthonormalise(space, width);
  }
  return times(matrix, space, width, rows);
}

/** Signs that depend on nothing but their place: a multiplicative congruential generator. */
function noise(rows: number, width: number): Float32Array {
  const signs = new Float32Array(rows * width);
  let state = 20_261_129;
  for (let i = 0; i < signs.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    signs[i] = state >= 0x8000_0000 ? 1 : -1;
  }
  return signs;
}

/** Makes the columns of a rows × width matrix, row by row, orthonormal: by the Cholesky factor of their products. */
function orthonormalise(matrix: Float32Array, width: number): void {
  const factor = cholesky(products(matrix, width), width);
  for (let from = 0; from < matrix.length; from += width) {
    for (let i = 0; i < width; i++) {
      let value = matrix[from + i];
      for (let j = 0; j < i; j++) value -= factor[i * width + j] * matrix[from + j];
      matrix[from + i] = value / factor[i * width + i];
    }
  }
}

/** matrixᵀ · matrix, of which only the lower half is written. */
function products(matrix: Float32Array, width: number): Float64Array {
  const sums = new Float64Array(width * width);
  for (let from = 0; from < matrix.length; from += width) {
    for (let i = 0; i < width; i++) {
      const value = matrix[from + i];
      for (let j = 0; j <= i; j++) sums[i * width + j] += value * matrix[from + j];
    }
  }
  return sums;
}

/** Added to a column's squared length: one that depends on others becomes noise, not infinite. */
const TINY = 1e-9;

/** L of L · Lᵀ, in place. @param matrix its lower half */
function cholesky(matrix: Float64Array, width: number): Float64Array {
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * width + j];
      for (let k = 0; k < j; k++) sum -= matrix[i * width + k] * matrix[j * width + k];
      matrix[i * width + j] = i === j ? Math.sqrt(Math.max(0, sum) + TINY) : sum / matrix[j * width + j];
    }
  }
  return matrix;
}
