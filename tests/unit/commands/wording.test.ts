/** How films are put into words. */
import { describe, expect, it } from "vitest";
import { collectionName } from "../../../commands/shared/words/collections.js";
import { heading, shortHeading } from "../../../commands/shared/words/wording.js";
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

  it("does not repeat the original title that stands in brackets already", () => {
    const laLaLand = film({ title: "La La Land", titleEs: "La ciudad de las estrellas (La La Land)" });
    expect(heading(SPAIN, laLaLand)).toBe("La ciudad de las estrellas (La La Land) (2006)");
  });

  it("says an original title of another script in Latin letters, or not at all", () => {
    const parasite = film({ title: "Parasite", titleEs: "Parásitos", originalTitle: "기생충" });
    expect(heading(SPAIN, { ...parasite, originalLatin: "Gisaengchung" })).toBe(
      "Parásitos (Gisaengchung, 2006)",
    );
    expect(heading(SPAIN, parasite)).toBe("Parásitos (2006)");
    expect(heading(ENGLISH, parasite)).toBe("Parasite (2006)");
  });

  it("is short in lists", () => {
    expect(shortHeading(SPAIN, jurassicPark)).toBe("Parque Jurásico (2006)");
  });
});

describe("a franchise", () => {
  const named = (name: string, nameEs?: string, nameEs419?: string) => ({ id: 1, name, nameEs, nameEs419 });

  it.each([
    [named("Toy Story Collection"), "Saga Toy Story"],
    [named("Los Leguineche - Colección"), "Saga Los Leguineche"],
    [named("Niko - Coleccion"), "Saga Niko"],
    [named("Pitbull - Kolekcja"), "Saga Pitbull"],
    [named("Max (Collection)"), "Saga Max"],
    [named("Samurai Trilogy"), "Trilogía Samurai"],
    [named("Die Hard Collection", "La jungla de cristal", "Duro de matar"), "Saga La jungla de cristal"],
  ])("%j is %s", (collection, name) => {
    expect(collectionName(SPAIN, collection)).toBe(name);
    expect(collectionName(ENGLISH, collection)).toBe(collection.name);
  });

  it("has its own name in Latin America, where it is another", () => {
    const dieHard = named("Die Hard Collection", "La jungla de cristal", "Duro de matar");
    expect(collectionName(MEXICO, dieHard)).toBe("Saga Duro de matar");
    expect(collectionName(MEXICO, named("Saw Collection", "Saw"))).toBe("Saga Saw");
  });
});
