/** Golden answers about months, weekdays, countries and languages, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { eachRow } from "../../../src/catalog/rows.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import { answerText } from "../../support/answer-text.js";
import { starter } from "../../support/starter-index.js";

const question = (line: string, tag?: string) => starter.ask(line, tag);

const words = ({ answer }: Outcome) => answerText(answer);

describe("/mes and /dia", () => {
  it.each([
    ["/mes enero", "/mes ENE", "/mes 1", "/mes january"],
    ["/mes setiembre", "/mes septiembre", "/mes sept", "/mes 9"],
    ["/dia miercoles", "/dia Miércoles", "/dia mié", "/dia wednesday"],
  ])("reads %s in every way", async (...lines) => {
    const [first, ...others] = await Promise.all(lines.map((line) => question(line)));
    expect(first?.status).toBe("ok");
    for (const other of others) expect(other.result).toEqual(first?.result);
  });

  it("counts every film once of which the day is known", async () => {
    const count = async (line: string) => ((await question(line)).result as { filmCount: number }).filmCount;
    const months = await Promise.all(Array.from({ length: 12 }, (_, i) => count(`/mes ${i + 1}`)));
    const weekdays = await Promise.all(Array.from({ length: 7 }, (_, i) => count(`/dia ${i + 1}`)));
    const sum = (counts: number[]) => counts.reduce((total, value) => total + value, 0);
    // Of some films only the year is known.
    const dated = starter.catalog.films.yearOnly.filter((yearOnly) => yearOnly === 0).length;
    expect(dated).toBeLessThan(starter.catalog.films.rowCount);
    expect(sum(months)).toBe(dated);
    expect(sum(weekdays)).toBe(dated);
  });

  it("names what is no month, and what would be", async () => {
    const outcome = await question("/mes tomate");
    expect(outcome).toMatchObject({
      status: "error",
      error: { code: "invalid_parameter", option: "mes" },
    });
    expect(words(outcome)).toMatch(/No conozco el mes «tomate».*enero/);
    expect(words(await question("/mes tomate", "en"))).toMatch(/I don't know the month “tomate”.*January/);
    const near = await question("/dia ma");
    expect(near.error).toEqual({ code: "invalid_parameter", option: "dia" });
  });
});

describe("/pais and /idioma", () => {
  it("counts films of a country, a language", async () => {
    const { films, countries, languages } = starter.catalog;
    const spain = [...eachRow(countries)].find((row) => countries.code.get(row) === "ES");
    const french = [...eachRow(languages)].find((row) => languages.code.get(row) === "fr");
    if (spain === undefined || french === undefined) throw new Error("no such rows");
    const rows = [...eachRow(films)];
    expect(await question("/pais españa")).toMatchObject({
      result: {
        country: "ES",
        filmCount: rows.filter((row) => films.countries.get(row).includes(spain)).length,
      },
    });
    expect(await question("/idioma frances")).toMatchObject({
      result: {
        language: "fr",
        originalCount: rows.filter((row) => films.originalLanguage.get(row) === french).length,
        spokenCount: rows.filter((row) => films.spokenLanguages.get(row).includes(french)).length,
      },
    });
  });
});

describe("the best known", () => {
  it.each(["/mes enero", "/dia viernes", "/pais españa", "/idioma frances"])(
    "of %s stand under a heading of their own",
    async (line) => {
      const [spanish, english] = await Promise.all([question(line), question(line, "en")]);
      const films = (spanish.result as { films: { title: string }[] }).films;
      expect(spanish.answer).not.toHaveProperty("text");
      expect(spanish.answer.list?.heading).toBe("Las más conocidas:");
      expect(spanish.answer.list?.lines).toHaveLength(films.length);
      expect(english.answer.list?.heading).toBe("The best known:");
      expect(english.answer.list?.lines.map(({ head }) => head)).toEqual(
        films.map(({ title }) => expect.stringContaining(title)),
      );
    },
  );
});
