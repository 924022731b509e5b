/** The year that stands with a title, however it is written. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYear } from "../../../../src/find/reading/year.js";

const NEWEST = 2025;
const read = (text: string) => readYear(text, NEWEST);

describe("readYear", () => {
  it.each([
    "titanic 1997",
    "titanic (1997)",
    "titanic [1997]",
    "titanic {1997}",
    "titanic, 1997",
    "titanic-1997",
    "titanic - 1997",
    "titanic1997",
    "titanic de 1997",
    "titanic del 1997",
    "titanic del año 1997",
    "titanic año=1997",
    "titanic from 1997",
    "titanic'97",
    "titanic '97",
    "titanic del 97",
    "titanic (1997)…!",
  ])("%s", (text) => {
    expect(read(text)).toEqual({ title: "titanic", year: 1997, isYear: true });
  });

  it.each([
    ["king kong 76", 1976],
    ["robocop 87", 1987],
    ["gladiator 24", 2024],
    ["apollo 13", 2013],
  ])("%s may hold a year, or not", (text, year) => {
    expect(read(text)).toMatchObject({ year, isYear: false });
  });

  it.each(["1984", "(1997)", "blade runner 2049", "titanic", "pi 3.14", "mi6", "ocean's 11th", "'97", ""])(
    "%s holds none",
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it("takes the last of two", () => {
    expect(read("blade runner 2049 2017")).toEqual({ title: "blade runner 2049", year: 2017, isYear: true });
  });

  it("finds any year of a film behind any title, and leaves the title as it was", () => {
    const word = fc.stringMatching(/^[a-zñé]{1,9}$/);
    const title = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(title, fc.integer({ min: 1874, max: NEWEST }), (name, year) => {
        // "… de 1997" and "… año 1997" belong to the year.
        fc.pre(!/(?:^|\s)(?:del?|los|el|en|from|of|in|año|anio|ano|year)$/u.test(name));
        expect(read(`${name} (${year})`)).toEqual({ title: name, year, isYear: true });
      }),
    );
  });
});
