/** One person's ratings as the recommender reads them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FilmRow, filmRow } from "../../../src/catalog/rows.js";
import { forPerson, type PersonalParts } from "../../../src/recommend/for-person.js";
import { tasteOf } from "../../../src/recommend/own-taste.js";
import { predictedScores } from "../../../src/recommend/predicted.js";
import type { OwnRating } from "../../../src/recommend/ratings/own.js";
import type { RankedFilm } from "../../../src/recommend/similarity/best-films.js";

const AT = "2024-01-01T00:00:00.000Z";
/** TMDB ids are rows here, but for ids above 100, which the catalogue does not have. */
const rowOf = (film: number) => (film <= 100 ? filmRow(film) : undefined);
const rated = (scores: Readonly<Record<number, number | undefined>>, at = AT): OwnRating[] =>
  Object.entries(scores).map(([film, score]) => ({ film: Number(film), score, at }));
const weights = (ratings: readonly OwnRating[]) => new Map(tasteOf(ratings, rowOf).opinions);

describe("a taste", () => {
  it("is what is rated above and below one's own mean, strongest first", () => {
    const { opinions, seen } = tasteOf(rated({ 1: 6, 2: 10, 3: 1, 4: 8, 5: undefined, 300: 9 }), rowOf);
    expect(opinions.map(([film]) => film)).toEqual([2, 4, 5, 1, 3]);
    expect(opinions.at(-1)?.[1]).toBeLessThan(0);
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it("reads the same score as more from whoever is harder to please", () => {
    const many = (score: number) =>
      Object.fromEntries(Array.from({ length: 30 }, (_, at) => [at + 10, score]));
    const hard = weights(rated({ ...many(4), 1: 7 })).get(filmRow(1)) ?? 0;
    const generous = weights(rated({ ...many(9), 1: 7 })).get(filmRow(1)) ?? 0;
    expect(hard).toBeGreaterThan(0.9);
    expect(generous).toBeLessThan(0.3);
  });

  it("counts what was rated lately a little more", () => {
    const both = weights([...rated({ 1: 9 }, "2015-01-01T00:00:00.000Z"), ...rated({ 2: 9 })]);
    const ratio = (both.get(filmRow(1)) ?? 0) / (both.get(filmRow(2)) ?? 1);
    expect(ratio).toBeGreaterThan(0.75);
    expect(ratio).toBeLessThan(0.85);
    expect(weights([{ film: 1, score: 9, at: "nonsense" }]).get(filmRow(1))).toBeGreaterThan(0);
  });

  it("is bounded, and none where nothing was rated", () => {
    expect(tasteOf([], rowOf)).toEqual({ opinions: [], seen: new Set() });
    const row = (film: number) => filmRow(film);
    const everything = tasteOf(
      rated(Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [at, 1 + (at % 10)]))),
      row,
    );
    expect(everything.opinions.length).toBeLessThanOrEqual(400);
    expect(everything.seen.size).toBe(3_000);
    expect(everything.opinions.some(([, weight]) => weight < 0)).toBe(true);
  });
});

/** Film n has the neighbours n ± 1 and n ± 2; those from 50 on are in another language. */
const neighboursOf = (film: FilmRow): RankedFilm[] =>
  [1, -1, 2, -2]
    .map((step): RankedFilm => [filmRow(film + step), Math.abs(step) === 1 ? 0.9 : 0.6])
    .filter(([other]) => other >= 0 && other < 100);
const rating = new Float32Array(100).fill(6.5);
const PARTS: PersonalParts = {
  neighboursOf,
  byTastes: [],
  rating,
  languageOf: (film) => (film < 50 ? 1 : 2),
};
const films = (list: readonly RankedFilm[]) => list.map(([film]) => film);

describe("films for a person", () => {
  it("are like the liked ones, never those that were seen, nor like what is disliked", () => {
    const taste = tasteOf(rated({ 10: 10, 12: 10, 80: 1, 11: undefined }), rowOf);
    const list = films(forPerson(PARTS, taste));
    expect(list).toEqual([9, 13, 8, 14]);
    expect(films(forPerson(PARTS, taste, (film) => film > 10))).toEqual([13, 14]);
  });

  it("come in an order in which tastes, votes and languages have a say", () => {
    const taste = tasteOf(rated({ 20: 9, 60: 9, 25: 9 }), rowOf);
    const place = (parts: Partial<PersonalParts>, film: number) =>
      films(forPerson({ ...PARTS, ...parts }, taste)).indexOf(filmRow(film));
    // Two of three liked films are in the first language.
    expect(place({}, 61)).toBeGreaterThan(place({}, 19));
    expect(place({ byTastes: [[filmRow(61), 1]], languageOf: () => undefined }, 61)).toBe(0);
    expect(place({ rating: rating.map((vote, film) => (film === 61 ? 10 : vote)) }, 61)).toBeLessThan(
      place({}, 61),
    );
  });

  it("end with what tastes tell alone", () => {
    const taste = tasteOf(rated({ 20: 9 }), rowOf);
    const byTastes: RankedFilm[] = [
      [filmRow(90), 2],
      [filmRow(21), 1],
    ];
    expect(films(forPerson({ ...PARTS, byTastes }, taste))).toEqual([21, 19, 18, 22, 90]);
    expect(forPerson(PARTS, tasteOf([], rowOf))).toEqual([]);
  });
});

describe("a predicted score", () => {
  const genresOf = (film: FilmRow) => [film % 2];
  const predict = (ratings: readonly OwnRating[], votes = rating) =>
    predictedScores({ neighboursOf, rating: votes, genresOf }, ratings, rowOf);

  it("is what was given, and else one's mean, moved by votes, films like it and its genres", () => {
    const own = predict(rated({ 10: 10, 30: 2, 32: 2, 34: 2 }));
    expect(own(filmRow(10))).toBe(10);
    expect(own(filmRow(11))).toBeGreaterThan(own(filmRow(71)));
    expect(own(filmRow(33))).toBeLessThan(own(filmRow(71)));
    // (16 + 35) / 9 = 5.67; of even films 4 are rated 1.67 below it on average: −6.67 / 12 · 0.6 = −0.33.
    expect(own(filmRow(71))).toBeCloseTo(51 / 9, 10);
    expect(own(filmRow(70))).toBeCloseTo(51 / 9 - (0.6 * ((4 * 51) / 9 - 16)) / 12, 10);
    const better = rating.map((vote, film) => (film === 71 ? 8.5 : vote));
    expect(predict(rated({ 10: 10 }), better)(filmRow(71))).toBeCloseTo(45 / 6 + 0.8 * 2, 5);
  });

  it("is what people give on average where nothing was rated", () => {
    expect(predict([])(filmRow(5))).toBe(7);
  });

  it("lies from 0 to 10", () => {
    const ratings = fc.array(
      fc.record({ film: fc.nat(120), score: fc.integer({ min: 1, max: 10 }), at: fc.constant(AT) }),
    );
    fc.assert(
      fc.property(ratings, fc.float({ min: 0, max: 10, noNaN: true }), (some, vote) => {
        const own = predict(some, new Float32Array(100).fill(vote));
        for (let film = 0; film < 100; film += 7) {
          expect(own(filmRow(film))).toBeGreaterThanOrEqual(0);
          expect(own(filmRow(film))).toBeLessThanOrEqual(10);
        }
      }),
    );
  });
});
