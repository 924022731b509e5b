/** Judged pairs are found among the films by title and year. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readJudgements } from "../../../tuning/judgements.js";
import { starter } from "../../support/starter-index.js";

const { catalog } = starter;
const folder = mkdtempSync(join(tmpdir(), "claqueta-judgements-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(...lines: readonly string[]): string {
  const file = join(folder, "pairs.tsv");
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

const HEADING = "title_1\tyear_1\ttitle_2\tyear_2\trating";

describe("judged pairs", () => {
  it("are those of films that are there, of that year or one beside it", () => {
    const file = fileOf(
      HEADING,
      "alien\t1979\taliens\t1986\tOK",
      "ALIEN\t1980\tthe matrix\t1999\tNOT_OK",
      "alien\t1990\taliens\t1986\tOK",
      "no such film\t1999\taliens\t1986\tOK",
    );
    const judged = readJudgements(file, catalog);
    expect(judged?.leftOut).toBe(2);
    const told = judged?.pairs.map(({ film, other, alike }) => [
      catalog.films.title.get(film),
      catalog.films.title.get(other),
      alike,
    ]);
    expect(told).toEqual([
      ["Alien", "Aliens", true],
      ["Alien", "The Matrix", false],
    ]);
  });

  it("are none where there is no file, and an error where it holds something else", () => {
    expect(readJudgements(join(folder, "nothing.tsv"), catalog)).toBeUndefined();
    expect(() => readJudgements(fileOf("id,title", "1,alien"), catalog)).toThrow("no judgements");
  });
});
