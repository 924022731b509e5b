import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cleanName,
  cleanProse,
  cleanText,
  cutText,
  MAX_NAME,
} from "../../../../index-build/clean/texts/text.js";

describe("cleanText", () => {
  test.each([
    ["Toy Story", "Toy Story"],
    ["  Jack  Hill \t", "Jack Hill"],
    ["two\r\nlines\u2028three", "two lines three"],
    ["\u202eevil\u202c", "evil"],
    ["a\u200b\u200d\ufeffb", "ab"],
    ["bell\u0007\u001b[31mred", "bell[31mred"],
    ["e\u0301", "é"],
    [`z${"\u0335".repeat(50)}a`, `z${"\u0335".repeat(3)}a`],
    ["@everyone <b>&amp;", "@everyone <b>&amp;"],
    ["__proto__", "__proto__"],
    ["half \ud83d pair", "half pair"],
    ["椿三十郎", "椿三十郎"],
    ["\u200b\u2060", ""],
    ["\u3164", ""],
    ["\u0301\u0301", ""],
    ["", ""],
  ])("%j → %j", (text, clean) => expect(cleanText(text)).toBe(clean));

  test("what is clean stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(once).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(once).toBe(once.trim());
      }),
      { numRuns: 1000 },
    );
  });
});

test("cutText cuts between graphemes", () => {
  expect(cutText("🇪🇸🇲🇽🇦🇷", 2)).toBe("🇪🇸🇲🇽");
  expect(cutText("abc", 3)).toBe("abc");
  expect(cutText("e\u0335e\u0335", 1)).toBe("e\u0335");
});

test("names are cut, and unknown where nothing is left", () => {
  expect(cleanName("x".repeat(1000))).toHaveLength(MAX_NAME);
  expect(cleanName("\u200b ")).toBeUndefined();
  expect(cleanProse("")).toBeUndefined();
});
