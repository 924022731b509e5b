import { describe, expect, it } from "vitest";
import { alternatives, count, date, decimal, list, money, number, plural } from "../../../src/chat/format.js";
import { parseLocale, SPANISH } from "../../../src/chat/locale.js";

const es = SPANISH;
const en = parseLocale("en");
const films = { es: { one: "película", other: "películas" }, en: { one: "film", other: "films" } };

describe("figures", () => {
  it("are grouped, four digits too", () => {
    expect(number(es, 7770)).toBe("7.770");
    expect(number(en, 7770)).toBe("7,770");
    expect(number(parseLocale("es-MX"), 45433)).toBe("45,433");
    expect(number(parseLocale("es-ES"), 1234.5)).toBe("1.235");
  });

  it("have the decimals asked for", () => {
    expect(decimal(es, 7.5, 1)).toBe("7,5");
    expect(decimal(es, 177.6449)).toBe("177,64");
    expect(decimal(es, 1234, 1)).toBe("1.234,0");
    expect(decimal(en, 2.614)).toBe("2.61");
  });

  it("are money in US dollars", () => {
    expect(money(es, 1_937_890_605)).toBe("US$ 1.937.890.605");
    expect(money(en, 1_937_890_605)).toBe("US$ 1,937,890,605");
    expect(money(es, -1500)).toBe("-US$ 1.500");
    expect(money(es, -0.2)).toBe("US$ 0");
  });
});

describe("dates and lists", () => {
  it("are written out", () => {
    expect(date(es, "1997-12-19")).toBe("19 de diciembre de 1997");
    expect(date(en, "1997-12-19")).toBe("December 19, 1997");
    expect(date(parseLocale("en-GB"), new Date("1997-12-19T23:59:59Z"))).toBe("19 December 1997");
    expect(date(es, "0800-01-01")).toContain("800");
    expect(date(es, "mañana")).toBe("mañana");
  });

  it("end with a conjunction", () => {
    expect(list(es, ["a", "b", "c"])).toBe("a, b y c");
    expect(list(es, ["drama", "historia"])).toBe("drama e historia");
    expect(list(en, ["a", "b", "c"])).toBe("a, b, and c");
    expect(list(es, [])).toBe("");
    expect(alternatives(es, ["uno", "otro"])).toBe("uno u otro");
  });
});

describe("plurals", () => {
  it("follow the number", () => {
    expect(count(es, 1, films)).toBe("1 película");
    expect(count(es, 0, films)).toBe("0 películas");
    expect(count(es, 7770, films)).toBe("7.770 películas");
    expect(count(es, 1_000_000, films)).toBe("1.000.000 de películas");
    expect(count(en, 1_000_000, films)).toBe("1,000,000 films");
    expect(plural(en, 1, films)).toBe("film");
  });
});

describe("a tag", () => {
  it.each([
    ["es", "es", "es"],
    ["es-ES", "es", "es-ES"],
    ["es-419", "es", "es-419"],
    ["ES_mx.UTF-8", "es", "es-MX"],
    ["es-ES-u-nu-arab", "es", "es-ES"],
    ["en", "en", "en"],
    ["en-US", "en", "en-US"],
    ["fr-FR", "es", "es"],
    ["", "es", "es"],
    ["x".repeat(1000), "es", "es"],
    ["\u0000", "es", "es"],
    ["english", "es", "es"],
  ])("%j is read as %s, %s", (tag, language, kept) => {
    expect(parseLocale(tag)).toEqual({ language, tag: kept });
  });
});
