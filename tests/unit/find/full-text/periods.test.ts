/** Years and decades in a question. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../../src/find/encode/fold.js";
import { periodAt } from "../../../../src/find/full-text/facets/periods.js";

const at = (text: string, place = 0) => periodAt(fold(text).split(" "), place);

describe("a decade", () => {
  it.each([
    ["los 80", 1980, 2],
    ["años 80", 1980, 2],
    ["años ochenta", 1980, 2],
    ["los años 80", 1980, 3],
    ["década de los 80", 1980, 4],
    ["the 80s", 1980, 2],
    ["80s", 1980, 1],
    ["1980s", 1980, 1],
    ["ochenteras", 1980, 1],
    ["noventero", 1990, 1],
    ["nineties", 1990, 1],
    ["los 20", 2020, 2],
    ["los 30", 1930, 2],
  ])("%s", (text, from, words) => {
    expect(at(text)).toEqual({ period: { from, to: from + 9 }, words });
  });

  it("may be introduced by the word before", () => {
    expect(at("terror de los 80", 3)).toEqual({ period: { from: 1980, to: 1989 }, words: 1 });
  });
});

describe("a year", () => {
  it.each([
    ["1994", 1994, 1],
    ["año 1994", 1994, 2],
    ["de 2001", 2001, 2],
  ])("%s", (text, year, words) => {
    expect(at(text)).toEqual({ period: { from: year, to: year }, words });
  });
});

it.each(["80", "12", "127", "ochenta", "noventa días", "los 12", "1066", "9999", "los", ""])(
  "is none: %j",
  (text) => {
    expect(at(text)).toBeUndefined();
  },
);

it("is read in any words without an error, and takes words that are there", () => {
  const word = fc.oneof(fc.constantFrom("los", "años", "de", "80", "80s", "1994", "ochenta"), fc.string());
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), fc.nat(12), (words, place) => {
      const found = periodAt(words, place);
      if (found !== undefined) expect(place + found.words).toBeLessThanOrEqual(words.length);
    }),
  );
});
