/** How films are put into words. */
import { describe, expect, it } from "vitest";
import { heading, shortHeading } from "../../../commands/shared/wording.js";
import { parseLocale } from "../../../src/chat/locale.js";
import type { FilmRef } from "../../../src/queries/refs/film.js";

const SPAIN = parseLocale("es-ES");
const MEXICO = parseLocale("es-MX");
const ENGLISH = parseLocale("en");

const film = (titles: Partial<FilmRef>): FilmRef => ({ id: 1, year: 2006, title: "Volver", ...titles });

describe("heading", () => {
  const jurassicPark = film({ title: "Jurassic Park", titleEs: "Parque Jurásico" });

  it("says the reader's title, the original one and the year", () => {
    expect(heading(SPAIN, jurassicPark)).toBe("Parque Jurásico (Jurassic Park, 2006)");
    expect(heading(ENGLISH, jurassicPark)).toBe("Jurassic Park (2006)");
    expect(heading(SPAIN, { ...jurassicPark, year: null })).toBe("Parque Jurásico (Jurassic Park)");
  });

  it("does not repeat a title that is only spelled otherwise", () => {
    expect(heading(SPAIN, film({}))).toBe("Volver (2006)");
    expect(heading(SPAIN, film({ originalTitle: "VOLVER" }))).toBe("Volver (2006)");
    expect(heading(ENGLISH, film({ title: "Amelie", originalTitle: "Amélie" }))).toBe("Amelie (2006)");
    expect(heading(MEXICO, film({ title: "The Batman", titleEs: "The Batman", titleEs419: "Batman" }))).toBe(
      "Batman (2006)",
    );
    expect(heading(SPAIN, film({ title: "Rocky II", titleEs: "Rocky", year: null }))).toBe(
      "Rocky (Rocky II)",
    );
  });

  it("is short in lists", () => {
    expect(shortHeading(SPAIN, jurassicPark)).toBe("Parque Jurásico (2006)");
  });
});
