/** Franchises, universes and companies by what people call them, and what is told of them, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { eachRow } from "../../../src/catalog/rows.js";
import type { Resolution } from "../../../src/find/port.js";
import {
  ABSENT_COMPANIES,
  ABSENT_FRANCHISES,
  COMPANY_NAMES,
  FRANCHISE_NAMES,
  type NameCase,
} from "../../support/group-names.js";
import { starter } from "../../support/starter-index.js";

const { catalog, edition } = starter;
const { find } = edition;

/** Those that the starter has. */
function known(cases: readonly NameCase[], table: typeof catalog.collections | typeof catalog.companies) {
  const names = new Set(Array.from({ length: table.rowCount }, (_, row) => table.name.get(row as never)));
  return cases.filter(([, meant]) => names.has(meant));
}

/** The name of what was found, or of all that is asked between. */
function meant<Row extends number>(resolution: Resolution<Row>, name: (row: Row) => string): string[] {
  if (resolution.kind === "found") return [name(resolution.value)];
  return resolution.kind === "choices" ? resolution.values.map(name) : [];
}

describe("names", () => {
  it.each(known(FRANCHISE_NAMES, catalog.collections))("the franchise “%s” is %s", (typed, name) => {
    expect(meant(find.collection(typed), (row) => catalog.collections.name.get(row))).toContain(name);
  });

  it.each(known(COMPANY_NAMES, catalog.companies))("the company “%s” is %s", (typed, name) => {
    expect(meant(find.company(typed), (row) => catalog.companies.name.get(row))).toContain(name);
  });

  it.each(ABSENT_FRANCHISES)("no other franchise is answered for “%s”", (typed) => {
    expect(find.collection(typed).kind).not.toBe("found");
  });

  it.each(ABSENT_COMPANIES)("no other company is answered for “%s”", (typed) => {
    expect(find.company(typed).kind).not.toBe("found");
  });
});

interface Figures {
  readonly filmCount: number;
  readonly totalRevenue: number;
}

interface Franchise extends Figures {
  readonly collection: { readonly id: number; readonly name: string } | null;
  readonly films: readonly FilmEntry[];
  readonly universe?: {
    readonly id: string;
    readonly members: readonly { readonly name: string; readonly filmCount: number }[];
    readonly figures: Figures;
    readonly films: readonly FilmEntry[];
    readonly story: readonly FilmEntry[] | null;
    readonly apart: readonly FilmEntry[];
  };
  readonly partOf: readonly { readonly id: number; readonly name: string }[];
}

interface FilmEntry {
  readonly film: { readonly id: number; readonly title: string; readonly year: number };
}

const franchise = async (line: string, tag?: string) => {
  const { status, result, answer } = await starter.ask(line, tag);
  return { status, result: result as Franchise, answer };
};

const titles = (films: readonly FilmEntry[] | null | undefined) => films?.map(({ film }) => film.title);

describe("/franquicia", () => {
  it("tells a universe of which the sources have no collection", async () => {
    const { status, result, answer } = await franchise("/franquicia marvel");
    expect(status).toBe("ok");
    expect(result.collection).toBeNull();
    expect(result.universe?.id).toBe("marvel-cinematic-universe");
    expect(result.filmCount).toBe(result.universe?.figures.filmCount);
    expect(titles(result.films)?.slice(0, 3)).toEqual(["Iron Man", "The Incredible Hulk", "Iron Man 2"]);
    expect(titles(result.universe?.story)?.slice(0, 3)).toEqual([
      "Captain America: The First Avenger",
      "Captain Marvel",
      "Iron Man",
    ]);
    expect(answer.title).toBe("Universo Cinematográfico de Marvel");
    expect(answer.list?.heading).toMatch(/^Por orden de estreno/u);
  });

  it("leaves the figures of the collection as they are, and tells the universe beside them", async () => {
    const { result, answer } = await franchise("/franquicia harry potter");
    expect(result.collection?.name).toBe("Harry Potter Collection");
    expect(result.filmCount).toBe(result.films.length);
    const { universe } = result;
    expect(universe?.members[0]).toMatchObject({
      name: "Harry Potter Collection",
      filmCount: result.filmCount,
    });
    expect(universe?.figures.filmCount).toBe(universe?.films.length);
    expect(Number(universe?.figures.filmCount)).toBeGreaterThanOrEqual(result.filmCount);
    expect(answer.title).toBe("Saga Harry Potter");
  });

  it("counts each film of a universe once, in order of release", async () => {
    for (const row of eachRow(catalog.collections)) {
      const { result } = await franchise(`/franquicia collection:${catalog.collections.id[row]}`);
      if (result.universe === undefined) continue;
      const { films, story, apart, figures } = result.universe;
      const ids = films.map(({ film }) => film.id);
      expect(new Set(ids).size).toBe(figures.filmCount);
      const years = films.map(({ film }) => film.year);
      expect(years).toEqual([...years].sort((a, b) => a - b));
      if (story !== null) expect(new Set(story.map(({ film }) => film.id))).toEqual(new Set(ids));
      expect(apart.filter(({ film }) => ids.includes(film.id))).toEqual([]);
    }
  });

  it("lists the films as they happen where that is asked for", async () => {
    const { answer } = await franchise("/franquicia star wars historia=sí");
    expect(answer.list?.heading).toMatch(/^En el orden de la historia/u);
    expect(answer.list?.lines[0]?.head).toBe("Star Wars: Episodio I - La amenaza fantasma (1999)");
    const [back] = answer.follow ?? [];
    expect(back).toMatchObject({ label: "Por orden de estreno", options: { historia: false } });
  });

  it("leads from a part to the whole", async () => {
    const { result, answer } = await franchise("/franquicia iron man");
    expect(result.universe).toBeUndefined();
    expect(result.partOf.map(({ name }) => name)).toContain("Marvel Cinematic Universe");
    const [whole] = answer.follow ?? [];
    const { result: universe } = await franchise(`/franquicia ${whole?.options.nombre}`);
    expect(universe.universe?.id).toBe("marvel-cinematic-universe");
  });

  it("says what was understood only where that tells something", async () => {
    const text = async (line: string) => (await franchise(line)).answer.text;
    expect(await text("/franquicia saga toy story")).not.toContain("Entendí");
    expect(await text("/franquicia TOY STORY")).not.toContain("Entendí");
    expect(await text("/franquicia toy stroy")).toContain("Entendí: Saga Toy Story");
  });

  it("understands what it shows", async () => {
    for (const row of eachRow(catalog.collections)) {
      const shown = String(
        (await franchise(`/franquicia collection:${catalog.collections.id[row]}`)).answer.title,
      );
      expect(
        meant(find.collection(shown), (found) => String(found)),
        shown,
      ).toContain(String(row));
    }
  });
});

describe("/productora", () => {
  it("leads to the company of the house with the films, and tells what its labels made with it", async () => {
    const { result, answer } = await starter.ask("/productora disney");
    const { company, filmCount, group } = result as {
      company: { name: string };
      filmCount: number;
      group: { nameEs: string; members: { name: string; filmCount: number }[]; figures: Figures };
    };
    expect(company.name).toBe("Walt Disney Pictures");
    expect(group.nameEs).toBe("Disney");
    expect(group.members[0]).toMatchObject({ name: "Walt Disney Pictures", filmCount });
    const apiece = group.members.reduce((sum, member) => sum + member.filmCount, 0);
    expect(group.figures.filmCount).toBeGreaterThan(filmCount);
    expect(group.figures.filmCount).toBeLessThan(apiece);
    expect(answer.text).toContain("Con sus sellos (");
  });

  it("tells of a company of no house nothing more", async () => {
    const { result, answer } = await starter.ask("/productora syncopy", "en");
    expect(result).not.toHaveProperty("group.name");
    expect(answer.text).not.toContain("labels");
  });
});
