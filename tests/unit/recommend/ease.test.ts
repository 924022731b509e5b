/** EASE by way of users is EASE as published, films × films. */
import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../../bench/tools/random.js";
import { Ease, easeInverse } from "../../../src/recommend/ratings/ease.js";
import { type Likes, likesOf } from "../../../src/recommend/ratings/likes.js";

const USERS = 30;
const FILMS = 12;
const LAMBDA = 5;

function randomLikes(): Likes {
  const random = randomNumbers(1);
  const offsets = new Int32Array(USERS + 1);
  const films: number[] = [];
  for (let user = 0; user < USERS; user++) {
    for (let film = 0; film < FILMS; film++) if (random() < 0.3) films.push(film);
    offsets[user + 1] = films.length;
  }
  return likesOf(
    { offsets, films: Int32Array.from(films), stars: new Uint8Array(films.length).fill(9) },
    FILMS,
  );
}

/** Solves matrix · x = column by Gaussian elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], column: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, column[i]]);
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows.slice(i).reduce((best, row) => (Math.abs(row[i]) > Math.abs(best[i]) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(i, 0, pivot);
    for (let j = 0; j < rows.length; j++) {
      if (j === i) continue;
      const factor = rows[j][i] / pivot[i];
      for (let k = i; k <= rows.length; k++) rows[j][k] -= factor * pivot[k];
    }
  }
  return rows.map((row, i) => row[rows.length] / row[i]);
}

/** B of the paper: −P / diag(P), P = (XᵀX + λI)⁻¹. */
function published({ userOffsets, filmsOf }: Likes): number[][] {
  const gram = Array.from({ length: FILMS }, (_, a) =>
    Array.from({ length: FILMS }, (_, b) => (a === b ? LAMBDA : 0)),
  );
  for (let user = 0; user < USERS; user++) {
    const liked = filmsOf.subarray(userOffsets[user], userOffsets[user + 1]);
    for (const a of liked) for (const b of liked) gram[a][b]++;
  }
  const inverse = Array.from({ length: FILMS }, (_, film) =>
    solve(
      gram,
      Array.from({ length: FILMS }, (_, row) => (row === film ? 1 : 0)),
    ),
  );
  return inverse.map((row, a) => row.map((value, b) => (a === b ? 0 : -value / inverse[b][b])));
}

describe("EASE", () => {
  const likes = randomLikes();
  const ease = new Ease(likes, easeInverse(likes, LAMBDA));
  const weights = published(likes);

  it("gives every pair of films the published weight", () => {
    for (let a = 0; a < FILMS; a++) {
      const users = ease.weightsOfUsers([[a, 1]]);
      for (let b = 0; b < FILMS; b++) if (a !== b) expect(ease.score(users, b)).toBeCloseTo(weights[a][b], 9);
    }
  });

  it("adds films up by their weights", () => {
    const users = ease.weightsOfUsers([
      [0, 1],
      [1, -0.5],
    ]);
    for (let b = 2; b < FILMS; b++)
      expect(ease.score(users, b)).toBeCloseTo(weights[0][b] - 0.5 * weights[1][b], 9);
  });

  it("leaves users out that its matrix does not hold", () => {
    const none = new Ease(likes, new Float64Array(0));
    expect(none.score(none.weightsOfUsers([[0, 1]]), 1)).toBe(0);
  });
});
