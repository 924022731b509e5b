/** Two people's tastes: figures by hand, and what holds of any two. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compatibility,
  compatibilitySchema,
  FEWEST_COMMON,
} from "../../../../src/queries/taste/compatibility.js";
import { smallCatalog } from "../../../support/small-catalog.js";

const FILMS = 60;
const catalog = smallCatalog(
  Array.from({ length: FILMS }, (_, at) => ({
    id: at + 1,
    genres: [["Horror", "Drama", "Comedy"][at % 3] ?? "Drama"],
    adult: at === 2,
  })),
);

/** Scores of films `from`, `from` + 1… */
const rated = (scores: readonly number[], from = 1) =>
  scores.map((score, at) => ({ film: from + at, score, at: "2024-01-01T00:00:00.000Z" }));
/** Scores of some films each. */
const ratedAs = (films: readonly number[], score: number) =>
  films.map((film) => ({ film, score, at: "2024-01-01T00:00:00.000Z" }));
const ofGenre = (genre: number, from: number) =>
  Array.from({ length: 5 }, (_, at) => genre + 1 + 3 * (from + at));

describe("compatibility from films in common", () => {
  // (30 + 5 · 7) / 10: both means are 6.5.
  const one = rated([10, 10, 2, 2, 6]);

  it("is the cosine of scores less their means, drawn to the middle", () => {
    // 65.25 / (65.25 + 16) = 0.803
    expect(compatibility(catalog, one, rated([10, 10, 2, 2, 6]))).toMatchObject({
      percent: 90,
      verdict: "same",
      by: "films",
      sure: "low",
      common: 5,
      rated: [5, 5],
    });
    // −62.75 / (65.25 + 16) = −0.772
    expect(compatibility(catalog, one, rated([2, 2, 10, 10, 6]))).toMatchObject({
      percent: 11,
      verdict: "opposite",
    });
  });

  it("is the surer the more films there are", () => {
    const long = (times: number) => rated(Array.from({ length: times }, () => [10, 2, 9, 4, 7]).flat());
    const [few, some, many] = [1, 3, 6].map((times) => compatibility(catalog, long(times), long(times)));
    expect([few?.sure, some?.sure, many?.sure]).toEqual(["low", "fair", "high"]);
    expect(few?.percent).toBeLessThan(some?.percent ?? 0);
    expect(some?.percent).toBeLessThan(many?.percent ?? 0);
  });

  it("tells what both loved, and what divides them; no adult film", () => {
    const { bothLoved, disagreement } = compatibility(
      catalog,
      rated([9, 10, 10, 8, 1, 9]),
      rated([8, 10, 10, 7, 9, 4]),
    );
    expect(bothLoved.count).toBe(2);
    expect(bothLoved.films.map(({ film, scores }) => [film.id, ...scores])).toEqual([
      [2, 10, 10],
      [1, 9, 8],
    ]);
    expect([disagreement?.film.id, disagreement?.scores]).toEqual([5, [1, 9]]);
    expect(compatibility(catalog, rated([7, 7, 7]), rated([8, 9, 9])).disagreement).toBeNull();
  });
});

describe("compatibility from genres", () => {
  it("stands in where too few films are in common", () => {
    const one = [...ratedAs(ofGenre(0, 0), 10), ...ratedAs(ofGenre(1, 0), 4)];
    const other = [...ratedAs(ofGenre(0, 5), 10), ...ratedAs(ofGenre(1, 5), 4)];
    // Lifts of 15 / 13 and −15 / 13: 2.66 / (2.66 + 0.5) · 0.6 = 0.51
    expect(compatibility(catalog, one, other)).toMatchObject({
      percent: 75,
      by: "genres",
      sure: "low",
      common: 0,
      bothLike: ["Horror"],
      dividedBy: null,
    });
    const opposite = [...ratedAs(ofGenre(0, 5), 4), ...ratedAs(ofGenre(1, 5), 10)];
    const { percent, bothLike, dividedBy } = compatibility(catalog, one, opposite);
    expect(percent).toBe(25);
    expect(bothLike).toEqual([]);
    expect(dividedBy).not.toBeNull();
  });

  it("is none where either rated too little", () => {
    const many = rated(Array.from({ length: 30 }, (_, at) => 1 + (at % 10)));
    for (const few of [[], rated([9, 3, 9, 1]), rated([9, 3, 9], 50)])
      expect(compatibility(catalog, many, few)).toMatchObject({
        percent: null,
        verdict: null,
        by: "nothing",
      });
  });
});

describe("any two people", () => {
  const score = fc.integer({ min: 1, max: 10 });
  const ratings = fc.uniqueArray(
    fc.record(
      { film: fc.integer({ min: 1, max: FILMS + 5 }), score, at: fc.constant("2024-01-01T00:00:00.000Z") },
      { requiredKeys: ["film", "at"] },
    ),
    { selector: ({ film }) => film, maxLength: 40 },
  );

  it("go together as far one way as the other, from 0 to 100", () => {
    fc.assert(
      fc.property(ratings, ratings, (a, b) => {
        const forth = compatibility(catalog, a, b);
        const back = compatibility(catalog, b, a);
        expect(compatibilitySchema.safeParse(forth).success).toBe(true);
        expect(back.percent).toBe(forth.percent);
        expect(back.bothLike).toEqual(forth.bothLike);
        expect(back.disagreement?.scores.toReversed() ?? []).toEqual(forth.disagreement?.scores ?? []);
      }),
    );
  });

  /** Of some variety: who gives every film the same tells nothing. */
  const varied = fc
    .array(score, { minLength: 20, maxLength: 40 })
    .filter((scores) => Math.max(...scores) - Math.min(...scores) >= 6 && new Set(scores).size >= 5);

  it("are alike with the same scores, and the contrary with the opposite ones", () => {
    fc.assert(
      fc.property(varied, (scores) => {
        const same = compatibility(catalog, rated(scores), rated(scores)).percent ?? 0;
        const opposite =
          compatibility(catalog, rated(scores), rated(scores.map((own) => 11 - own))).percent ?? 100;
        expect(same).toBeGreaterThan(70);
        expect(opposite).toBeLessThan(40);
      }),
    );
  });

  it("stay near the middle with few films in common", () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: FEWEST_COMMON, maxLength: FEWEST_COMMON }), (scores) => {
        const middling = scores.map((own) => Math.min(8, Math.max(5, own)));
        const { percent } = compatibility(catalog, rated(middling), rated(middling));
        expect(Math.abs((percent ?? 0) - 50)).toBeLessThan(35);
      }),
    );
  });
});
