import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstAtLeast, firstPlace } from "../../../src/catalog/sorted.js";

const ascending = fc.array(fc.integer({ min: -5, max: 20 })).map((numbers) => numbers.sort((a, b) => a - b));

describe("binary search", () => {
  it("gives the first place of a number, or of the next larger one", () => {
    fc.assert(
      fc.property(ascending, fc.integer({ min: -7, max: 22 }), (numbers, wanted) => {
        const place = numbers.findIndex((number) => number >= wanted);
        expect(firstAtLeast(Int32Array.from(numbers), wanted)).toBe(place < 0 ? numbers.length : place);
      }),
    );
  });

  it("looks at nothing outside the places it is given", () => {
    const looked: number[] = [];
    const place = firstPlace(10, 20, (at) => {
      looked.push(at);
      return true;
    });
    expect(place).toBe(20);
    expect(looked.every((at) => at >= 10 && at < 20)).toBe(true);
    expect(firstPlace(4, 4, () => true)).toBe(4);
  });
});
