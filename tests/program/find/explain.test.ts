/** The explanation of an answer agrees with the answer, whatever is asked. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SPANISH } from "../../../src/chat/locale.js";
import { explanationText, filmAskedFor } from "../../../src/cli/explain.js";
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

describe("explainFilm", () => {
  it("resolves as film does, and its terms add up to the score, best first", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { find } = starter.edition;
        const { resolution, films } = find.explainFilm(text);
        expect(resolution).toEqual(find.film(text));
        for (const { spelling, part, year, fame, score } of films)
          expect(fame - spelling - part - year).toBeCloseTo(score, 6);
        const scores = films.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it("tells the tiers in the order in which they were looked at", () => {
    const { steps } = starter.edition.find.explainFilm("el padrno parte dos");
    expect(steps[0]).toMatchObject({ tier: "letters", edits: 0 });
    expect(steps.map(({ tier }) => tier)).toContain("slips");
    for (const { compared, kept } of steps) expect(kept).toBeLessThanOrEqual(compared);
  });
});

describe("ask --explain", () => {
  it.each([
    ["votos jurasic park", "jurasic park"],
    ["/recomendar el padrino cantidad=3", "el padrino"],
    ["jurasic park", "jurasic park"],
    ["score", "score"],
    ["¿cuánto dura «jurasic park»?", "jurasic park"],
    ["películas con tom hanks", "películas con tom hanks"],
  ])("of “%s” explains “%s”", (line, title) => {
    expect(filmAskedFor(bot, line)).toBe(title);
  });

  it("shows the film, the tiers and the terms in the reader's language", () => {
    const spanish = explanationText(bot, "jurasic park", SPANISH);
    expect(spanish).toContain("jurasic park → ");
    expect(spanish).toMatch(/erratas/u);
    expect(spanish).toMatch(/puntos/u);
    const english = explanationText(bot, "jurasic park", { language: "en", tag: "en" });
    expect(english).toContain("Jurassic Park (1993) (close)");
    expect(english).not.toMatch(/erratas|puntos/u);
  });

  it("says that nothing was found", () => {
    expect(explanationText(bot, "asdfghjkl", SPANISH)).toContain("→ ninguna");
  });
});
