/** The fast ranking is the score of every pair, sorted. */
import { describe, expect, it, vi } from "vitest";
import { randomNumbers } from "../../../bench/tools/random.js";
import { readLater, readLaterTables } from "../../../src/catalog/open.js";
import { eachRow, type FilmRow, filmRow } from "../../../src/catalog/rows.js";
import { BLOCKS, blockRows, dot } from "../../../src/recommend/features/blocks.js";
import { compileFeatures } from "../../../src/recommend/features/compiled.js";
import { filmFacts } from "../../../src/recommend/features/facts.js";
import { GenreKinship, genreVectors } from "../../../src/recommend/features/genre-kinship.js";
import { LEARNED_TABLES, learned as learnedOf } from "../../../src/recommend/features/learned.js";
import { likesOf } from "../../../src/recommend/ratings/likes.js";
import { Tastes } from "../../../src/recommend/ratings/tastes.js";
import {
  APART_TERMS,
  NEIGHBOURS,
  PARTS,
  type Part,
  type Weights,
} from "../../../src/recommend/similarity/model.js";
import { NeighbourSearch } from "../../../src/recommend/similarity/neighbour-search.js";
import { partsOf, scoreOf } from "../../../src/recommend/similarity/pair.js";
import { weightsFor } from "../../../src/recommend/similarity/score.js";
import { WEIGHTS_WITH_RATINGS, WEIGHTS_WITHOUT_RATINGS } from "../../../src/recommend/similarity/weights.js";
import { starter } from "../../support/starter-index.js";

// Every film is compared with every other: seconds, and many times that on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const { catalog } = starter;
const learned = learnedOf(await readLaterTables(catalog, LEARNED_TABLES));
const { vectors } = learned;
const features = compileFeatures(catalog, learned);
const rows = blockRows(catalog, learned);
const kinship = new GenreKinship(genreVectors(catalog, vectors));

/** Forty people, each of whom likes films a certain distance apart. */
function someTastes(): Tastes {
  const count = catalog.films.rowCount;
  const people = Array.from({ length: 40 }, (_, person) =>
    Array.from({ length: count }, (_, film) => film).filter((film) => film % (person + 3) === 0),
  );
  const offsets = new Int32Array(people.length + 1);
  let end = 0;
  for (const [person, films] of people.entries()) {
    end += films.length;
    offsets[person + 1] = end;
  }
  const films = Int32Array.from(people.flat());
  const likes = likesOf({ offsets, films, stars: Uint8Array.from(films, (film) => 5 + (film % 6)) }, count);
  return new Tastes(likes);
}

/** Every film scored on its own, from the tables and not from the matrices. */
function slowly(film: FilmRow, tastes: Tastes | undefined, weights: Weights): number[] {
  const input = {
    facts: filmFacts(catalog),
    tastes,
    vectors,
    kinship,
    cosine: (block: (typeof BLOCKS)[number], a: FilmRow, b: FilmRow) =>
      dot(rows[block].row(a), rows[block].row(b)),
    genres: (row: FilmRow) => rows.genres.row(row),
  };
  return [...eachRow(catalog.films)]
    .filter((other) => other !== film && catalog.films.adult[other] === 0)
    .map((other) => ({ other, score: scoreOf(partsOf(input, film, other), weights) }))
    .sort((a, b) => b.score - a.score)
    .map(({ score }) => score);
}

/** To what is lost where weights of features have two bytes. */
function expectClose(figures: readonly number[], expected: readonly number[]): void {
  expect(figures).toEqual(expected.map((figure) => expect.closeTo(figure, 3)));
}

describe("NeighbourSearch", () => {
  it.each([
    ["without ratings", false],
    ["with ratings", true],
  ])("ranks as the score of each pair does, %s", (_, rated) => {
    const tastes = rated ? someTastes() : undefined;
    const weights = rated ? WEIGHTS_WITH_RATINGS : WEIGHTS_WITHOUT_RATINGS;
    const search = new NeighbourSearch(features, weights, tastes);
    for (let row = 0; row < catalog.films.rowCount; row += 149) {
      const film = filmRow(row);
      const best = search.best(film, NEIGHBOURS);
      expect(best.map(([other]) => other)).not.toContain(film);
      expect(new Set(best.map(([other]) => other)).size).toBe(NEIGHBOURS);
      const expected = slowly(film, tastes, weights).slice(0, NEIGHBOURS);
      expectClose(
        best.map(([, score]) => score),
        expected,
      );
    }
  });

  it("leaves aside no film that belongs, whatever the weights", () => {
    const random = randomNumbers(5);
    for (let trial = 0; trial < 6; trial++) {
      const weights = Object.fromEntries(
        PARTS.map((part) => {
          const apart = (APART_TERMS as readonly string[]).includes(part);
          const shared = part === "vectors" || (BLOCKS as readonly string[]).includes(part);
          return [part, apart ? -random() : shared ? random() : (random() - 0.5) / 2];
        }),
      ) as Record<Part, number>;
      const tastes = trial % 2 === 0 ? undefined : someTastes();
      const search = new NeighbourSearch(features, weights, tastes);
      for (const film of [trial, 500 + trial, 2000 + trial].map(filmRow)) {
        const expected = slowly(film, tastes, weights).slice(0, NEIGHBOURS);
        const scores = search.best(film, NEIGHBOURS).map(([, score]) => score);
        expectClose(scores, expected);
      }
    }
  });

  it("misses few of the first ten where it looks at some films only", () => {
    const exact = new NeighbourSearch(features, WEIGHTS_WITHOUT_RATINGS);
    const some = new NeighbourSearch(features, WEIGHTS_WITHOUT_RATINGS, undefined, { patience: 600 });
    let found = 0;
    let wanted = 0;
    for (let row = 0; row < catalog.films.rowCount; row += 67) {
      const first = exact.best(filmRow(row), 10).map(([film]) => film);
      const others = new Set(some.best(filmRow(row), 10).map(([film]) => film));
      wanted += first.length;
      found += first.filter((film) => others.has(film)).length;
    }
    expect(found / wanted).toBeGreaterThanOrEqual(0.97);
  });

  it("takes no weights by which films are alike for being unlike", () => {
    expect(() => new NeighbourSearch(features, { ...WEIGHTS_WITHOUT_RATINGS, ratingApart: 0.1 })).toThrow(
      RangeError,
    );
    expect(() => new NeighbourSearch(features, { ...WEIGHTS_WITHOUT_RATINGS, vectors: -0.1 })).toThrow(
      RangeError,
    );
  });
});

describe("the neighbours of the index", () => {
  it("are the best films, with how alike they are", async () => {
    const table = await readLater(catalog, "neighbours");
    const search = new NeighbourSearch(features, weightsFor(catalog.films.rowCount, undefined));
    for (const film of [0, 50, catalog.films.rowCount - 1].map(filmRow)) {
      expect([...table.films.get(film)]).toEqual(search.best(film, NEIGHBOURS).map(([other]) => other));
      const scores = [...table.scores.get(film)];
      expect(scores[0]).toBeGreaterThan(100);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });
});
