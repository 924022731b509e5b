/** `/recomendar` where no film is named: alone, and by what films are. On the starter catalogue. */
import { describe, expect, it } from "vitest";
import { filmRow } from "../../../src/catalog/rows.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import type { Recommendations } from "../../../src/queries/discover/recommendations.js";
import { starter } from "../../support/starter-index.js";

const { catalog } = starter;
const DAY = 86_400_000;

const films = ({ result }: Outcome) => (result as Recommendations).recommendations.map(({ film }) => film);
const ids = (outcome: Outcome) => films(outcome).map(({ id }) => id);

const onDay = (line: string, day: number) =>
  starter.ask(line, "es", { now: new Date(Date.UTC(2026, 0, 1) + day * DAY) });

const rowOf = (id: number) => filmRow(catalog.films.id.indexOf(id));
const genresOf = (id: number) =>
  Array.from(catalog.films.genres.get(rowOf(id)), (row) => catalog.genres.name.get(row));

describe("without a film", () => {
  it("are others each day, and the same all day", async () => {
    const week = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((day) => onDay("/recomendar", day)));
    expect(new Set(week.map((outcome) => ids(outcome).join())).size).toBe(7);
    expect(new Set(week.flatMap(ids)).size).toBeGreaterThan(15);
    const evening = await onDay("/recomendar", 0.9);
    expect(ids(evening)).toEqual(ids(week[0] as Outcome));
  });

  it("are not kept for the next day, but those of a seed are", async () => {
    expect((await onDay("/recomendar", 0)).cacheable).toBe(false);
    const seeded = await onDay("/recomendar semilla=7", 0);
    expect(seeded.cacheable).toBe(true);
    expect(ids(await onDay("/recomendar semilla=7", 1))).toEqual(ids(seeded));
  });

  it("go on with the same turn, though the next page is asked for on another day", async () => {
    const first = await onDay("/recomendar", 0);
    const [other] = first.answer.choices ?? [];
    expect(other?.options).toEqual({ semilla: Date.UTC(2026, 0, 1) / DAY, pagina: 2 });
    const line = `/recomendar semilla=${String(other?.options.semilla)} pagina=2`;
    const second = await onDay(line, 1);
    expect(ids(second)).toEqual(ids(await onDay(line, 0)));
    expect(ids(second).filter((id) => ids(first).includes(id))).toEqual([]);
  });

  it("are well rated whatever the day", async () => {
    for (const day of [0, 11, 22]) {
      for (const id of ids(await onDay("/recomendar cantidad=10", day)))
        expect(catalog.films.voteAverage.get(rowOf(id))).toBeGreaterThanOrEqual(7);
    }
  });
});

describe("what films are, in the place of a title", () => {
  it.each([
    ["terror", "genero=terror"],
    ["algo de terror", "genero=terror"],
    ["comedias francesas", "genero=comedia pais=francia"],
    ["ciencia ficción de los 80", "genero=ciencia ficción desde=1980 hasta=1989"],
    ["películas de almodóvar", "director=almodóvar"],
    ["sobre tiburones", "tema=tiburones"],
  ])("is read: %s", async (said, filters) => {
    const outcome = await starter.ask(`/recomendar ${said}`);
    expect(outcome.status).toBe("ok");
    expect(outcome.result).toEqual((await starter.ask(`/recomendar ${filters}`)).result);
    expect(outcome.answer.title).toMatch(/^(?:Bien valoradas |Terror|Comedias |Ciencia ficción )/u);
  });

  it("is told, narrowed down further, and goes on", async () => {
    const outcome = await starter.ask("/recomendar terror desde=1980 hasta=1989 cantidad=3");
    expect(outcome.answer.title).toBe("Terror de 1980 a 1989");
    for (const { id, year } of films(outcome)) {
      expect(genresOf(id)).toContain("Horror");
      expect(year).toBeGreaterThanOrEqual(1980);
      expect(year).toBeLessThanOrEqual(1989);
    }
    const [other] = outcome.answer.choices ?? [];
    expect(other?.options).toMatchObject({ genero: ["Horror"], desde: 1980, hasta: 1989, pagina: 2 });
    expect(other?.options).not.toHaveProperty("titulo");
  });

  it("is a film where that is what it is called", async () => {
    for (const [line, id] of [
      ["/recomendar psicosis", 539],
      ["/recomendar tiburón", 578],
      ["/recomendar star wars", 11],
      ["/recomendar el padrino", 238],
    ] as const)
      expect(((await starter.ask(line)).result as Recommendations).film?.id, line).toBe(id);
  });

  it("is no list of films, and no word that nobody knows", async () => {
    const list = (await starter.ask("/recomendar matrix + toy story")).result as Recommendations;
    expect(list.films.map(({ id }) => id)).toEqual([603, 862]);
    const unknown = await starter.ask("/recomendar asdfghjkl qwertyuiop");
    expect(unknown.status).toBe("empty");
  });
});
