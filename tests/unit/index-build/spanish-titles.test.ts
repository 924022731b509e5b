import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCatalog } from "../../../index-build/build.js";
import type { SpanishTitles, TitlesOfFilm } from "../../../index-build/merge/spanish-titles.js";
import { readSpanishTitles } from "../../../index-build/read/sources/tables/spanish-titles.js";
import { BuildReport } from "../../../index-build/report.js";
import { filmOf, folderWith, moviesCsv } from "../../support/source-files.js";

const homeAlone = { id: "771", title: "Home Alone", vote_count: "2487" };

function titles(byFilm: Record<number, TitlesOfFilm>): SpanishTitles {
  const entries = Object.entries(byFilm).map(([id, own]) => [Number(id), own] as const);
  const file = { file: "titles-es.json", kind: "spanish-titles", rows: entries.length, sha256: "0" };
  return { byFilm: new Map(entries), file };
}

const starterFilm = (facts: object) =>
  JSON.stringify({
    format: "claqueta-films/1",
    films: [
      {
        id: 771,
        title: "Home Alone",
        titleEs: "Solo en casa",
        released: "1990-11-09",
        genres: ["Comedy"],
        countries: ["US"],
        originalLanguage: "en",
        voteCount: 1,
        ...facts,
      },
    ],
  });

describe("our Spanish titles over a source", () => {
  test("a film without any gets them", async () => {
    const own = titles({
      771: { es: "Solo en casa", es419: "Mi pobre angelito", aka: ["Solo en casa 1", "home alone"] },
    });
    const source = folderWith({ "movies.csv": moviesCsv(homeAlone, { id: "2", title: "Other" }) });
    const report = new BuildReport();
    const catalog = await readCatalog([source], { report, titles: own });
    expect(filmOf(catalog, 771)).toMatchObject({
      title: "Home Alone",
      titleEs: "Solo en casa",
      titleEs419: "Mi pobre angelito",
      aka: ["Solo en casa 1"],
    });
    expect(filmOf(catalog, 2).titleEs).toBeUndefined();
    expect(catalog.files.at(-1)).toEqual(own.file);
    expect(report.files().at(-1)).toMatchObject({ file: "titles-es.json", rows: 1, kept: 1 });
  });

  test("ours win; what a source calls the film stays a name of it", async () => {
    const source = folderWith({
      "films.json": starterFilm({
        titleEs: "Solo en el hogar",
        titleEs419: "Mi pobre diablillo",
        aka: ["Kevin"],
      }),
    });
    const own = titles({ 771: { es: "Solo en casa", aka: [] } });
    const catalog = await readCatalog([source], { report: new BuildReport(), titles: own });
    const film = filmOf(catalog, 771);
    expect(film.titleEs).toBe("Solo en casa");
    expect(film.titleEs419).toBeUndefined();
    expect(film.aka).toEqual(["Kevin", "Solo en el hogar", "Mi pobre diablillo"]);
  });

  test("without them a source's titles stand", async () => {
    const source = folderWith({ "films.json": starterFilm({ titleEs: "Solo en el hogar" }) });
    const catalog = await readCatalog([source], { report: new BuildReport() });
    expect(filmOf(catalog, 771).titleEs).toBe("Solo en el hogar");
    expect(catalog.files.map(({ kind }) => kind)).toEqual(["starter-films"]);
  });
});

describe("films in Spanish", () => {
  async function read(language: string, title: string, original: string, own?: SpanishTitles) {
    const film = { id: "771", title, original_title: original, original_language: language };
    const source = folderWith({ "movies.csv": moviesCsv(film) });
    return filmOf(await readCatalog([source], { report: new BuildReport(), titles: own }), 771);
  }

  test("are shown under their original title", async () => {
    const film = await read("es", "The Executioner", "El verdugo");
    expect(film).toMatchObject({ title: "The Executioner", titleEs: "El verdugo" });
    expect((await read("ca", "Black Bread", "Pa negre")).titleEs).toBe("Pa negre");
  });

  test("but for a Spanish title that is known", async () => {
    const own = titles({ 771: { es: "Pan negro", aka: [] } });
    expect((await read("ca", "Black Bread", "Pa negre", own)).titleEs).toBe("Pan negro");
  });

  test("and films in other languages are not", async () => {
    expect((await read("fr", "Amélie", "Le Fabuleux Destin")).titleEs).toBeUndefined();
    expect((await read("es", "Volver", "Volver")).titleEs).toBeUndefined();
  });
});

describe("the file of the package", () => {
  test("is read with its hash", async () => {
    const { byFilm, file } = await readSpanishTitles();
    expect(byFilm.get(771)).toMatchObject({ es: "Solo en casa", es419: "Mi pobre angelito" });
    expect(file.rows).toBe(byFilm.size);
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is refused where it is damaged", async () => {
    const folder = folderWith({
      "bad.json": '{ "format": "claqueta-titles/1", "titles": [{ "id": 1, "es": "" }] }',
    });
    await expect(readSpanishTitles(join(folder, "bad.json"))).rejects.toThrow("titles");
    await expect(readSpanishTitles(join(folder, "none.json"))).rejects.toThrow("ENOENT");
  });
});

test("a film as it was planned gives way to the film as it came out", async () => {
  const planned = folderWith({
    "movies.csv": moviesCsv({
      id: "76600",
      title: "Avatar 2",
      status: "Planned",
      release_date: "2020-12-16",
      vote_count: "158",
      vote_average: "7.1",
      budget: "5",
    }),
  });
  const starter = folderWith({
    "films.json": starterFilm({
      id: 76600,
      title: "Avatar: The Way of Water",
      released: "2022-12-16",
      voteCount: undefined,
      prominence: 5,
    }),
  });
  const catalog = await readCatalog([planned, starter], { report: new BuildReport() });
  expect(filmOf(catalog, 76600)).toMatchObject({
    title: "Avatar: The Way of Water",
    releaseDate: "2022-12-16",
    budget: 5,
    voteCount: 0,
    prominence: 5,
  });
  // Those who voted for a film that was not out had not seen it.
  expect(filmOf(catalog, 76600).voteAverage).toBeUndefined();
});
