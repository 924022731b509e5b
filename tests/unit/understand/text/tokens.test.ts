/** A sentence as words, with where they stand and what parts its clauses. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textBetween, tokensOf } from "../../../../src/understand/text/tokens.js";

const words = (text: string) => tokensOf(text).map(({ word }) => word);
/** The words before which a clause begins. */
const opening = (text: string) =>
  tokensOf(text)
    .filter(({ opensClause }) => opensClause)
    .map(({ word }) => word);

describe("the words of a sentence", () => {
  it.each<[string, readonly string[]]>([
    ["¿Qué COMEDIAS españolas?", ["que", "comedias", "espanolas"]],
    // As chats write, and what that stands for.
    ["q peli d terror pa hoy xfa", ["que", "peli", "de", "terror", "para", "hoy", "porfa"]],
    ["en Disney+", ["en", "disney", "plus"]],
    ["en Disney+, porfa", ["en", "disney", "plus", "porfa"]],
    ["sci-fi", ["sci", "fi"]],
    // Mentions and marks that stand alone are none.
    ["@claqueta_bot, una peli", ["una", "peli"]],
    ["una 🎬 peli", ["una", "peli"]],
    ["", []],
    ["¿?", []],
  ])("“%s” → %o", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ["hola, una peli", ["una"]],
    ["Vi Up. ¿Otra así?", ["otra"]],
    ["una peli (de terror) buena", ["de", "buena"]],
    ["una peli 🎬 buena", ["buena"]],
    ["una peli buena", []],
  ])("in “%s” clauses begin before %o", (text, expected) => {
    expect(opening(text)).toEqual(expected);
  });

  it("end where a sentence is too long to be one", () => {
    expect(tokensOf("a ".repeat(2000)).length).toBeLessThanOrEqual(81);
  });

  it("of a stretch share the place where it stands, in the order of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        let before = 0;
        for (const { start, end, word } of tokensOf(text)) {
          expect(word).not.toBe("");
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = start;
        }
      }),
    );
  });
});

describe("the text from one word to before another", () => {
  const between = (text: string, from: number, to: number) => textBetween(text, tokensOf(text), from, to);

  it.each<[string, number, number, string]>([
    ["¿Cuánto dura «El Padrino»?", 2, 4, "El Padrino"],
    ["algo como Spider-Man: Homecoming, porfa", 2, 5, "Spider-Man: Homecoming"],
    ["dura (Up)!!!", 1, 2, "Up"],
    ["dura Up", 2, 3, ""],
    ["dura Up", 5, 9, ""],
  ])("of “%s”, %i to %i, is as typed, without marks around it", (text, from, to, expected) => {
    expect(between(text, from, to)).toBe(expected);
  });
});
