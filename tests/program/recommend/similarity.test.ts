/** The fast ranking is the score of every pair, sorted. */
import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../../bench/tools/random.js";
import { readLater } from "../../../src/catalog/open.js";
import { BLOCKS, blockRows } from "../../../src/recommend/features/blocks.js";
import { filmFacts } from "../../../src/recommend/features/facts.js";
import { Ease, easeInverse } from "../../../src/recommend/ratings/ease.js";
import { likesOf } from "../../../src/recommend/ratings/likes.js";
import { Tastes } from "../../../src/recommend/ratings/tastes.js";
import {
  APART_TERMS,
  EXPLAINED,
  NEIGHBOURS,
  PARTS,
  type Part,
  type Weights,
} from "../../../src/recommend/similarity/model.js";
import { compileFeatures, Similarity } from "../../../src/recommend/similarity/neighbour-search.js";
import { cosines, partsOf, scoreOf } from "../../../src/recommend/similarity/pair.js";
import { WEIGHTS_WITH_RATINGS, WEIGHTS_WITHOUT_RATINGS } from "../../../src/recommend/similarity/weights.js";
import { starter } from "../../support/starter-index.js";

const { catalog } = starter;
const features = compileFeatures(catalog);
const rows = blockRows(catalog);

/** Forty people, each of whom likes films a certain distance apart. */
function someTastes(): Tastes {
  const count = catalog.films.rowCount;
  const people = Array.from({ length: 40 }, (_, person) =>
    Array.from({ length: count }, (_, film) => film).filter((film) => film % (person + 3) === 0),
  );
  const offsets = new Int32Array(people.length + 1);
  people.forEach((films, person) => {
    offsets[person + 1] = offsets[person] + films.length;
  });
  const films = Int32Array.from(people.flat());
  const likes = likesOf({ offsets, films, stars: Uint8Array.from(films, (film) => 5 + (film % 6)) }, count);
  return new Tastes(likes, new Ease(likes, easeInverse(likes)));
}

/** Every film scored on its own, from the tables and not from the matrices. */
function slowly(film: number, tastes: Tastes | undefined, weights: Weights): number[] {
  const input = {
    facts: filmFacts(catalog),
    tastes,
    row: (block: (typeof BLOCKS)[number], row: number) => rows[block].row(row),
  };
  return Array.from({ length: catalog.films.rowCount }, (_, other) => other)
    .filter((other) => other !== film && catalog.films.adult[other] === 0)
    .map((other) => ({ other, score: scoreOf(partsOf(input, film, other), weights) }))
    .sort((a, b) => b.score - a.score)
    .map(({ score }) => score);
}

describe("Similarity", () => {
  it.each([
    ["without ratings", false],
    ["with ratings", true],
  ])("ranks as the score of each pair does, %s", (_, rated) => {
    const tastes = rated ? someTastes() : undefined;
    const weights = rated ? WEIGHTS_WITH_RATINGS : WEIGHTS_WITHOUT_RATINGS;
    const similarity = new Similarity(features, weights, tastes);
    for (let film = 0; film < catalog.films.rowCount; film += 149) {
      const best = similarity.best(film, NEIGHBOURS);
      expect(best.map(([other]) => other)).not.toContain(film);
      expect(new Set(best.map(([other]) => other)).size).toBe(NEIGHBOURS);
      const expected = slowly(film, tastes, weights).slice(0, NEIGHBOURS);
      best.forEach(([, score], rank) => {
        expect(score).toBeCloseTo(expected[rank], 4);
      });
    }
  });

  it("leaves aside no film that belongs, whatever the weights", () => {
    const random = randomNumbers(5);
    for (let trial = 0; trial < 6; trial++) {
      const weights = Object.fromEntries(
        PARTS.map((part) => {
          const apart = (APART_TERMS as readonly string[]).includes(part);
          const shared = (BLOCKS as readonly string[]).includes(part);
          return [part, apart ? -random() : shared ? random() : (random() - 0.5) / 2];
        }),
      ) as Record<Part, number>;
      const tastes = trial % 2 === 0 ? undefined : someTastes();
      const similarity = new Similarity(features, weights, tastes);
      for (const film of [trial, 500 + trial, 2000 + trial]) {
        const expected = slowly(film, tastes, weights).slice(0, NEIGHBOURS);
        similarity.best(film, NEIGHBOURS).forEach(([, score], rank) => {
          expect(score).toBeCloseTo(expected[rank], 4);
        });
      }
    }
  });

  it("takes no weights by which films are alike for being unlike", () => {
    expect(() => new Similarity(features, { ...WEIGHTS_WITHOUT_RATINGS, ratingApart: 0.1 })).toThrow(
      RangeError,
    );
  });

  it("finds nearly the same among candidates", () => {
    const exact = new Similarity(features, WEIGHTS_WITHOUT_RATINGS);
    const few = new Similarity(features, WEIGHTS_WITHOUT_RATINGS, undefined, {
      mostFilms: 400,
      tiles: 20,
    });
    let shared = 0;
    let all = 0;
    for (let film = 0; film < catalog.films.rowCount; film += 10) {
      const found = new Set(few.best(film, 10).map(([other]) => other));
      const wanted = exact.best(film, 10).map(([other]) => other);
      shared += wanted.filter((other) => found.has(other)).length;
      all += wanted.length;
    }
    expect(shared / all).toBeGreaterThan(0.8);
  });
});

describe("the neighbours of the index", () => {
  it("are the best films, with the cosines of the first ones", async () => {
    const table = await readLater(catalog, "neighbours");
    const similarity = new Similarity(features, WEIGHTS_WITHOUT_RATINGS);
    for (const film of [0, 50, catalog.films.rowCount - 1]) {
      expect([...table.films.get(film)]).toEqual(similarity.best(film, NEIGHBOURS).map(([other]) => other));
      const scores = [...table.scores.get(film)];
      expect(scores[0]).toBe(255);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(table.contributions.size(film)).toBe(EXPLAINED * BLOCKS.length);
      const first = cosines({ row: (block, row) => rows[block].row(row) }, film, table.films.get(film)[0]);
      first.forEach((cosine, block) => {
        expect(table.contributions.get(film)[block] / 255).toBeCloseTo(cosine, 2);
      });
    }
  });
});
