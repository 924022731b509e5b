/** EASE as published, films × films: what the way by users has to come to. */
import type { Pairs } from "../../../src/recommend/ratings/likes.js";
import { itemAt } from "../../../tuning/item-at.js";

type Matrix = readonly (readonly number[])[];

/** How strongly each user liked each film: users × films. */
export function denseMatrix({ userCount, userOffsets, filmsOf, strengths }: Pairs, films: number): Matrix {
  return Array.from({ length: userCount }, (_, user) => {
    const own = [userOffsets[user], userOffsets[user + 1]] as const;
    const strengthOf = strengths?.byUser.subarray(...own);
    const row = new Array<number>(films).fill(0);
    for (const [i, film] of filmsOf.subarray(...own).entries()) row[film] = strengthOf?.[i] ?? 1;
    return row;
  });
}

/** −P / diag(P) off the diagonal, P = (XᵀX + λI)⁻¹: how much film a speaks for film b. */
export function publishedWeights(
  users: Matrix,
  films: number,
  lambda: number,
): (a: number, b: number) => number {
  const gram = square(films, (a, b) => {
    const products = users.map((row) => itemAt(row, a) * itemAt(row, b));
    return products.reduce((sum, product) => sum + product, a === b ? lambda : 0);
  });
  const inverse = inverted(gram);
  return (a, b) => -cell(inverse, a, b) / cell(inverse, b, b);
}

function square(size: number, value: (row: number, column: number) => number): Matrix {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => value(row, column)),
  );
}

function cell(matrix: Matrix, row: number, column: number): number {
  return itemAt(itemAt(matrix, row), column);
}

/** By Gauss–Jordan elimination; of a symmetric positive definite matrix, which needs no pivoting. */
function inverted(matrix: Matrix): Matrix {
  const size = matrix.length;
  let rows: Matrix = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot++) {
    const scaled = itemAt(rows, pivot).map((value) => value / cell(rows, pivot, pivot));
    rows = rows.map((row, i) =>
      i === pivot ? scaled : row.map((value, j) => value - itemAt(row, pivot) * itemAt(scaled, j)),
    );
  }
  return rows.map((row) => row.slice(size));
}
