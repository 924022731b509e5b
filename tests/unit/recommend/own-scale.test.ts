/** How alike films are on a film's own scale: whatever scores of that film are like. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FilmRow, filmRow } from "../../../src/catalog/rows.js";
import type { FilmFacts } from "../../../src/recommend/features/facts.js";
import { onOwnScale } from "../../../src/recommend/own-scale.js";

const FILMS = 1000;
const LAST = filmRow(40);

/** A recommender in which film 0 has a score for every film. */
const recommender = (
  scoreOf: (film: number) => number,
  neighbours: readonly FilmRow[] = [filmRow(3), LAST],
) => ({
  facts: { count: FILMS } as FilmFacts,
  similar: () => neighbours.map((film): [FilmRow, number] => [film, 1]),
  compared: (_: FilmRow, others: readonly FilmRow[]) =>
    others.map((film): [FilmRow, number] => [film, scoreOf(film)]),
});

const scale = (scoreOf: (film: number) => number, film: number) =>
  onOwnScale(recommender(scoreOf), filmRow(0), [filmRow(film)])[0]?.[1];

describe("a film's own scale", () => {
  it("is 1 for its last neighbour, 0 for the mean of all films, and goes on at both ends", () => {
    const falling = (film: number) => -film;
    expect(scale(falling, LAST)).toBe(1);
    expect(scale(falling, 495)).toBeCloseTo(0);
    expect(scale(falling, 3)).toBeGreaterThan(1);
    expect(scale(falling, 900)).toBeLessThan(0);
  });

  it("does not depend on unit or origin of the scores", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: -100, max: 100 }),
        fc.nat(FILMS - 1),
        (unit, origin, film) => {
          const falling = (row: number) => -row;
          expect(scale((row) => origin + unit * falling(row), film)).toBeCloseTo(
            scale(falling, film) ?? Number.NaN,
          );
        },
      ),
    );
  });

  it("is 0 throughout for a film without neighbours", () => {
    const alone = recommender((film) => film, []);
    expect(onOwnScale(alone, filmRow(0), [filmRow(7), filmRow(2)])).toEqual([
      [filmRow(7), 0],
      [filmRow(2), 0],
    ]);
  });
});
