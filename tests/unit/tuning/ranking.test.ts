/** How graded films pull weights, and how an order of theirs is measured. */
import { describe, expect, it } from "vitest";
import { addRanking, rankingFigures, stepsOf } from "../../../tuning/fit/ranking.js";

describe("graded films", () => {
  it("pull the weights of what the better have more of up, and of what the worse have more of down", () => {
    const steps = stepsOf([
      {
        parts: [
          [1, 0, 1],
          [0, 1, 1],
        ],
        grades: [3, 0],
      },
    ]);
    const gradient = new Float64Array(3);
    addRanking(steps, new Float64Array(3), 2, gradient);
    expect([...gradient]).toEqual([1, -1, 0]);
  });

  it("pull less where the weights have them in order", () => {
    const steps = stepsOf([{ parts: [[1], [0]], grades: [2, 1] }]);
    const pull = (weight: number) => {
      const gradient = new Float64Array(1);
      addRanking(steps, Float64Array.of(weight), 1, gradient);
      return gradient[0] ?? 0;
    };
    expect(pull(3)).toBeLessThan(pull(0));
    expect(pull(-3)).toBeGreaterThan(pull(0));
  });

  it("count the same a film, however many of its others were graded", () => {
    const many = { parts: [[1], [0], [0], [0]], grades: [3, 0, 0, 0] };
    const few = { parts: [[1], [0]], grades: [3, 0] };
    const steps = stepsOf([many, few]);
    expect(steps.map(({ weight }) => weight).reduce((sum, weight) => sum + weight)).toBeCloseTo(1);
    expect(steps.at(-1)?.weight).toBeCloseTo(0.5);
  });

  it("tell nothing where all are of one grade", () => {
    expect(stepsOf([{ parts: [[1], [0]], grades: [2, 2] }])).toEqual([]);
  });
});

describe("the first five", () => {
  it("are those that score highest, beside the best there are", () => {
    const graded = [{ grades: [0, 3, 3, 2, 2, 1, 3], scores: [7, 6, 5, 4, 3, 2, 1] }];
    expect(rankingFigures(graded)).toEqual({ first: 2, best: 2.6 });
  });
});
