/** Films graded by reading are found by their ids; those that a catalogue lacks are left out. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readGraded } from "../../../tuning/graded.js";
import { starter } from "../../support/starter-index.js";

const { catalog } = starter;
const folder = mkdtempSync(join(tmpdir(), "claqueta-graded-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(...lines: readonly string[]): string {
  const file = join(folder, "graded.tsv");
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

describe("graded films", () => {
  it("are those of the catalogue, with the others that it has", () => {
    const file = fileOf("film\tothers", "348\t679:3 603:1 999999999:2", "999999998\t679:3");
    const [alien, ...more] = readGraded(catalog, file);
    expect(more).toEqual([]);
    expect(alien && catalog.films.title.get(alien.film)).toBe("Alien");
    expect(alien?.others.map(({ film, grade }) => [catalog.films.title.get(film), grade])).toEqual([
      ["Aliens", 3],
      ["The Matrix", 1],
    ]);
  });

  it("are refused where a line is of another kind", () => {
    expect(() => readGraded(catalog, fileOf("film\tothers", "348\t679:4"))).toThrow("is no film with others");
    expect(() => readGraded(catalog, fileOf("id,grades", "348,679"))).toThrow("no graded films");
  });

  it("that come with the project are grades from 0 to 3 of films other than the one they stand beside", () => {
    const graded = readGraded(catalog);
    expect(graded.length).toBeGreaterThan(50);
    for (const { film, others } of graded) expect(others.some((other) => other.film === film)).toBe(false);
  });
});
