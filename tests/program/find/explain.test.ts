/** The explanation of an answer agrees with the answer, whatever is asked. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SPANISH } from "../../../src/chat/locale.js";
import { explanationObject, explanationText, namedPart } from "../../../src/cli/ask/explain.js";
import type { NamedKind, Resolution } from "../../../src/find/port.js";
import { starter } from "../../support/starter-index.js";

const { bot } = starter;

const typed = fc.oneof(
  fc.constantFrom(
    "jurasic park",
    "hamlet 1996",
    "cenicienta",
    "el padrno",
    "bleid runer",
    "te ken",
    "tmdb:862",
    "",
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."aeiourstln "), maxLength: 30 }),
);

const KINDS = ["film", "actor", "director", "collection", "company"] as const satisfies readonly NamedKind[];

/** What find makes of the same text without an explanation. */
function resolved(kind: NamedKind, text: string): Resolution<number> {
  const { find } = starter.edition;
  if (kind === "actor" || kind === "director") return find.person(text, kind);
  return find[kind](text);
}

describe("an explanation", () => {
  it.each(KINDS)(
    "of a %s resolves as its text does, and its terms add up to the score, best first",
    (kind) => {
      fc.assert(
        fc.property(typed, (text) => {
          const { resolution, candidates } = starter.edition.find.explain(kind, text);
          expect(resolution).toEqual(resolved(kind, text));
          for (const { spelling, part, year, fame, score } of candidates)
            expect(fame - spelling - part - year).toBeCloseTo(score, 6);
          const scores = candidates.map(({ score }) => score);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
        }),
      );
    },
  );

  it("tells the tiers in the order in which they were looked at", () => {
    const { steps } = starter.edition.find.explain("film", "el padrno parte dos");
    expect(steps[0]).toMatchObject({ tier: "letters", edits: 0 });
    expect(steps.map(({ tier }) => tier)).toContain("slips");
    for (const { compared, kept } of steps) expect(kept).toBeLessThanOrEqual(compared);
  });

  it("of what is no film has no year to count", () => {
    const { candidates } = starter.edition.find.explain("director", "spielbreg");
    expect(candidates).not.toEqual([]);
    for (const { year } of candidates) expect(year).toBeCloseTo(0, 6);
  });
});

describe("ask --explain", () => {
  it.each<[string, NamedKind, string]>([
    ["votos jurasic park", "film", "jurasic park"],
    ["/recomendar el padrino cantidad=3", "film", "el padrino"],
    ["jurasic park", "film", "jurasic park"],
    ["score", "film", "score"],
    ["/mes enero", "film", "/mes enero"],
    ["¿cuánto dura «jurasic park»?", "film", "jurasic park"],
    ["películas con tom hanks", "actor", "tom hanks"],
    ["/director spielbreg", "director", "spielbreg"],
    ["/franquicia toy story", "collection", "toy story"],
    ["/productora pixar", "company", "pixar"],
  ])("of “%s” explains the %s “%s”", (line, kind, text) => {
    expect(namedPart(bot, line)).toEqual({ kind, text });
  });

  const explained = (line: string, locale = SPANISH) => explanationText(bot, namedPart(bot, line), locale);

  it("shows the film, the tiers and the terms in the reader's language", () => {
    const spanish = explained("jurasic park");
    expect(spanish).toContain("jurasic park (película) → ");
    expect(spanish).toMatch(/erratas/u);
    expect(spanish).toMatch(/año[^\n]*puntos/u);
    const english = explained("jurasic park", { language: "en", tag: "en" });
    expect(english).toContain("jurasic park (film) → Jurassic Park (1993) (close)");
    expect(english).not.toMatch(/erratas|puntos/u);
  });

  it("shows people, franchises and companies by their names, and no year", () => {
    expect(explained("/director spielbreg")).toContain("spielbreg (director) → Steven Spielberg (parecida)");
    expect(explained("/franquicia toy story")).toContain("toy story (saga) → Toy Story");
    expect(explained("/productora pixar")).toContain("pixar (productora) → Pixar");
    expect(explained("/director spielbreg")).not.toContain("año");
  });

  it("tells a program the names of what it names by row", () => {
    expect(explanationObject(bot, namedPart(bot, "/director spielbreg"), SPANISH)).toMatchObject({
      kind: "director",
      text: "spielbreg",
      candidates: expect.arrayContaining([expect.objectContaining({ name: "Steven Spielberg" })]),
    });
  });

  it("says that nothing was found", () => {
    expect(explained("asdfghjkl")).toContain("→ ninguna");
  });
});
