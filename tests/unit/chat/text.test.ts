import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, firstCharacters, foldName, harmless, harmlessLine } from "../../../src/chat/text.js";

const FAMILY = "👩‍👩‍👧‍👦";

describe("cut", () => {
  it("counts what people count", () => {
    expect(cut("abc", 3)).toBe("abc");
    expect(cut("abcd", 3)).toBe("ab…");
    expect(cut("a bcd", 3)).toBe("a…");
    expect(cut(FAMILY.repeat(3), 3)).toBe(FAMILY.repeat(3));
    expect(cut(FAMILY.repeat(4), 3)).toBe(`${FAMILY.repeat(2)}…`);
    expect(cut("e\u0301e\u0301e\u0301", 2)).toBe("e\u0301…");
    expect(cut("", 3)).toBe("");
  });

  it("never gives more than asked for", () => {
    const segmenter = new Intl.Segmenter("es");
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (text, max) => {
          expect([...segmenter.segment(cut(text, max))].length).toBeLessThanOrEqual(max);
        },
      ),
    );
  });
});

describe("harmless text", () => {
  it.each([
    ["a\u001b[31mb", "a[31mb"],
    ["a\u009b31mb", "a31mb"],
    ["a\r\nb\rc\u2028d", "a\nb\nc\nd"],
    ["a\tb\u0000c\u007f", "a bc"],
    ["\u202etxt.exe\u202c", "txt.exe"],
    ["\u2066a\u2069\u200b\ufeff", "a"],
    ["a\ud800b", "a\ufffdb"],
    [`a${"\u0301".repeat(10_000)}`, `a${"\u0301".repeat(5)}`],
    ["ñandú 日本 🎬", "ñandú 日本 🎬"],
  ])("%j", (text, expected) => {
    expect(harmless(text)).toBe(expected);
  });

  it("on a line has no line breaks", () => {
    expect(harmlessLine("  a \n\u0085 b\u00a0c ")).toBe("a b c");
  });

  it("is well formed, whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(harmless(text)).not.toMatch(/(?!\n)\p{Cc}|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069\u200b]/u);
      }),
    );
  });
});

it("the first characters are whole", () => {
  expect(firstCharacters("🎬🎬🎬", 2)).toBe("🎬🎬");
  expect(firstCharacters("abc", 5)).toBe("abc");
  expect(firstCharacters("\ud800\ud800\ud800", 2)).toBe("\ud800\ud800");
});

it("names are compared without case and accents", () => {
  expect(foldName("AÑO Día")).toBe("ano dia");
});
