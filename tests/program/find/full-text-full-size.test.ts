/**
 * Questions at full size: the raw files, built into an index. Skipped where ../shared/data is not there (a user
 * does not have it).
 */
import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { eachRow } from "../../../src/catalog/rows.js";
import { tableFile } from "../../../src/catalog/schema.js";
import { openFullText } from "../../../src/find/full-text/open.js";
import type { FullText } from "../../../src/find/port.js";
import { FULL_DATA, fullIndex } from "../../support/full-index.js";

/** What was measured is 20 MB; twice the plots must not surprise anybody who runs the bot. */
const MOST_BYTES = 40e6;

describe.skipIf(!existsSync(FULL_DATA))("full text at full size (needs ../shared/data)", () => {
  const full = fullIndex();
  let fullText: FullText;

  beforeAll(async () => {
    fullText = await openFullText(full.catalog);
  });

  const titles = (question: string, limit = 5) =>
    fullText.search(question, limit).map(({ row }) => full.catalog.films.title.get(row));

  it.each([
    ["tiburones", "Jaws"],
    ["tiburón", "Jaws"],
    ["de Spielberg con dinosaurios", "Jurassic Park"],
    ["robots", "I, Robot"],
    ["viajes en el tiempo", "Back to the Future"],
    ["isla desierta", "Cast Away"],
    ["rey león", "The Lion King"],
    ["almodovar", "The Skin I Live In"],
    ["de niro mafia", "GoodFellas"],
    ["comedia romántica en navidad", "The Holiday"],
  ])("%s → %s", (question, title) => {
    expect(titles(question)[0]).toBe(title);
  });

  it.each([
    ["dinosaurios", "Jurassic Park"],
    ["robot niño", "A.I. Artificial Intelligence"],
    ["guerra", "Enemy at the Gates"],
    ["asesino en serie", "Se7en"],
    ["atraco", "Heat"],
    ["boxeo", "Million Dollar Baby"],
    ["mafia", "The Godfather"],
    ["boda", "Wedding Crashers"],
    ["zombis", "Zombieland"],
    ["brujas", "The Chronicles of Narnia: The Lion, the Witch and the Wardrobe"],
    ["cárcel fuga", "The Shawshank Redemption"],
  ])("%s finds %s among the first five", (question, title) => {
    expect(titles(question)).toContain(title);
  });

  it("finds no adult film", () => {
    const { films } = full.catalog;
    for (const row of eachRow(films)) {
      if (films.adult[row] !== 1) continue;
      expect(fullText.search(films.title.get(row), 200).map((match) => match.row)).not.toContain(row);
    }
  });

  it("stays small", () => {
    expect(full.catalog.manifest.files[tableFile("fullText")]?.bytes).toBeLessThan(MOST_BYTES);
  });
});
