import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldForms, foldNumbers, withoutArticle } from "../../../src/find/encode/fold.js";
import { soundOf } from "../../../src/find/encode/sound.js";

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));

describe("fold", () => {
  it.each([
    ["El Laberinto del Fauno", "el laberinto del fauno"],
    ["¿Y dónde está el piloto?", "y donde esta el piloto"],
    ["Amélie", "amelie"],
    ["WALL·E", "wall e"],
    ["Ocean's Eleven", "oceans eleven"],
    ["S.W.A.T.", "swat"],
    ["Thelma & Louise", "thelma and louise"],
    ["Æon Flux", "aeon flux"],
    ["  Two   spaces ", "two spaces"],
    ["千と千尋の神隠し", "千と千尋の神隠し".normalize("NFKD").replace(/\p{Mn}/gu, "")],
    ["!!!", ""],
  ])("%s → %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("folds twice to the same", () => {
    fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
  });

  it("leaves only letters, digits and single spaces", () => {
    fc.assert(fc.property(anyText, (text) => /^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u.test(fold(text))));
  });
});

describe("foldForms", () => {
  it.each([
    ["rocky ii", "rocky 2"],
    ["viii", "8"],
    ["the fli ii", "the fli 2"],
    ["v for vendetta", "v for vendetta"],
    ["freddy versus jason", "freddy vs jason"],
    ["the 6th sense", "the 6 sense"],
    ["el 6to sentido", "el 6 sentido"],
    ["300", "300"],
  ])("%s → %s", (text, folded) => {
    expect(foldForms(text)).toBe(folded);
  });
});

describe("foldNumbers", () => {
  it.each([
    ["rocky dos", "rocky 2"],
    ["the sixth sense", "the 6 sense"],
    ["toy story tres", "toy story 3"],
    ["v for vendetta", "v for vendetta"],
  ])("%s → %s", (text, folded) => {
    expect(foldNumbers(text)).toBe(folded);
  });
});

describe("withoutArticle", () => {
  it.each([
    ["the matrix", "matrix"],
    ["los otros", "otros"],
    ["a", "a"],
    ["theory of everything", "theory of everything"],
  ])("%s → %s", (text, bare) => {
    expect(withoutArticle(text)).toBe(bare);
  });
});

describe("soundOf", () => {
  it.each([
    ["phantom", "fantom"],
    ["jurassic", "jurasic"],
    ["star wars", "estar uars"],
  ])("%s sounds like %s, or nearly", (a, b) => {
    const [first, second] = [soundOf(a), soundOf(b)];
    expect(first.includes(second) || second.includes(first) || first === second).toBe(true);
  });
});
