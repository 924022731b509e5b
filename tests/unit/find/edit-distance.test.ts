import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../../src/find/names/distance/edit-distance.js";

/** The textbook's optimal string alignment, as its recursion says it, with no bound. */
function textbook(a: string, b: string): number {
  const known = new Map<string, number>();
  /** Distance of the first i letters of a and the first j of b. */
  const cost = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i} ${j}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const options = [
      cost(i - 1, j) + 1,
      cost(i, j - 1) + 1,
      cost(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    ];
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      options.push(cost(i - 2, j - 2) + 1);
    const least = Math.min(...options);
    known.set(key, least);
    return least;
  };
  return cost(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", " "), maxLength: 12 });

describe("editDistance", () => {
  it.each([
    ["matrix", "matrix", 0],
    ["matrix", "matirx", 1],
    ["jurasic", "jurassic", 1],
    ["speilberg", "spielberg", 1],
    ["", "abc", 3],
  ])("%s ~ %s = %i", (a, b, distance) => {
    expect(editDistance(a, b, 9)).toBe(distance);
  });

  it("is the textbook's, up to the limit", () => {
    fc.assert(
      fc.property(word, word, fc.nat(12), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(textbook(a, b), limit + 1));
      }),
    );
  });

  it("is the same both ways", () => {
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b, 20) === editDistance(b, a, 20)));
  });
});
