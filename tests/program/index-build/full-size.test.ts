/** The readers on the real files, where they are: beside the checkout, and never in it. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { readCatalog } from "../../../index-build/build.js";
import { READ_LIMITS } from "../../../index-build/read/files/limits.js";
import { openInputs } from "../../../index-build/read/files/open.js";
import { readCsv } from "../../../index-build/read/formats/csv/csv.js";
import { type PythonValue, parsePythonLiteral } from "../../../index-build/read/formats/python/literal.js";
import type { SourceCatalog } from "../../../index-build/records.js";
import { BuildReport } from "../../../index-build/report.js";

const DATA = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const absent = !existsSync(DATA);
const TIMEOUT = 120_000;

describe.skipIf(absent)(`the full dataset${absent ? " (skipped: ../shared/data is not here)" : ""}`, () => {
  let catalog: SourceCatalog;
  const report = new BuildReport();

  beforeAll(async () => {
    catalog = await readCatalog([DATA], { report });
  }, TIMEOUT);

  const films = () => [...catalog.films.values()];
  const weekdays = () =>
    films().flatMap(({ releaseDate }) =>
      releaseDate === undefined ? [] : new Date(releaseDate).getUTCDay(),
    );

  test("every file is what it is", () => {
    expect(report.files().map(({ file, kind, rows, kept }) => [file, kind, rows, kept])).toEqual([
      ["credits.csv.gz", "credits", 45_463, 45_463],
      ["keywords.csv.gz", "keywords", 46_419, 46_419],
      ["links.csv.gz", "links", 45_843, 45_843],
      ["movies_dataset.csv.gz", "movies", 45_466, 45_466],
      ["platforms/amazon_prime_titles.csv.gz", "platform-titles", 9_668, 9_668],
      ["platforms/disney_plus_titles.csv.gz", "platform-titles", 1_450, 1_450],
      ["platforms/hulu_titles.csv.gz", "platform-titles", 3_073, 3_073],
      ["platforms/netflix_titles.csv.gz", "platform-titles", 8_807, 8_807],
      ["ratings_small.csv.gz", "ratings", 57_929, 57_929],
    ]);
    expect(report.entries("unknown-header")).toMatchObject([{ file: "es_titles_reference.csv" }]);
    expect(report.entries("other-file")).toMatchObject([{ file: "README.md" }]);
  });

  test("what is told of them, and nothing else", () => {
    // Files that no reader knows may lie beside those that are read.
    const unread = new Set(["other-file", "unknown-header", "unknown-json", "unused-layout"]);
    const told = report.codes().filter(({ code }) => !unread.has(code));
    expect(Object.fromEntries(told.map(({ code, count }) => [code, count]))).toEqual({
      "shifted-row": 3,
      "duration-as-maturity": 295,
      "duplicate-film": 30,
      "duplicate-credits": 30,
      "duplicate-keywords": 987,
      "ratings-without-film": 27,
      "not-utf8": 3,
      "bad-duration": 10,
      // A description of a platform that was read as another encoding once.
      mojibake: 1,
      // Themes whose name is a blank.
      "lost-list-item": 34,
    });
    expect(report.entries("shifted-row").map(({ detail }) => detail)).toEqual(["82663", "122662", "249260"]);
  });

  test("the reference figures", () => {
    const dated = films().filter(({ releaseDate }) => releaseDate !== undefined);
    expect(catalog.films.size).toBe(45_433);
    expect(catalog.films.size - dated.length).toBe(87);
    expect(dated.filter(({ releaseDate }) => releaseDate?.slice(5, 7) === "01")).toHaveLength(5_909);
    expect(weekdays().filter((day) => day === 1)).toHaveLength(3_500);
    expect(weekdays().filter((day) => day === 5)).toHaveLength(13_902);
    expect(films().filter(({ cast }) => cast.some(({ id }) => id === 31))).toHaveLength(71);
    const directedByHanks = films().filter(({ crew }) =>
      crew.some(({ person, job }) => person.id === 31 && job === "Director"),
    );
    expect(directedByHanks).toHaveLength(3);
    const toyStory = films().filter(({ collection }) => collection?.name === "Toy Story Collection");
    expect(toyStory.reduce((sum, { revenue = 0 }) => sum + revenue, 0)).toBe(1_937_890_605);
    expect(films().filter(({ companies }) => companies.some(({ id }) => id === 3))).toHaveLength(52);
    expect(films().filter(({ countries }) => countries.some(({ code }) => code === "ES"))).toHaveLength(964);
    expect(films().filter(({ originalLanguage }) => originalLanguage === "fr")).toHaveLength(2_257);
    expect(catalog.films.get(597)).toMatchObject({ title: "Titanic", voteCount: 7_770, voteAverage: 7.5 });
    expect(catalog.platformTitles).toHaveLength(22_998);
  });

  test("billing order is known where it was entered", () => {
    const ordered = films().filter(({ castOrdered }) => castOrdered).length;
    expect(ordered).toBeGreaterThan(20_000);
    expect(ordered).toBeLessThan(20_300);
  });

  test("no name is a suffix or a number", () => {
    const names = catalog.platformTitles.flatMap(({ cast, directors }) => [...cast, ...directors]);
    expect(names.filter((name) => /^(jr|sr|ph\.?d|m\.?d|\d+)\.?$/i.test(name))).toEqual([]);
  });

  test(
    "nested cells are what Python makes of them",
    async ({ skip }) => {
      skip(spawnSync("python3", ["--version"]).status !== 0, "python3 is not here");
      const cells = [
        ...(await sample("credits.csv.gz", ["cast", "crew"], 60)),
        ...(await sample("keywords.csv.gz", ["keywords"], 30)),
        ...(await sample(
          "movies_dataset.csv.gz",
          ["genres", "belongs_to_collection", "spoken_languages"],
          30,
        )),
        ...(await sample("movies_dataset.csv.gz", ["production_companies", "production_countries"], 30)),
      ].filter((cell) => cell !== "");
      expect(cells.length).toBeGreaterThan(5_000);
      const { stdout, stderr } = spawnSync("python3", ["-c", LITERAL_EVAL], {
        input: JSON.stringify(cells),
        maxBuffer: 2 ** 28,
        encoding: "utf8",
      });
      expect(stderr).toBe("");
      const expected = stdout.trimEnd().split("\n");
      expect(expected).toHaveLength(cells.length);
      const differing = cells.filter(
        (cell, index) =>
          JSON.stringify(comparable(parsePythonLiteral(cell))) !==
          JSON.stringify(JSON.parse(expected[index] ?? "")),
      );
      expect(differing).toEqual([]);
    },
    TIMEOUT,
  );
});

/** Every `step`-th row's cells of these columns. */
async function sample(file: string, columns: readonly string[], step: number): Promise<string[]> {
  const cells: string[] = [];
  const found = { path: `${DATA}/${file}`, name: file };
  const nothing = (): void => undefined;
  for await (const input of openInputs(found, READ_LIMITS, nothing, nothing)) {
    if (input.form !== "text") throw new Error(`${file} is no text`);
    await readCsv(input.open(), READ_LIMITS, {
      onHeader: (header) => {
        const places = columns.map((column) => header.indexOf(column));
        let row = 0;
        return (all) => {
          if (row++ % step === 0) cells.push(...places.map((place) => all[place] ?? ""));
        };
      },
      onProblem: () => undefined,
    });
  }
  return cells;
}

/** A line of JSON for each cell; dicts as lists of pairs, which keep their order and any key. */
const LITERAL_EVAL = `
import ast, json, sys
def comparable(value):
    if isinstance(value, dict):
        return {"dict": [[comparable(k), comparable(v)] for k, v in value.items()]}
    return [comparable(one) for one in value] if isinstance(value, (list, tuple)) else value
for cell in json.load(sys.stdin):
    print(json.dumps(comparable(ast.literal_eval(cell))))
`;

function comparable(value: PythonValue): unknown {
  if (value instanceof Map)
    return { dict: [...value].map(([key, one]) => [comparable(key), comparable(one)]) };
  return Array.isArray(value) ? value.map(comparable) : value;
}
