/** Phrases of the lexicon as patterns over words: where each fits, and how far it goes on. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePattern } from "../../../../src/understand/patterns/compile.js";
import { PatternSet } from "../../../../src/understand/patterns/pattern-set.js";

/** How many words of a text a phrase fits, from the first; -1 where it does not. */
function length(phrase: string, text: string): number {
  const [match] = new PatternSet([["it", [phrase]]]).at(text.split(" "), 0);
  return match?.to ?? -1;
}

describe("a pattern", () => {
  it.each<[string, string, number]>([
    ["hola", "hola que tal", 1],
    ["hola", "holas", -1],
    // One of several, the longest.
    ["(uno|uno dos) tres", "uno dos tres", 3],
    ["(uno|uno dos) tres", "uno tres", 2],
    ["(uno|dos) tres", "tres", -1],
    // What may be missing.
    ["[muy] buena", "buena", 1],
    ["[muy] buena", "muy buena", 2],
    ["[muy] [muy] buena [peli]", "muy muy buena", 3],
    ["buena [peli|pelicula de] terror", "buena pelicula de terror", 4],
    ["buena [peli|pelicula de] terror", "buena pelicula terror", -1],
    ["a [b [c]] d", "a b c d", 4],
    ["a [b [c]] d", "a b d", 3],
    ["a [b [c]] d", "a c d", -1],
    // What stands without a blank is one word.
    ["peli[s]", "pelis", 1],
    ["peli[s]", "peli s", 1],
    ["chilen(o|a)[s]", "chilenas", 1],
    ["chilen(o|a)[s]", "chilen", -1],
    ["re(com|cu)ienda", "recuienda", 1],
    // Accents and capitals are folded; what folds to several words is as many.
    ["Qué día", "que dia", 2],
    ["what's up", "whats up", 2],
    ["sci-fi", "sci fi", 2],
    // What may be missing is taken where taking it goes on further, and left where only leaving it fits.
    ["[las] las mejores", "las mejores", 2],
    ["[a] [a] a", "a", 1],
    ["[a] [a] a", "a a a a", 3],
  ])("“%s” in “%s” reaches %i words", (phrase, text, expected) => {
    expect(length(phrase, text)).toBe(expected);
  });

  it.each(["", "[a]", "(a", "{titulo}", "cuanto dura {titulo}", "re{titulo}"])(
    "that is none is refused: “%s”",
    (phrase) => {
      expect(() => compilePattern(phrase)).toThrow();
    },
  );
});

describe("a set of patterns", () => {
  const set = new PatternSet<string>([
    ["film", ["peli[s]", "peli[s] de cine"]],
    ["good", ["(peli|film) buena", "buena"]],
    ["like", ["is * any good"]],
  ]);
  const found = (text: string) =>
    set.all(text.split(" ")).map(({ from, to, meaning }) => [from, to, meaning] as const);

  it("finds the longest match of each meaning, at every place", () => {
    expect(found("peli de cine")).toEqual([[0, 3, "film"]]);
    expect(found("una peli buena")).toEqual([
      [1, 2, "film"],
      [1, 3, "good"],
      [2, 3, "good"],
    ]);
    expect(found("nada")).toEqual([]);
  });

  it("finds what stands around a gap of one or more words, and only both", () => {
    expect(found("is it any good")).toEqual([
      [0, 1, "like"],
      [2, 4, "like"],
    ]);
    expect(found("is the new one any good")).toEqual([
      [0, 1, "like"],
      [4, 6, "like"],
    ]);
    expect(found("is any good")).toEqual([]);
    expect(found("is it good")).toEqual([]);
  });

  it("knows every word, behind a gap too", () => {
    expect([...set.words].sort()).toEqual(
      ["any", "buena", "cine", "de", "film", "good", "is", "peli", "pelis"].sort(),
    );
  });

  it("matches only what stands in the text, wherever it begins", () => {
    const words = fc.array(fc.constantFrom("peli", "pelis", "de", "cine", "buena", "is", "any", "good", "x"));
    fc.assert(
      fc.property(words, (sentence) => {
        for (const { from, to } of set.all(sentence)) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(sentence.length);
          expect(sentence.slice(from, to)).not.toContain("x");
        }
      }),
    );
  });
});
