import { describe, expect, it } from "vitest";
import { SeriesNames } from "../../../index-build/write/series/series-names.js";
import { eachRow } from "../../../src/catalog/rows.js";
import { starter } from "../../support/starter-index.js";

const { catalog, edition } = starter;
const names = new SeriesNames(catalog);

function namesOf(title: string): readonly string[] {
  const { films } = catalog;
  const row = [...eachRow(films)].find((one) => films.title.get(one) === title);
  return row === undefined ? [] : names.of(row);
}

describe("SeriesNames", () => {
  it("numbers a series by the days of release, in both languages", () => {
    expect(namesOf("The Matrix Reloaded")).toContain("matrix 2");
    expect(namesOf("Indiana Jones and the Last Crusade")).toContain("indiana jones 3");
    expect(namesOf("The Godfather: Part II")).toContain("el padrino 2");
  });

  it("leaves a series alone that counts otherwise", () => {
    expect(namesOf("Star Wars")).toEqual([]);
  });

  it("gives a film of no series none", () => {
    expect(namesOf("Pan's Labyrinth")).toEqual([]);
  });

  it("makes them findable", () => {
    const found = edition.find.film("matrix 2");
    expect(found.kind === "found" && catalog.films.title.get(found.value)).toBe("The Matrix Reloaded");
  });
});
