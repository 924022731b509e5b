/** Titles with a word more, with their year, and titles of films we lack: on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { filmText } from "../../../src/catalog/labels.js";
import { starter } from "../../support/starter-index.js";

const { find, catalog } = starter.edition;

function meant(text: string): string {
  const found = find.film(text);
  return found.kind === "found" ? filmText(catalog, found.value, "en") : found.kind;
}

describe("a title with a word more", () => {
  it.each([
    ["la peli de titanic", "Titanic (1997)"],
    ["película Titanic", "Titanic (1997)"],
    ["titanic porfa", "Titanic (1997)"],
    ["titanic por favor", "Titanic (1997)"],
    ["titanic en castellano", "Titanic (1997)"],
    ["dime la nota de matrix", "The Matrix (1999)"],
    ["the movie matrix", "The Matrix (1999)"],
    ["psicosis hitchcock", "Psycho (1960)"],
    ["psicosis 1960 hitchcock", "Psycho (1960)"],
    ["dune de villeneuve", "Dune (2021)"],
    ["dune de vileneuve", "Dune (2021)"],
    ["dune la de lynch", "Dune (1984)"],
    ["scarface al pacino", "Scarface (1983)"],
    ["batman la de tim burton", "Batman (1989)"],
    ["fellini ocho y medio", "8½ (1963)"],
    ["volver de almodovar", "Volver (2006)"],
    ["amores perros de iñarritu", "Amores perros (2000)"],
    ["relatos salvajes darin", "Wild Tales (2014)"],
    ["los otros amenabar", "The Others (2001)"],
    ["coco de pixar", "Coco (2017)"],
    ["titanic la de dicaprio", "Titanic (1997)"],
    ["dracula de coppola", "Dracula (1992)"],
    ["terminator el exterminador", "The Terminator (1984)"],
    ["Princess Mononoke: 2025 Re-Release Subtitled", "Princess Mononoke (1997)"],
    [
      "borat cultural learnings",
      "Borat: Cultural Learnings of America for Make Benefit Glorious Nation of Kazakhstan (2006)",
    ],
  ])("%s", (text, expected) => {
    expect(meant(text)).toBe(expected);
  });
});

describe("which of several films", () => {
  it.each([
    ["dune la nueva", "Dune (2021)"],
    ["carrie la vieja", "Carrie (1976)"],
    ["carrie remake", "Carrie (2013)"],
    ["la primera de alien", "Alien (1979)"],
    ["alien la primera", "Alien (1979)"],
    ["toy story la tercera", "Toy Story 3 (2010)"],
    ["la tercera de toy story", "Toy Story 3 (2010)"],
    ["la ultima de james bond", "No Time to Die (2021)"],
    ["el padrino 1", "The Godfather (1972)"],
  ])("%s", (text, expected) => {
    expect(meant(text)).toBe(expected);
  });
});

describe("a typed year", () => {
  it.each([
    ["titanic'97", "Titanic (1997)"],
    ["titanic del 53", "Titanic (1953)"],
    ["titanic año=1953", "Titanic (1953)"],
    ["king kong del 33", "King Kong (1933)"],
    ["king kong 33", "King Kong (1933)"],
    ["apolo 13", "Apollo 13 (1995)"],
    ["blade runner 2049 2017", "Blade Runner 2049 (2017)"],
    // A year off is a slip.
    ["el padrino 1973", "The Godfather (1972)"],
  ])("%s", (text, expected) => {
    expect(meant(text)).toBe(expected);
  });

  it("is not overruled: what there is of that name is offered", () => {
    expect(find.film("mujercitas 1994")).toMatchObject({
      kind: "choices",
      reason: { kind: "year", year: 1994 },
    });
    expect(find.film("el padrino 1995")).toMatchObject({
      kind: "choices",
      reason: { kind: "year", year: 1995 },
    });
    expect(find.film("hunting grounds 2018").kind).toBe("none");
  });
});

describe("a film we lack", () => {
  it.each(["Monkey Man", "Woodwalkers", "Hunting Grounds", "pulp fiction 2", "Justice (2017)", "Saltburn 2"])(
    "%s is not answered with another",
    (text) => {
      expect(meant(text)).not.toMatch(/\(\d{4}\)$/);
    },
  );

  it("offers what is near, and says why it asks", () => {
    expect(find.film("Woodwalkers")).toMatchObject({ kind: "choices", reason: { kind: "near" } });
  });

  it("still answers what is only misspelt", () => {
    expect(meant("jurasic park")).toBe("Jurassic Park (1993)");
    expect(meant("el padrno")).toBe("The Godfather (1972)");
    expect(meant("fait clab")).toBe("Fight Club (1999)");
  });
});
