/** Films' vectors, what is made of them, and how they come about. */
import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../../bench/tools/random.js";
import { type FeatureLists, sideBySide, times } from "../../../index-build/write/recommend/learn/matrix.js";
import { reducedRows } from "../../../index-build/write/recommend/learn/svd.js";
import { telling } from "../../../index-build/write/recommend/learn/telling.js";
import { filmGroups } from "../../../src/recommend/features/film-groups.js";
import { DIMENSIONS, type FilmVectors, UNIT, vectorCosine } from "../../../src/recommend/features/vectors.js";
import { NearGroups } from "../../../src/recommend/similarity/near-groups.js";

/** Films that point each along one axis, but for a little noise. */
function alongAxes(axes: readonly number[], noise = 0): FilmVectors {
  const random = randomNumbers(3);
  const vectors = new Int8Array(axes.length * DIMENSIONS);
  for (const [film, axis] of axes.entries()) {
    for (let i = 0; i < DIMENSIONS; i++)
      vectors[film * DIMENSIONS + i] = Math.round((i === axis ? 0.9 * UNIT : 0) + noise * (random() - 0.5));
  }
  return vectors;
}

/** Features of films as lists, all of one weight. */
function listed(films: readonly (readonly number[])[], weights: readonly number[], share = 1): FeatureLists {
  const offsets = Int32Array.from(
    { length: films.length + 1 },
    (_, film) => films.slice(0, film).flat().length,
  );
  return { offsets, features: Int32Array.from(films.flat()), weights: Float32Array.from(weights), share };
}

describe("the matrix of films and features", () => {
  it("has rows of length 1, each kind by its share, without features of no weight", () => {
    const { offsets, values, columnCount } = sideBySide(3, [
      listed([[0, 1], [], [2]], [3, 4, 0]),
      listed([[0], [0], []], [7], 0.5),
    ]);
    expect(columnCount).toBe(3);
    const row = (film: number) => [...values.subarray(offsets[film], offsets[film + 1])];
    expect(row(0).map((value) => value / (row(0)[2] ?? 0))).toEqual([
      expect.closeTo(1.2, 5),
      expect.closeTo(1.6, 5),
      1,
    ]);
    expect(Math.hypot(...row(0))).toBeCloseTo(1, 6);
    expect(row(1)).toEqual([1]);
    expect(row(2)).toEqual([]);
  });
});

describe("the reduced rows", () => {
  // A film has features of one of two halves, but for one film that has of both.
  const random = randomNumbers(9);
  const films = Array.from({ length: 60 }, (_, film) =>
    Array.from({ length: 20 }, (__, feature) => feature).filter(
      (feature) => (film === 59 || feature < 10 === film % 2 < 1) && random() < 0.6,
    ),
  );
  const matrix = sideBySide(60, [listed(films, new Array(20).fill(1))]);

  it("keep the products of rows where there are dimensions enough", () => {
    const identity = new Float32Array(400);
    for (let i = 0; i < 20; i++) identity[i * 21] = 1;
    const dense = times(matrix, identity, 20);
    const reduced = reducedRows(matrix, 20, 3);
    const product = (rows: Float32Array, a: number, b: number) =>
      Array.from({ length: 20 }, (_, i) => (rows[a * 20 + i] ?? 0) * (rows[b * 20 + i] ?? 0)).reduce(
        (sum, value) => sum + value,
        0,
      );
    for (const [a, b] of [
      [0, 2],
      [0, 1],
      [5, 59],
    ] as const)
      expect(product(reduced, a, b)).toBeCloseTo(product(dense, a, b), 3);
  });

  it("bring films together that share no feature, but features with others", () => {
    const apart = sideBySide(4, [
      listed(
        [
          [0, 1],
          [1, 2],
          [2, 3],
          [4, 5],
        ],
        new Array(6).fill(1),
      ),
    ]);
    const rows = reducedRows(apart, 1, 8);
    expect(Math.abs(rows[0] ?? 0)).toBeGreaterThan(0.2);
    expect(Math.sign(rows[0] ?? 0)).toBe(Math.sign(rows[2] ?? 0));
    expect(rows[3]).toBeCloseTo(0, 2);
  });

  it("are the same each time", () => {
    expect(reducedRows(matrix, 4, 3)).toEqual(reducedRows(matrix, 4, 3));
  });
});

describe("vectors", () => {
  it("have a cosine of about 1 where they point the same way, and of 0 where not", () => {
    const vectors = alongAxes([0, 0, 1]);
    expect(vectorCosine(vectors, 0, 1)).toBeCloseTo(0.81, 1);
    expect(vectorCosine(vectors, 0, 2)).toBe(0);
  });

  it("say that a keyword of films alike tells more than one of any films", () => {
    const vectors = alongAxes(Array.from({ length: 40 }, (_, film) => film % 10));
    // Keyword 0 is of films along one axis, keyword 1 of one of each, keyword 2 of one film alone.
    const offsets = Int32Array.from({ length: 41 }, (_, film) => film * 2);
    const values = Int32Array.from({ length: 80 }, (_, at) => {
      const film = at >> 1;
      if (at % 2 === 0) return film % 10 === 0 ? 0 : 3;
      return film < 10 ? 1 : film === 39 ? 2 : 3;
    });
    const [alike = 0, any = 0, rare = 0] = telling({ offsets, values }, 4, vectors);
    expect(alike).toBeGreaterThan(rare);
    expect(rare).toBeGreaterThan(any);
    expect(any).toBeGreaterThan(0);
  });
});

describe("groups of films", () => {
  const axes = Array.from({ length: 2_000 }, (_, film) => (film * 7) % 8);
  const vectors = alongAxes(axes, 20);
  const groups = filmGroups(vectors);
  const members = (group: number) => [
    ...groups.films.subarray(groups.offsets[group], groups.offsets[group + 1]),
  ];

  it("hold each film once, in the order of its places, and films of one direction", () => {
    expect([...groups.films].sort((a, b) => a - b)).toEqual(axes.map((_, film) => film));
    expect([...groups.places].every((place, film) => groups.films[place] === film)).toBe(true);
    for (let group = 0; group < groups.count; group++) {
      expect(new Set(members(group).map((film) => axes[film])).size).toBe(1);
      expect(members(group).every((film) => groups.groupAt[groups.places[film] ?? 0] === group)).toBe(true);
    }
    expect(groups.offsets[groups.count]).toBe(axes.length);
  });

  it("are told nearest first, each once", () => {
    const inOrder = new Int8Array(vectors.length);
    for (const [place, film] of groups.films.entries())
      inOrder.set(vectors.subarray(film * DIMENSIONS, (film + 1) * DIMENSIONS), place * DIMENSIONS);
    const near = new NearGroups(groups, inOrder, axes.length);
    for (const film of [0, 1, 77, 399]) {
      near.begin(groups.places[film] ?? 0);
      const told = Array.from({ length: groups.count }, () => near.next());
      expect(near.next()).toBe(-1);
      expect(new Set(told).size).toBe(groups.count);
      const alike = told.map((group) => members(group).every((other) => axes[other] === axes[film]));
      expect(alike[0]).toBe(true);
      expect(alike).toEqual([...alike].sort((a, b) => Number(b) - Number(a)));
    }
  });

  it("share out films that are all the same", () => {
    const same = filmGroups(alongAxes(Array.from({ length: 3_000 }, () => 2)));
    expect(same.count).toBeGreaterThan(1);
    expect(same.offsets[same.count]).toBe(3_000);
  });

  it("leave out films of which nothing is known", () => {
    const some = filmGroups(alongAxes([0, DIMENSIONS, 1]));
    expect(some.groupAt[some.places[1] ?? 0]).toBe(-1);
    expect([...some.films]).toEqual([0, 2, 1]);
    expect(some.offsets[some.count]).toBe(2);
  });
});
