/** Words that say that a series is meant. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seriesNamed } from "../../../../src/find/reading/series-words.js";

describe("the name of a series", () => {
  it.each([
    ["la serie Fargo", "Fargo"],
    ["serie de televisión Merlí", "Merlí"],
    ["La miniserie: Clickbait", "Clickbait"],
    ["the series called Dark", "Dark"],
    ["tv show lost", "lost"],
    ["fargo serie", "fargo"],
    ["Fargo (serie)", "Fargo"],
    ["Fargo (la serie de televisión)", "Fargo"],
    ["La casa de papel (2021) · serie", "La casa de papel (2021)"],
    ["Money Heist (2021) · series", "Money Heist (2021)"],
  ])("%s", (text, name) => {
    expect(seriesNamed(text)).toBe(name);
  });

  it.each(["fargo", "serie", "la serie", "una seriedad", "miserie"])("%s says no such thing", (text) => {
    expect(seriesNamed(text)).toBeUndefined();
  });

  it("is read of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 2000 }), (text) => {
        const name = seriesNamed(`${text} (serie)`);
        expect(name === undefined || name.length <= 200).toBe(true);
      }),
    );
  });
});
