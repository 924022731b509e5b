/**
 * The whole way at full size: raw files → index → answers, against figures counted independently.
 * Skipped where ../shared/data is not there (a user does not have it).
 */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readLater } from "../../src/catalog/open.js";
import { eachRow } from "../../src/catalog/rows.js";
import { COMPLETION_KINDS, everyCompletion, lostValues } from "../support/completions.js";
import { FULL_DATA, fullIndex } from "../support/full-index.js";

describe.skipIf(!existsSync(FULL_DATA))("at full size (needs ../shared/data)", () => {
  const full = fullIndex();

  const question = (line: string) => full.ask(line);

  it.each([
    ["/mes enero", { month: 1, filmCount: 5909 }],
    ["/dia lunes", { weekday: 1, filmCount: 3500 }],
    ["/dia viernes", { weekday: 5, filmCount: 13902 }],
    ["/votos titanic", { film: { title: "Titanic", year: 1997 }, voteCount: 7770, voteAverage: 7.5 }],
    ["/votos matrix", { film: { title: "The Matrix", year: 1999 } }],
    [
      "/actor tom hanks",
      { person: { name: "Tom Hanks" }, filmCount: 68, directedExcluded: 3, filmsWithReturn: 40 },
    ],
    ["/actor Penelope cruz", { person: { name: "Penélope Cruz" } }],
    [
      "/director steven spielberg",
      { person: { name: "Steven Spielberg" }, filmCount: 33, filmsWithReturn: 30 },
    ],
    ["/franquicia toy story", { filmCount: 3, totalRevenue: 1937890605 }],
    [
      "/franquicia star wars",
      { collection: { name: "Star Wars Collection" }, universe: { id: "star-wars" } },
    ],
    ["/franquicia marvel", { collection: null, universe: { id: "marvel-cinematic-universe" } }],
    ["/productora pixar", { filmCount: 52, totalRevenue: 11188533734 }],
    ["/productora disney", { company: { name: "Walt Disney Pictures" }, group: { nameEs: "Disney" } }],
    ["/pais españa", { country: "ES", filmCount: 964 }],
    ["/idioma frances", { language: "fr", originalCount: 2257 }],
    ["/plataforma cantidad netflix", { platform: "netflix", movieCount: 6131, seriesCount: 2676 }],
    ["/datos", { filmCount: 45433 }],
  ])("%s", async (line, result) => {
    expect(await question(line)).toMatchObject({ status: "ok", result });
  });

  // There are 200,000 actors: a share of them, from one end to the other.
  const mostPicked = 40_000;
  it.each(COMPLETION_KINDS)("lets completions of a %s be picked", { timeout: 120_000 }, (kind) => {
    const completions = everyCompletion(full.edition, kind, "es");
    expect(completions).not.toEqual([]);
    const step = Math.ceil(completions.length / mostPicked);
    const picked = completions.filter((_, at) => at % step === 0);
    expect(lostValues(full.edition.find, kind, picked)).toEqual([]);
  });

  it("knows which films have no date", () => {
    const { films } = full.catalog;
    const undated = [...eachRow(films)].filter((row) => films.releaseDate.get(row) === undefined);
    expect(undated).toHaveLength(87);
  });

  it("sums returns over all films and over the known ones", async () => {
    const hanks = (await question("/actor tom hanks")).result as Record<string, number>;
    expect(hanks.totalReturn).toBeCloseTo(177.64, 2);
    expect(hanks.averageReturn).toBeCloseTo(2.61, 2);
    expect(hanks.averageKnownReturn).toBeCloseTo(4.44, 2);
    const spielberg = (await question("/director steven spielberg")).result as Record<string, number>;
    expect(spielberg.totalReturn).toBeCloseTo(310.0, 2);
  });

  it("offers all eleven Cinderellas, most voted first", async () => {
    const { status, answer } = await question("/votos cinderella");
    expect(status).toBe("choices");
    expect(answer.choices?.map(({ options }) => options.titulo).slice(0, 2)).toEqual([
      "tmdb:150689",
      "tmdb:11224",
    ]);
    expect(answer.choices).toHaveLength(11);
  });

  it("reads weekdays and months as people write them", async () => {
    const [miercoles, wednesday] = await Promise.all([question("/dia miercoles"), question("/dia 3")]);
    expect(miercoles.result).toEqual(wednesday.result);
    const [setiembre, september] = await Promise.all([question("/mes setiembre"), question("/mes 9")]);
    expect(setiembre.result).toEqual(september.result);
  });

  it("finds nothing rather than anything", async () => {
    expect(await question("/votos asdfghjkl")).toMatchObject({ status: "empty", result: null });
  });

  it("names no adult film, in no answer", async () => {
    const { films } = full.catalog;
    const neighbours = await readLater(full.catalog, "neighbours");
    const adult = [...eachRow(films)].filter((row) => films.adult[row] === 1);
    expect(adult).toHaveLength(9);
    for (const row of adult) {
      const found = full.edition.find.film(`tmdb:${films.id[row]}`);
      expect(found.kind).toBe("none");
      const byTitle = full.edition.find.film(films.title.get(row));
      const named = byTitle.kind === "found" ? [byTitle.value, ...byTitle.namesakes] : [];
      expect(named).not.toContain(row);
    }
    const neighboured = new Set([...eachRow(films)].flatMap((row) => [...neighbours.films.get(row)]));
    expect(adult.filter((row) => neighboured.has(row))).toEqual([]);
  });
});
