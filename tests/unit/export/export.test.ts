/** What an index exports, and that index-build reads it again. */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCatalog } from "../../../index-build/build.js";
import type { FilmRecord, SourceCatalog } from "../../../index-build/records.js";
import { BuildReport } from "../../../index-build/report.js";
import { openCatalog } from "../../../src/catalog/open.js";
import { SPANISH } from "../../../src/chat/locale.js";
import { readArguments, runIndex } from "../../../src/cli/index.js";
import { exportedTables } from "../../../src/export/export.js";
import { EXPORT_FORMATS } from "../../../src/export/formats.js";
import { OperatorError } from "../../../src/words.js";
import { buildIndex } from "../../support/build-index.js";
import { readTables } from "../../support/read-tables.js";
import { csv, folderWith, moviesCsv } from "../../support/source-files.js";

const SOURCES = {
  "movies.csv": moviesCsv(
    {
      id: "219",
      imdb_id: "tt0441909",
      title: "Volver",
      original_title: "Volver",
      original_language: "es",
      release_date: "2006-03-16",
      runtime: "121",
      budget: "9400000",
      revenue: "85582407",
      popularity: "9.5",
      vote_count: "400",
      vote_average: "7.3",
      genres: "[{'id': 35, 'name': 'Comedy'}, {'id': 18, 'name': 'Drama'}]",
      production_companies: "[{'name': 'El Deseo', 'id': 49}, {'name': \"L'Autre\"}]",
      production_countries: "[{'iso_3166_1': 'ES', 'name': 'Spain'}]",
      spoken_languages: "[{'iso_639_1': 'es', 'name': 'Español'}]",
      belongs_to_collection: "{'id': 5, 'name': 'One, \"two\" Collection'}",
      overview: "Raimunda works, and lives.",
      poster_path: "/abc.jpg",
    },
    { id: "8", title: "Sin nada", original_title: "Sin nada", adult: "True" },
  ),
  "credits.csv": csv(
    ["cast", "crew", "id"],
    [
      [
        "[{'character': 'Sole', 'id': 1000, 'name': 'Lola', 'order': 0}, {'character': '', 'id': 955, 'name': 'Penélope Cruz', 'order': 1}]",
        "[{'id': 309, 'job': 'Director', 'name': 'Pedro Almodóvar'}]",
        "219",
      ],
    ],
  ),
  "keywords.csv": csv(["id", "keywords"], [["219", "[{'id': 1, 'name': 'sister'}]"]]),
};

let root: string;
let before: SourceCatalog;

beforeAll(async () => {
  const source = folderWith(SOURCES);
  before = await readCatalog([source], { report: new BuildReport() });
  root = await buildIndex([source]);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Ids below 0 are given anew by each build, which adds what a Spanish film is called and when votes were counted. */
function kept(film: FilmRecord | undefined): object {
  const { titleEs: _es, votesYear: _year, ...facts } = film ?? { id: -1 };
  return { ...facts, companies: (film?.companies ?? []).map(({ name }) => name) };
}

describe.each(EXPORT_FORMATS)("as %s", (format) => {
  test("every table is written whole, and its films are read again as they were", async () => {
    const out = join(folderWith(), "new", "folder");
    const lines: string[] = [];
    runIndex({ action: "export", format, out, data: root }, "/nowhere", SPANISH, (line) => lines.push(line));
    expect(readdirSync(out).sort()).toEqual(
      exportedTables(openCatalog(root))
        .map(({ name }) => `${name}.${format}`)
        .sort(),
    );
    expect(lines[0]).toBe(`${join(out, `films.${format}`)} · 2 filas`);
    const files = ["films", "credits", "keywords"].map((name) => join(out, `${name}.${format}`));
    const report = new BuildReport();
    const after = await readCatalog(files, { report });
    expect(report.codes()).toEqual([]);
    for (const [id, film] of before.films) expect(kept(after.films.get(id))).toEqual(kept(film));
  });

  test("one fact a row, joined by the film's id", async () => {
    const out = folderWith();
    runIndex({ action: "export", format, out }, root, SPANISH, () => undefined);
    const { tables } = await readTables(join(out, `film_crew.${format}`));
    expect(tables[0]).toMatchObject({
      header: ["film_id", "person_id", "person", "job"],
      rows: [["219", "309", "Pedro Almodóvar", "Director"]],
    });
  });
});

test("what is unknown is empty, never 0", () => {
  const out = folderWith();
  runIndex({ action: "export", format: "jsonl", out }, root, SPANISH, () => undefined);
  const lines = readFileSync(join(out, "films.jsonl"), "utf8").trimEnd().split("\n");
  const films = lines.map((line): unknown => JSON.parse(line));
  expect(films).toContainEqual(
    expect.objectContaining({
      id: 8,
      runtime: null,
      budget: null,
      return: null,
      release_date: null,
      adult: true,
    }),
  );
  expect(films).toContainEqual(
    expect.objectContaining({ id: 219, release_year: 2006, return: 85582407 / 9400000 }),
  );
});

test("the line on the terminal", () => {
  expect(readArguments(["export", "--format", "CSV"])).toEqual({
    action: "export",
    format: "csv",
    out: "export",
  });
  expect(readArguments(["export", "--format", "parquet", "--out", "x", "--data", "y"])).toEqual({
    action: "export",
    format: "parquet",
    out: "x",
    data: "y",
  });
  for (const wrong of [["export"], ["export", "--format", "xls"], ["list", "--format", "csv"]]) {
    expect(readArguments(wrong)).toBeUndefined();
  }
});

test("without an index it is said in one line", () => {
  const nowhere = folderWith();
  const run = (): void =>
    runIndex({ action: "export", format: "csv", out: nowhere }, nowhere, SPANISH, () => undefined);
  expect(run).toThrow(OperatorError);
});
