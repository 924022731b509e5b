/** EASE by way of users is EASE as published, films × films. */
import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../../bench/tools/random.js";
import { Ease, easeInverse } from "../../../src/recommend/ratings/ease.js";
import { type Likes, likesOf } from "../../../src/recommend/ratings/likes.js";
import { denseMatrix, publishedWeights } from "./published-ease.js";

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

describe("EASE", () => {
  const likes = randomLikes();
  const ease = new Ease(likes, easeInverse(likes, LAMBDA));
  const weightOf = publishedWeights(denseMatrix(likes, FILMS), FILMS, LAMBDA);

  it("gives every pair of films the published weight", () => {
    for (let a = 0; a < FILMS; a++) {
      const users = ease.weightsOfUsers([[a, 1]]);
      for (let b = 0; b < FILMS; b++)
        if (a !== b) expect(ease.score(users, b)).toBeCloseTo(weightOf(a, b), 9);
    }
  });

  it("adds films up by their weights", () => {
    const users = ease.weightsOfUsers([
      [0, 1],
      [1, -0.5],
    ]);
    for (let b = 2; b < FILMS; b++)
      expect(ease.score(users, b)).toBeCloseTo(weightOf(0, b) - 0.5 * weightOf(1, b), 9);
  });

  it("leaves users out that its matrix does not hold", () => {
    const none = new Ease(likes, new Float64Array(0));
    expect(none.score(none.weightsOfUsers([[0, 1]]), 1)).toBe(0);
  });
});
