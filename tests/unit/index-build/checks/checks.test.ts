import { describe, expect, test } from "vitest";
import { CHECKS, runChecks } from "../../../../index-build/checks/index.js";
import { csv, moviesCsv, type ReadResult, readFolder } from "../../../support/source-files.js";

const film = (id: number) => ({
  id: String(id),
  title: `Film ${id}`,
  release_date: "2001-02-03",
  vote_count: "1",
});
const CREDITS = ["cast", "crew", "id"];

function problem({ catalog, report }: ReadResult, minFilms = 1): string | undefined {
  try {
    runChecks(catalog, report, { minFilms });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("checks", () => {
  test("a sound source passes all", async () => {
    const read = await readFolder({
      "m.csv": moviesCsv(film(1), film(2)),
      "c.csv": csv(CREDITS, [["[]", "[]", "1"]]),
    });
    expect(problem(read, 2)).toBeUndefined();
  });

  test("too few films", async () => {
    const read = await readFolder({ "m.csv": moviesCsv(film(1)) });
    expect(problem(read, 2)).toBe("Films in the sources: 1; at least 2 were asked for.");
    expect(problem(await readFolder({ "c.csv": csv(CREDITS, []) }))).toContain("hold no film");
  });

  test("most rows refused", async () => {
    const bad = Array.from({ length: 51 }, (_, index) => ({ ...film(1), id: `x${index}` }));
    const good = Array.from({ length: 49 }, (_, index) => film(index + 1));
    expect(problem(await readFolder({ "m.csv": moviesCsv(...bad, ...good) }))).toBe(
      "Of 100 films in m.csv, 51 could not be read.",
    );
    expect(problem(await readFolder({ "m.csv": moviesCsv(...bad.slice(2), ...good) }))).toBeUndefined();
  });

  test("one bad file does not stop a good one", async () => {
    const bad = Array.from({ length: 120 }, (_, index) => ({ ...film(1), id: `x${index}` }));
    const good = Array.from({ length: 130 }, (_, index) => film(index + 1));
    const read = await readFolder({
      "bad.csv": moviesCsv(...bad),
      "m.csv": moviesCsv(...good),
      "c.csv": csv(CREDITS, [["[]", "[]", "999"]]),
      "k.csv": csv(["id", "palabras"], []),
    });
    expect(problem(read)).toBeUndefined();
    expect(read.report.entries("of-other-films")).toMatchObject([{ file: "c.csv", detail: "1" }]);
    expect(read.report.entries("unknown-header")).toMatchObject([{ file: "k.csv" }]);
  });

  test("nothing dated", async () => {
    const read = await readFolder({ "m.csv": moviesCsv({ ...film(1), release_date: "soon" }) });
    expect(problem(read)).toContain("No film has a release date");
  });

  test("an id that stands for two things", async () => {
    const { catalog, report } = await readFolder({ "m.csv": moviesCsv(film(1)) });
    const [one] = catalog.films.values();
    const films = new Map(one === undefined ? [] : [[2, one]]);
    expect(problem({ catalog: { ...catalog, films }, report })).toBe(
      "The id 2 stands for two things after merging.",
    );
  });

  test("every problem is told in both languages", async () => {
    const { catalog, report } = await readFolder({
      "m.csv": moviesCsv({ ...film(1), release_date: "soon" }),
    });
    const problems = CHECKS.flatMap((check) => check(catalog, report, { minFilms: 5 }) ?? []);
    expect(problems).toHaveLength(2);
    for (const { es, en } of problems) expect(es).not.toBe(en);
  });
});
