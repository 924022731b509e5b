/** What `/comparar` says of two films is the score by which `/recomendar` orders, before variety. */
import { describe, expect, it } from "vitest";
import { eachRow, filmRow } from "../../../src/catalog/rows.js";
import { compareFilms } from "../../../src/queries/discover/compare.js";
import { starter } from "../../support/starter-index.js";

const { catalog } = starter;
/** A step of the scores in the index, half of which is lost by rounding, and what single precision loses. */
const HALF_STEP = 0.5 / 255 + 1e-5;

describe("how alike two films are", () => {
  it.each([0, 7, 450, 2100, 6000])("is what the neighbours of film %i are ordered by", async (row) => {
    const recommender = await starter.edition.recommender();
    const film = filmRow(row);
    const near = recommender.similar(film);
    const told = near.map(([other]) => compareFilms(catalog, recommender, film, other).similarity);
    expect(near).toHaveLength(50);
    for (const [at, [, score]] of near.entries()) {
      expect(Math.abs(score - (told[at] ?? 0))).toBeLessThan(HALF_STEP);
      expect(told[at]).toBeLessThanOrEqual((told[at - 1] ?? 1) + 1e-5);
    }
    const listed = new Set([film, ...near.map(([other]) => other)]);
    const others = [...eachRow(catalog.films)].filter((other) => !listed.has(other));
    for (const [other, score] of recommender.compared(film, others)) {
      if (catalog.films.adult[other] === 0) expect(score).toBeLessThanOrEqual((told.at(-1) ?? 0) + 1e-5);
    }
  });

  it("is the same both ways, between 0 and 1", async () => {
    const recommender = await starter.edition.recommender();
    for (let row = 0; row < 3000; row += 137) {
      const [one, other] = [filmRow(row), filmRow((row * 7 + 11) % catalog.films.rowCount)];
      const { similarity } = compareFilms(catalog, recommender, one, other);
      expect(compareFilms(catalog, recommender, other, one).similarity).toBeCloseTo(similarity, 9);
      expect(similarity).toBeGreaterThan(0);
      expect(similarity).toBeLessThan(1);
    }
  });
});
