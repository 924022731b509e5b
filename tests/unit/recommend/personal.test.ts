/**
 * Recommendations from opinions: graded EASE as published, films × films, and the years of what was liked.
 */
import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../../bench/tools/random.js";
import { filmRow } from "../../../src/catalog/rows.js";
import { byTastes, type Opinion } from "../../../src/recommend/personal.js";
import { Ease, easeInverse } from "../../../src/recommend/ratings/ease.js";
import { gradedOf, likesOf } from "../../../src/recommend/ratings/likes.js";
import { denseMatrix, publishedWeights } from "./published-ease.js";

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

const users = denseMatrix(graded, FILMS);

describe("graded likes", () => {
  it("hold each rating once by user and once by film, and no bad one", () => {
    for (let film = 0; film < FILMS; film++) {
      const own = [graded.filmOffsets[film], graded.filmOffsets[film + 1]] as const;
      const strengths = [...(graded.strengths?.byFilm.subarray(...own) ?? [])];
      const byUser = [...graded.usersOf.subarray(...own)].map((user) => users[user]?.[film]);
      expect(strengths).toEqual(byUser);
      expect(strengths).toHaveLength(users.filter((row) => row[film] !== 0).length);
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
    const weightOf = publishedWeights(users, FILMS, LAMBDA);
    for (let a = 0; a < FILMS; a++) {
      const weights = ease.weightsOfUsers([[a, 1]]);
      for (let b = 0; b < FILMS; b++)
        if (b !== a) expect(ease.score(weights, b)).toBeCloseTo(weightOf(a, b), 5);
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
