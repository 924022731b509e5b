/** Misspelt words of a list, put right where it is clear what is meant. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Spelling } from "../../../../src/understand/text/spelling.js";

const known = ["peliculas", "terror", "romantica", "comedia", "comedias", "vaqueros", "accion", "risa", "de"];
const spelling = new Spelling(new Set(known));

describe("a misspelt word", () => {
  it.each([
    // As it sounds.
    ["pelikulas", "peliculas"],
    ["baqueros", "vaqueros"],
    // Repeated letters.
    ["terrror", "terror"],
    ["teeeerror", "terror"],
    ["risaaaa", "risa"],
    // A letter too few, too many, or another.
    ["romatica", "romantica"],
    ["romanticca", "romantica"],
    ["comexia", "comedia"],
    // Two swapped, in a long word.
    ["romanitca", "romantica"],
  ])("%s is %s", (typed, meant) => {
    expect(spelling.corrected(typed)).toBe(meant);
  });

  it.each([
    // Known, or of too few letters to tell.
    ...known,
    "da",
    "rosa",
    // Nothing is near.
    "titanic",
    "xyzzyx",
    // With a figure, and with another first letter.
    "terror2",
    "horror",
    "",
  ])("%s is left as it is", (typed) => {
    expect(spelling.corrected(typed)).toBe(typed);
  });

  it("becomes a known word or stays, and never changes twice", () => {
    const near = fc
      .tuple(fc.constantFrom(...known), fc.nat(9), fc.constantFrom("", "x", "aa", "s"))
      .map(([word, at, put]) => word.slice(0, at) + put + word.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (typed) => {
        const once = spelling.corrected(typed);
        expect([typed, ...known]).toContain(once);
        expect(spelling.corrected(once)).toBe(once);
      }),
    );
  });
});
