import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BitPattern, LONGEST_PATTERN } from "../../../src/find/names/distance/bit-distance.js";
import { editDistance } from "../../../src/find/names/distance/edit-distance.js";

const bytes = (text: string) => Buffer.from(text, "latin1");
const word = (maxLength: number, minLength = 0) =>
  fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), minLength, maxLength });

describe("BitPattern", () => {
  it.each([
    ["matrix", "matirx", 1],
    ["jurasicpark", "jurassicpark", 1],
    ["abcdefghijklmnopqrstuvwxyzabcdef", "abcdefghijklmnopqrstuvwxyzabcdfe", 1],
    ["a", "", 1],
  ])("%s ~ %s = %i", (pattern, text, distance) => {
    expect(new BitPattern(bytes(pattern)).distance(bytes(text), 0, text.length)).toBe(distance);
  });

  it("is the distance of the textbook, for patterns of up to 32 letters", () => {
    fc.assert(
      fc.property(word(LONGEST_PATTERN, 1), word(48), (pattern, text) => {
        const found = new BitPattern(bytes(pattern)).distance(bytes(text), 0, text.length);
        expect(found).toBe(editDistance(pattern, text, 100));
      }),
      { numRuns: 2_000 },
    );
  });

  it("passes over a byte that does not count, and reads only its part", () => {
    fc.assert(
      fc.property(word(12, 1), word(12), word(5), (pattern, text, around) => {
        const spaced = `${around}${text.split("").join(" ")}${around}`;
        const to = spaced.length - around.length;
        const found = new BitPattern(bytes(pattern)).distance(bytes(spaced), around.length, to, 0x20);
        expect(found).toBe(editDistance(pattern, text, 100));
      }),
    );
  });
});
