/** What collections and companies can be found under, and what is said around their names. */
import { describe, expect, test } from "vitest";
import {
  collectionKeys,
  collectionName,
  companyAlone,
  companyKeys,
  franchiseAlone,
} from "../../../src/find/encode/keys/group-keys.js";
import { KEY_KINDS } from "../../../src/find/encode/keys/keys.js";

const noTitles = { nameEs: undefined, aka: [], films: [] };

describe("a collection", () => {
  test("is found without its generic word, and under what people call it", () => {
    const keys = collectionKeys({
      ...noTitles,
      name: "Child's Play Collection",
      nameEs: "Muñeco diabólico",
      aka: ["Chucky"],
    });
    expect(keys).toContainEqual({ text: "childs play", kind: KEY_KINDS.alias });
    expect(keys).toContainEqual({ text: "muneco diabolico", kind: KEY_KINDS.name });
    expect(keys).toContainEqual({ text: "chucky", kind: KEY_KINDS.alias });
  });

  test("is found under its first film, under later ones, and under what most of them begin with", () => {
    const keys = collectionKeys({
      ...noTitles,
      name: "Ocho apellidos - Colección",
      films: [
        ["Spanish Affair", undefined, "Ocho apellidos vascos"],
        ["Spanish Affair 2", undefined, "Ocho apellidos catalanes"],
      ],
    });
    expect(keys).toContainEqual({ text: "ocho apellidos vascos", kind: KEY_KINDS.bare });
    expect(keys).toContainEqual({ text: "ocho apellidos catalanes", kind: KEY_KINDS.head });
    expect(keys.some(({ text }) => text === "ocho apellidos")).toBe(true);
  });

  test("is not found under a beginning that waits for another word", () => {
    const titles = (es: string) => ["", undefined, es];
    const keys = collectionKeys({
      ...noTitles,
      name: "Harry Potter Collection",
      films: [titles("Harry Potter y la piedra filosofal"), titles("Harry Potter y la cámara secreta")],
    });
    expect(keys.map(({ text }) => text)).toContain("harry potter");
    expect(keys.map(({ text }) => text)).not.toContain("harry potter y la");
  });

  test("is called by its name alone in what counts its films", () => {
    expect(collectionName("The Matrix Collection")).toBe("matrix");
  });
});

test("a company is found without what every company is called", () => {
  const texts = (name: string, ...aka: string[]) => companyKeys(name, aka).map(({ text }) => text);
  expect(texts("Pixar Animation Studios")).toContain("pixar");
  expect(texts("Focus Features")).toContain("focus");
  expect(texts("Metro-Goldwyn-Mayer (MGM)", "la metro")).toContain("la metro");
});

test.each([
  ["la saga de star wars", "star wars"],
  ["star wars saga", "star wars"],
  ["las de james bond", "james bond"],
  ["las peliculas de james bond", "james bond"],
  ["todas las pelis de scream", "scream"],
  ["trilogia el padrino", "el padrino"],
  ["la trilogia de el padrino", "el padrino"],
  ["la franquicia de saw", "saw"],
  ["coleccion indiana jones", "indiana jones"],
  ["toy story collection", "toy story"],
  ["universo marvel", "marvel"],
  ["saga completa de rocky", "rocky"],
  ["matrix", undefined],
  ["saga", undefined],
])("“%s” is the franchise %s", (typed, name) => {
  expect(franchiseAlone(typed)).toBe(name);
});

test.each([
  ["productora pixar", "pixar"],
  ["estudios disney", "disney"],
  ["la productora de almodovar", "almodovar"],
  ["a24 films", "a24"],
  ["orion pictures", "orion"],
  ["estudio ghibli", "ghibli"],
  ["pixar", undefined],
  ["films", undefined],
])("“%s” is the company %s", (typed, name) => {
  expect(companyAlone(typed)).toBe(name);
});
