/** What people type, on the starter catalogue. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf } from "../../../src/catalog/catalog.js";
import { filmText } from "../../../src/catalog/labels.js";
import { eachRow, type FilmRow, type HasRows, type PersonRow } from "../../../src/catalog/rows.js";
import type { CompletionKind, Resolution, Vocabulary } from "../../../src/find/port.js";
import { starter } from "../../support/starter-index.js";

const { catalog, edition } = starter;
const { find } = edition;

const film = (row: FilmRow) => filmText(catalog, row, "en");
const person = (row: PersonRow) => catalog.people.name.get(row);

function meaning<T>(resolution: Resolution<T>, show: (value: T) => string): string {
  switch (resolution.kind) {
    case "found":
      return show(resolution.value);
    case "choices":
      return `? ${resolution.values.map(show).join(", ")}`;
    case "none":
      return "-";
  }
}

describe("films", () => {
  it.each([
    ["Toy Story", "Toy Story (1995)"],
    ["toy story 2", "Toy Story 2 (1999)"],
    ["jurasic park", "Jurassic Park (1993)"],
    ["parque jurasico", "Jurassic Park (1993)"],
    ["el padrino", "The Godfather (1972)"],
    ["padrino 2", "The Godfather: Part II (1974)"],
    ["the godfather part ii", "The Godfather: Part II (1974)"],
    ["matrix", "The Matrix (1999)"],
    ["tiburon", "Jaws (1975)"],
    ["mi pobre angelito", "Home Alone (1990)"],
    ["solo en casa", "Home Alone (1990)"],
    ["volver al futuro", "Back to the Future (1985)"],
    ["regreso al futuro", "Back to the Future (1985)"],
    ["titanic", "Titanic (1997)"],
    ["hamlet 1996", "Hamlet (1996)"],
    ["hamlet (1990)", "Hamlet (1990)"],
    ["psicosis 1960", "Psycho (1960)"],
    ["labirinto del fauno", "Pan's Labyrinth (2006)"],
    ["el secreto de sus hojos", "The Secret in Their Eyes (2009)"],
    ["spirited away", "Spirited Away (2001)"],
    ["el viaje de chihiro", "Spirited Away (2001)"],
    ["tmdb:862", "Toy Story (1995)"],
    ["tt0114709", "Toy Story (1995)"],
    ["https://www.imdb.com/title/tt0114709/", "Toy Story (1995)"],
    ["https://www.themoviedb.org/movie/862-toy-story", "Toy Story (1995)"],
    ["tmdb:999999", "-"],
    ["asdfghjkl", "-"],
    ["", "-"],
    ["???", "-"],
  ])("%s → %s", (typed, expected) => {
    expect(meaning(find.film(typed), film)).toBe(expected);
  });

  it("asks between namesakes of about the same fame, most voted first", () => {
    const asked = find.film("cinderella");
    expect(meaning(asked, film)).toBe("? Cinderella (2015), Cinderella (1950), Cinderella (2021)");
  });

  it("names the other namesakes where one is far better known", () => {
    const titanic = find.film("titanic");
    expect(titanic).toMatchObject({ kind: "found", fit: "exact" });
    expect(titanic.kind === "found" && titanic.namesakes.map(film)).toEqual(["Titanic (1953)"]);
  });

  it("tells a close fit from an exact one", () => {
    expect(find.film("jurasic park")).toMatchObject({ fit: "close" });
    expect(find.film("PARQUE JURÁSICO")).toMatchObject({ fit: "exact" });
  });

  it("finds every film by its exact title and year, or asks with it among the choices", () => {
    const { films } = catalog;
    for (const row of eachRow(films)) {
      const found = find.film(film(row));
      const rows =
        found.kind === "found"
          ? [found.value, ...found.namesakes]
          : found.kind === "choices"
            ? found.values
            : [];
      expect(rows, film(row)).toContain(row);
    }
  });

  it("survives whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 300 }),
          fc.string({ unit: "grapheme", maxLength: 300 }),
        ),
        (typed) => {
          find.film(typed);
          find.person(typed, "actor");
          find.collection(typed);
          find.company(typed);
          return true;
        },
      ),
    );
  });
});

describe("people", () => {
  it.each([
    ["tom hanks", "actor", "Tom Hanks"],
    ["Penelope cruz", "actor", "Penélope Cruz"],
    ["speilberg", "director", "Steven Spielberg"],
    ["almodovar", "director", "Pedro Almodóvar"],
    ["guillermo toro", "director", "Guillermo del Toro"],
    ["dicaprio", "actor", "Leonardo DiCaprio"],
    ["person:31", "actor", "Tom Hanks"],
    ["person:31", "director", "-"],
    ["zzzzzz", "actor", "-"],
  ] as const)("%s as %s → %s", (typed, role, expected) => {
    expect(meaning(find.person(typed, role), person)).toBe(expected);
  });
});

describe("ids", () => {
  const { films, people, collections, companies } = catalog;

  /** The rows whose id does not lead to them. */
  const lost = <Row extends number>(
    table: { readonly id: Int32Array } & HasRows<Row>,
    find: (id: number, row: Row) => Resolution<Row>,
  ) =>
    [...eachRow(table)].filter((row) => {
      const found = find(idOf(table, row), row);
      return found.kind !== "found" || found.value !== row || found.fit !== "exact";
    });

  it("of people, collections and companies resolve, of ten digits and below 0 too", () => {
    for (const { id } of [people, collections, companies]) {
      expect(Math.min(...id)).toBeLessThan(-1_000_000_000);
      expect(Math.max(...id)).toBeGreaterThan(9_999);
    }
    const role = (row: PersonRow) => (people.acted.size(row) > 0 ? "actor" : "director");
    const named = [...eachRow(people)].filter(
      (row) => people.acted.size(row) + people.directed.size(row) === 0,
    );
    expect(lost(people, (id, row) => find.person(`person:${id}`, role(row)))).toEqual(named);
    expect(lost(collections, (id) => find.collection(`collection:${id}`))).toEqual([]);
    expect(lost(companies, (id) => find.company(`company:${id}`))).toEqual([]);
    expect(lost(films, (id) => find.film(`tmdb:${id}`))).toEqual([]);
  });

  it("are completed to, and lead back", () => {
    const kinds: [CompletionKind, (value: string) => Resolution<number>][] = [
      ["actor", (value) => find.person(value, "actor")],
      ["director", (value) => find.person(value, "director")],
      ["collection", find.collection],
      ["company", find.company],
    ];
    for (const [kind, resolve] of kinds) {
      for (const letter of "abcdefghijklmnopqrstuvwxyz") {
        for (const { value } of find.complete(kind, letter, 25, "es"))
          expect(resolve(value)).toMatchObject({ kind: "found", fit: "exact" });
      }
    }
  });

  it.each(["person:0", "person:4294967327", "person:-2147483648", "person:9999999999"])(
    "%s is nobody's",
    (typed) => {
      expect(find.person(typed, "actor")).toEqual({ kind: "none", suggestions: [], link: "person" });
    },
  );

  it("of no collection or company are none, whatever pads the file", () => {
    const none = { kind: "none", suggestions: [] };
    expect(find.collection("collection:0")).toEqual({ ...none, link: "collection" });
    expect(find.company("company:0")).toEqual({ ...none, link: "company" });
  });
});

describe("collections and companies", () => {
  it.each(["toy story", "Toy Story Collection", "collection:10194"])("%s is a collection", (typed) => {
    const { collections } = catalog;
    expect(meaning(find.collection(typed), (row) => collections.name.get(row))).toBe("Toy Story Collection");
  });

  it.each(["pixar", "Pixar Animation Studios", "pixer", "company:3"])("%s is a company", (typed) => {
    const { companies } = catalog;
    expect(meaning(find.company(typed), (row) => companies.name.get(row))).toBe("Pixar Animation Studios");
  });
});

describe("closed vocabularies", () => {
  const cases: [Vocabulary, string, string][] = [
    ["month", "enero", "1"],
    ["month", "Ene", "1"],
    ["month", "1", "1"],
    ["month", "01", "1"],
    ["month", "january", "1"],
    ["month", "setiembre", "9"],
    ["month", "septiembre", "9"],
    ["month", "novienbre", "11"],
    ["month", "ma", "-"],
    ["weekday", "miercoles", "3"],
    ["weekday", "MIÉRCOLES", "3"],
    ["weekday", "viernes", "5"],
    ["weekday", "domingo", "7"],
    ["weekday", "monday", "1"],
    ["country", "España", "ES"],
    ["country", "spain", "ES"],
    ["country", "ES", "ES"],
    ["country", "EE. UU.", "US"],
    ["country", "eeuu", "US"],
    ["language", "castellano", "es"],
    ["language", "frances", "fr"],
    ["language", "inglés", "en"],
    ["genre", "comedia", "Comedy"],
    ["genre", "ciencia ficcion", "Science Fiction"],
    ["genre", "terror", "Horror"],
    ["platform", "netflix", "netflix"],
    ["platform", "prime", "amazon"],
    ["platform", "disney plus", "disney"],
    ["month", "tomate", "-"],
  ];
  it.each(cases)("%s: %s → %s", (vocabulary, typed, expected) => {
    expect(meaning(find.term(vocabulary, typed), ({ id }) => id)).toBe(expected);
  });

  it("has every term under its own names, in both languages", () => {
    for (const vocabulary of ["month", "weekday", "country", "language", "genre", "platform"] as const) {
      for (const { value } of find.complete(vocabulary, "", 500, "en")) {
        expect(meaning(find.term(vocabulary, value), ({ label }) => label.en)).toBe(value);
      }
    }
  });
});

describe("completion", () => {
  const complete = (kind: CompletionKind, typed: string, tag = "es") =>
    find.complete(kind, typed, 5, tag).map(({ label }) => label);

  it("gives what begins so, best known first, under the reader's title", () => {
    expect(complete("film", "parque jur")[0]).toBe("Parque Jurásico (1993) · Steven Spielberg");
    expect(complete("film", "jurassic p", "en")[0]).toBe("Jurassic Park (1993) · Steven Spielberg");
    expect(complete("actor", "tom h")).toContain("Tom Hanks");
    expect(complete("month", "m")).toEqual(["marzo", "mayo"]);
    expect(complete("weekday", "mi")).toEqual(["miércoles"]);
  });

  it("forgives a slip", () => {
    expect(complete("film", "jurasic").join()).toContain("(1993)");
    expect(complete("director", "spilb")).toContain("Steven Spielberg");
  });

  it("gives exact values, and texts that resolve to the same", () => {
    for (const { value, text } of find.complete("film", "", 50, "es")) {
      expect(value).toMatch(/^tmdb:\d+$/);
      const [byValue, byText] = [find.film(value), find.film(text)];
      expect(byValue.kind).toBe("found");
      expect(byText.kind === "found" && byText.value).toBe(byValue.kind === "found" && byValue.value);
    }
  });

  it("gives the best known for nothing typed, and no more than asked for", () => {
    expect(find.complete("film", "", 3, "en")).toHaveLength(3);
    expect(find.complete("film", "a", 3, "en")).toHaveLength(3);
  });
});
