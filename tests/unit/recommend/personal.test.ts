/**
 * Recommendations from opinions: graded EASE as published, films × films, and the years of what was liked.
 */
import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../../bench/tools/random.js";
import { filmRow } from "../../../src/catalog/rows.js";
import { byTastes, type Opinion } from "../../../src/recommend/personal.js";
import { Ease, easeInverse } from "../../../src/recommend/ratings/ease.js";
import { gradedOf, likesOf } from "../../../src/recommend/ratings/likes.js";

const USERS = 25;
const FILMS = 9;
const LAMBDA = 4;

function randomRatings() {
  const random = randomNumbers(2);
  const offsets = new Int32Array(USERS + 1);
  const films: number[] = [];
  const stars: number[] = [];
  for (let user = 0; user < USERS; user++) {
    for (let film = 0; film < FILMS; film++) {
      if (random() < 0.5) continue;
      films.push(film);
      stars.push(1 + Math.floor(random() * 10));
    }
    offsets[user + 1] = films.length;
  }
  return { offsets, films: Int32Array.from(films), stars: Uint8Array.from(stars) };
}

const ratings = randomRatings();
const graded = gradedOf(ratings, FILMS);
const ease = new Ease(graded, easeInverse(graded, LAMBDA));

/** users × films. */
function dense(): number[][] {
  const rows = Array.from({ length: USERS }, () => new Array<number>(FILMS).fill(0));
  for (let user = 0; user < USERS; user++)
    for (let i = graded.userOffsets[user]; i < graded.userOffsets[user + 1]; i++)
      rows[user][graded.filmsOf[i]] = graded.strengths?.byUser[i] ?? 1;
  return rows;
}

describe("graded likes", () => {
  it("hold each rating once by user and once by film, and no bad one", () => {
    const rows = dense();
    for (let film = 0; film < FILMS; film++) {
      for (let i = graded.filmOffsets[film]; i < graded.filmOffsets[film + 1]; i++)
        expect(graded.strengths?.byFilm[i]).toBe(rows[graded.usersOf[i]][film]);
    }
    const strengthOf = (stars: number) =>
      gradedOf({ offsets: Int32Array.of(0, 1), films: Int32Array.of(0), stars: Uint8Array.of(stars) }, 1);
    expect(strengthOf(1).filmsOf).toHaveLength(0);
    expect(strengthOf(8).filmsOf).toHaveLength(1);
    expect(strengthOf(10).strengths?.byUser[0]).toBeGreaterThan(1);
    expect(strengthOf(6).strengths?.byUser[0]).toBeLessThan(0.5);
    expect(likesOf(ratings, FILMS).strengths).toBeUndefined();
  });

  it("give EASE the weights of the ridge regression films × films", () => {
    const rows = dense();
    // P = (XᵀX + λI)⁻¹, B_ab = −P_ab / P_bb.
    const product = Array.from({ length: FILMS }, (_, a) =>
      Array.from(
        { length: FILMS },
        (_, b) => rows.reduce((sum, row) => sum + row[a] * row[b], 0) + (a === b ? LAMBDA : 0),
      ),
    );
    const inverse = inverted(product);
    for (let a = 0; a < FILMS; a++) {
      const weights = ease.weightsOfUsers([[a, 1]]);
      for (let b = 0; b < FILMS; b++)
        if (b !== a) expect(ease.score(weights, b)).toBeCloseTo(-inverse[a][b] / inverse[b][b], 5);
    }
  });
});

describe("films for somebody's taste", () => {
  const [first, second] = [filmRow(0), filmRow(1)];
  const liked: readonly Opinion[] = [[first, 1]];
  const rated = Int32Array.from({ length: FILMS }, (_, film) => film);

  it("leave out what was seen, and turn to the years of what was liked", () => {
    const years = Int16Array.from({ length: FILMS }, (_, film) => (film < 5 ? 1960 : 2010));
    const all = byTastes({ ease, rated, years }, liked, new Set([first, second])).map(([film]) => film);
    expect(all).toHaveLength(FILMS - 2);
    expect(all).not.toContain(second);
    const sameYears = byTastes({ ease, rated, years: years.map(() => 2000) }, liked, new Set([first]));
    const own = byTastes({ ease, rated, years }, liked, new Set([first]));
    const rank = (list: typeof own) =>
      list.findIndex(([film]) => film === 8) - list.findIndex(([film]) => film === 1);
    expect(rank(own)).toBeGreaterThanOrEqual(rank(sameYears));
    const best = own.slice(0, 4).map(([film]) => years[film]);
    expect(best.filter((year) => year === 1960).length).toBeGreaterThanOrEqual(3);
  });
});

function inverted(matrix: number[][]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot++) {
    const factor = rows[pivot][pivot];
    rows[pivot] = rows[pivot].map((value) => value / factor);
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const times = rows[row][pivot];
      rows[row] = rows[row].map((value, i) => value - times * rows[pivot][i]);
    }
  }
  return rows.map((row) => row.slice(size));
}
