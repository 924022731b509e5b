/** Our own tables of what belongs together: what stands in them, and what the index makes of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readOwnGroups } from "../../../index-build/read/sources/tables/groups.js";
import { tablePath } from "../../../index-build/read/sources/tables/package-table.js";
import { NO_GROUPS } from "../../../index-build/records.js";
import {
  companyNames,
  franchiseNames,
  leadRows,
  ownCollections,
} from "../../../index-build/write/groups/names.js";
import { fold } from "../../../src/find/encode/fold.js";
import { PACKAGE_ROOT } from "../../../src/package-root.js";

const groups = await readOwnGroups();

/** Texts that stand in a list more than once, folded. */
function twice(texts: readonly string[]): string[] {
  const folded = texts.map(fold);
  return folded.filter((text, place) => folded.indexOf(text) !== place);
}

interface ListedFilm {
  readonly id: number;
  readonly title: string;
  readonly year: number;
}

describe("the files of the package", () => {
  const universes: readonly { readonly id: string; readonly films: readonly ListedFilm[] }[] = JSON.parse(
    readFileSync(tablePath("universes.json"), "utf8"),
  ).universes;

  test("hold enough, and are told among the sources", () => {
    expect(groups.companies.length).toBeGreaterThanOrEqual(60);
    expect(groups.universes.length).toBeGreaterThanOrEqual(25);
    expect(groups.themes.length).toBeGreaterThanOrEqual(20);
    expect(groups.files.map(({ kind }) => kind)).toEqual([
      "company-groups",
      "universes",
      "franchise-names",
      "themes",
    ]);
    for (const { sha256, rows } of groups.files) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(rows).toBeGreaterThan(0);
    }
  });

  test("name no film twice in a universe, and each universe once", () => {
    expect(twice(universes.map(({ id }) => id))).toEqual([]);
    for (const { films } of universes) {
      const ids = films.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("lead each collection and each company once", () => {
    expect(twice(groups.universes.flatMap(({ lead }) => lead ?? []))).toEqual([]);
    expect(twice(groups.companies.map(({ lead }) => lead))).toEqual([]);
    expect(twice(groups.franchises.map(({ collection }) => collection))).toEqual([]);
  });

  test("give one name to one group alone", () => {
    const names = <Group extends { readonly aka: readonly string[] }>(all: readonly Group[]) =>
      all.flatMap(({ aka }) => [...new Set(aka.map(fold))]);
    expect(twice(names(groups.companies))).toEqual([]);
    expect(twice(names(groups.universes))).toEqual([]);
    expect(twice(names(groups.franchises))).toEqual([]);
  });

  test("list a universe that goes by release in that order", () => {
    for (const [place, { listed, films }] of groups.universes.entries()) {
      if (listed === "story") continue;
      const years =
        universes[place]?.films.filter((_, at) => !films[at]?.apart).map(({ year }) => year) ?? [];
      expect(years).toEqual([...years].sort((a, b) => a - b));
    }
  });

  test("call films of our catalogue as it does", () => {
    const folder = join(PACKAGE_ROOT, "data/starter");
    const starter = new Map<number, { readonly title: string; readonly released?: string }>();
    for (const file of readdirSync(folder).filter((name) => name.startsWith("films-"))) {
      for (const film of JSON.parse(readFileSync(join(folder, file), "utf8")).films)
        starter.set(film.id, film);
    }
    let known = 0;
    for (const { films } of universes) {
      for (const { id, title, year } of films) {
        const film = starter.get(id);
        if (film === undefined) continue;
        known++;
        expect({ id, title: fold(film.title) }).toEqual({ id, title: fold(title) });
        expect(Math.abs(Number(film.released?.slice(0, 4)) - year)).toBeLessThanOrEqual(1);
      }
    }
    expect(known).toBeGreaterThan(150);
  });
});

describe("names for the index", () => {
  const house = { es: "Casa", en: "House", lead: "Lead", members: ["One", "Two"], aka: ["la casa"] };

  test("a house's names go to the best known company of its lead's name", () => {
    const aka = companyNames({ ...NO_GROUPS, companies: [house] }, ["One", "Lead", "Lead"]);
    expect(aka).toEqual([[], ["la casa", "Casa", "House"], []]);
  });

  test("without its lead, the best known member leads; without any, nobody", () => {
    expect([...leadRows({ companies: [house] }, ["Other", "Two", "One"]).values()]).toEqual([1]);
    expect(leadRows({ companies: [house] }, ["Other"]).size).toBe(0);
  });

  test("a universe without a collection is one of our own, of the films that count", () => {
    const films = [{ id: 1 }, { id: 2, apart: true as const }];
    const own = { id: "world", es: "Mundo", en: "World", listed: "story" as const, aka: ["orb"], films };
    const collections = ownCollections([own, { ...own, id: "led", lead: "World Collection" }]);
    expect([...collections.keys()]).toEqual([1]);
    const [collection] = collections.get(1) ?? [];
    expect(collection?.name).toBe("World");
    expect(collection?.id).toBeLessThan(0);
  });

  test("a universe's names go to the collection that leads it, or to its own", () => {
    const universe = {
      id: "world",
      es: "Mundo",
      en: "World",
      listed: "release" as const,
      aka: ["orb"],
      films: [],
    };
    const own = { ...NO_GROUPS, universes: [universe] };
    expect(franchiseNames(own, [{ name: "World", films: [] }])).toMatchObject({
      nameEs: ["Mundo"],
      aka: [["orb", "Mundo", "World"]],
    });
    const led = {
      ...NO_GROUPS,
      universes: [{ ...universe, lead: "World Collection" }],
      franchises: [{ collection: "World Collection", es: "El mundo", aka: ["globo"] }],
    };
    const collections = ["World Collection", "Other"].map((name) => ({ name, films: [] }));
    expect(franchiseNames(led, collections)).toEqual({
      nameEs: ["El mundo", undefined],
      nameEs419: [undefined, undefined],
      aka: [["orb", "Mundo", "World", "globo"], []],
    });
  });

  test("a collection without a Spanish name is called as the film of its name is, in Spain and Latin America", () => {
    const film = (title: string, titleEs: string, titleEs419?: string) => ({ title, titleEs, titleEs419 });
    const collections = [
      { name: "The Stones Collection", films: [film("The Stones", "Las piedras: Un comienzo", "Las rocas")] },
      { name: "Far Collection", films: [film("Near", "Cerca")] },
      { name: "The Stones (Reboot) Collection", films: [] },
      { name: "Hills Collection (Original Series)", films: [] },
    ];
    expect(franchiseNames(NO_GROUPS, collections)).toEqual({
      nameEs: ["Las piedras", undefined, "The Stones (nueva versión)", "Hills (original)"],
      nameEs419: ["Las rocas", undefined, undefined, undefined],
      aka: [["Las rocas"], [], [], []],
    });
  });
});
