/** What is said around a title. */
import { describe, expect, it } from "vitest";
import { animatedOf, joinLiveAction } from "../../../../src/find/reading/distinctions.js";
import { withoutOpening } from "../../../../src/find/reading/filler.js";

describe("withoutOpening", () => {
  it.each([
    ["me gusto mucho amelie", "amelie"],
    ["si te encanta origen", "origen"],
    ["acabo de ver whiplash", "whiplash"],
    ["anoche vi el club de la lucha", "el club de la lucha"],
    ["de que va memento", "memento"],
    ["estoy buscando cinema paradiso", "cinema paradiso"],
  ])("takes %s as %s", (text, named) => {
    expect(withoutOpening(text)).toBe(named);
  });

  it.each(["mi pobre angelito", "si yo fuera rico", "he visto", "vi a un angel", "amelie me gusto mucho"])(
    "leaves %s as it is",
    (text) => {
      expect(withoutOpening(text)).toBe(text);
    },
  );
});

describe("animatedOf", () => {
  it("knows a film with actors by two words, which alone may be of a title", () => {
    expect(joinLiveAction("aladdin live action").split(" ").map(animatedOf)).toEqual([undefined, false]);
    expect(joinLiveAction("last action hero").split(" ").map(animatedOf)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("knows a cartoon by one", () => {
    expect(animatedOf("anime")).toBe(true);
  });
});
