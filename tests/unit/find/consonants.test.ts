import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writtenOut } from "../../../src/find/encode/abbreviations.js";
import { consonantsOf } from "../../../src/find/encode/consonants.js";
import { fold, foldForms, foldNumbers } from "../../../src/find/encode/fold.js";
import { otherGivenNames } from "../../../src/find/encode/people/given-names.js";

describe("consonantsOf", () => {
  it.each([
    ["fait clab", "fight club"],
    ["bleid runer", "blade runner"],
    ["tuailait", "twilight"],
    ["jom alon", "home alone"],
    ["gud guil janting", "good will hunting"],
    ["escarlet yojanson", "scarlett johansson"],
    ["cristofer nolan", "christopher nolan"],
    ["fores gun", "forrest gump"],
    ["faiclub", "fight club"],
    ["palp ficshon", "pulp fiction"],
    ["mulan rush", "moulin rouge"],
    ["matrics", "matrix"],
    ["de godfader", "the godfather"],
  ])("hears “%s” and “%s” alike", (heard, written) => {
    expect(consonantsOf(heard)).toBe(consonantsOf(written));
    expect(consonantsOf(heard)).not.toBe("");
  });

  it("keeps nothing of what has too few", () => {
    expect(consonantsOf("aloha")).toBe("");
    expect(consonantsOf("")).toBe("");
  });

  it("does not mind spaces", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(..."abcdefgxyz123") }), { maxLength: 6 }),
        (words) => {
          expect(consonantsOf(words.join(" "))).toBe(consonantsOf(words.join("")));
        },
      ),
    );
  });
});

describe("forms of a text", () => {
  it.each([
    ["Episodio V", "episode 5"],
    ["star wars ep iii", "star wars episode 3"],
    ["el padrino parte I", "el padrino part 1"],
    ["Kill Bill: Vol. 2", "kill bill volume 2"],
    ["episodio uno", "episode 1"],
    // On their own they are words.
    ["I, Robot", "i robot"],
    ["V for Vendetta", "v for vendetta"],
  ])("“%s” is “%s”", (written, form) => {
    expect(foldForms(fold(written))).toBe(form);
  });

  it.each([
    ["twenty eight days later", "28 days later"],
    ["treinta y nueve escalones", "39 escalones"],
    ["fifty first dates", "50 1 dates"],
    ["ninety", "90"],
  ])("“%s” counts as “%s”", (written, digits) => {
    expect(foldNumbers(written)).toBe(digits);
  });

  it("writes an abbreviated series out, in each language, where more follows", () => {
    expect(writtenOut("hp y el caliz de fuego")).toEqual(["harry potter y el caliz de fuego"]);
    expect(writtenOut("lotr 2")).toEqual(["the lord of the rings 2", "el senor de los anillos 2"]);
    expect(writtenOut("hp")).toEqual([]);
    expect(writtenOut("hipo 2")).toEqual([]);
  });

  it("knows the other forms of a given name, both ways", () => {
    expect(otherGivenNames("charles chaplin")).toContain("charlie chaplin");
    expect(otherGivenNames("charlie chaplin")).toContain("charles chaplin");
    expect(otherGivenNames("robert de niro")).toEqual(expect.arrayContaining(["bob de niro", "rob de niro"]));
    expect(otherGivenNames("nic cage")).toEqual(["nicolas cage", "nicholas cage"]);
    expect(otherGivenNames("chema mazo")).toEqual(["jose maria mazo"]);
    expect(otherGivenNames("juan jose campanella")).toContain("juanjo campanella");
    expect(otherGivenNames("charles")).toEqual([]);
  });
});
