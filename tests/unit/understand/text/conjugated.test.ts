/** The forms of regular Spanish verbs. */
import { describe, expect, it } from "vitest";
import { EVERYDAY_WORDS } from "../../../../src/understand/lexicon/talk/everyday-words.js";
import { conjugated } from "../../../../src/understand/text/conjugated.js";

describe("a regular verb", () => {
  it.each([
    ["estrenar", ["estrenar", "estrenan", "estrenado", "estrenaron", "estrenen", "estrenarla"]],
    ["comer", ["comemos", "comia", "comiendo", "comida", "coman", "comerlo"]],
    ["vivir", ["vivimos", "vivieron", "vivido", "vivan"]],
  ])("%s has its forms", (infinitive, forms) => {
    expect(conjugated(infinitive)).toEqual(expect.arrayContaining(forms));
  });

  it("has each form once, on its own stem", () => {
    for (const infinitive of ["mirar", "beber", "salir"]) {
      const forms = conjugated(infinitive);
      expect(new Set(forms).size).toBe(forms.length);
      for (const form of forms) expect(form.startsWith(infinitive.slice(0, -2))).toBe(true);
    }
  });
});

describe("words of everyday talk", () => {
  it("are folded single words", () => {
    for (const word of EVERYDAY_WORDS) expect(word).toMatch(/^[a-zñ]+$/u);
  });

  it("hold nothing that says which films are meant, or not", () => {
    const words = new Set(EVERYDAY_WORDS);
    for (const word of ["no", "sin", "ni", "nada", "nunca", "without", "never", "except", "terror", "peli"])
      expect(words.has(word), word).toBe(false);
  });
});
