/** How figures of likeness are made of judged pairs. */
import { describe, expect, it } from "vitest";
import { filmRow } from "../../../src/catalog/rows.js";
import { areaUnderCurve, likenessOf } from "../../../tuning/evaluate/recommend/likeness.js";

describe("the area under the curve", () => {
  it("is the chance that an alike pair scores higher, half where they score the same", () => {
    expect(areaUnderCurve([3, 2, 1], [true, true, false])).toBe(1);
    expect(areaUnderCurve([1, 2, 3], [true, true, false])).toBe(0);
    expect(areaUnderCurve([1, 1, 1, 1], [true, false, true, false])).toBe(0.5);
    expect(areaUnderCurve([4, 3, 2, 1], [true, false, true, false])).toBe(0.75);
  });
});

describe("likeness", () => {
  it("takes the mean of both directions, and counts what lists show of the judged pairs", () => {
    const [a, b, c, d] = [filmRow(0), filmRow(1), filmRow(2), filmRow(3)];
    const scores = new Map([
      [
        a,
        new Map([
          [b, 0],
          [c, 1.5],
          [d, 1],
        ]),
      ],
      [b, new Map([[a, 4]])],
      [c, new Map([[a, 1.5]])],
      [d, new Map([[a, 1]])],
    ]);
    const lists = new Map([
      [a, [c]],
      [b, [a]],
    ]);
    const figures = likenessOf(
      {
        list: ({ film }) => lists.get(film) ?? [],
        score: (one, other) => scores.get(one)?.get(other) ?? 0,
      },
      [
        { film: a, other: b, alike: true },
        { film: a, other: c, alike: false },
        { film: a, other: d, alike: true },
      ],
    );
    expect(figures).toEqual({ auc: 0.5, judged: 2, alike: 0.5 });
  });
});
