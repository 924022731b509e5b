/**
 * Questions at full size: raw files → facts → full text. Skipped where ../shared/data is not there (a user
 * does not have it).
 */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "../../../index-build/build.js";
import { readKeywordNames } from "../../../index-build/read/tables/spanish-names.js";
import { BuildReport } from "../../../index-build/report.js";
import { encodeFacts } from "../../../index-build/write/facts.js";
import { encodeFullText } from "../../../index-build/write/full-text/full-text.js";
import { readTable } from "../../../src/catalog/arrow/table.js";
import type { Catalog } from "../../../src/catalog/catalog.js";
import { eachRow } from "../../../src/catalog/rows.js";
import { TABLES, type TableName, tableFile } from "../../../src/catalog/schema.js";
import { openFullText } from "../../../src/find/full-text/open.js";
import type { FullText } from "../../../src/find/port.js";

const DATA = join(import.meta.dirname, "../../../../shared/data");

/** What was measured is 20 MB; twice the plots must not surprise anybody who runs the bot. */
const MOST_BYTES = 40e6;

describe.skipIf(!existsSync(DATA))("full text at full size (needs ../shared/data)", () => {
  const folder = mkdtempSync(join(tmpdir(), "claqueta-full-text-"));
  let catalog: Catalog;
  let fullText: FullText;
  let size: number;

  beforeAll(async () => {
    const source = await readCatalog([DATA], { report: new BuildReport() });
    const facts = Object.fromEntries(
      Object.entries(encodeFacts(source, await readKeywordNames())).map(([name, encoded]) => [
        name,
        readTable(encoded, TABLES[name as TableName]),
      ]),
    ) as unknown as Catalog;
    const bytes = encodeFullText(facts);
    size = bytes.length;
    writeFileSync(join(folder, tableFile("fullText")), bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const files = { [tableFile("fullText")]: { bytes: size, sha256 } };
    catalog = { ...facts, folder, manifest: { files } as unknown as Catalog["manifest"], builtAt: undefined };
    fullText = await openFullText(catalog);
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const titles = (question: string, limit = 5) =>
    fullText.search(question, limit).map(({ row }) => catalog.films.title.get(row));

  it.each([
    ["tiburones", "Jaws"],
    ["tiburón", "Jaws"],
    ["robot niño", "A.I. Artificial Intelligence"],
    ["de Spielberg con dinosaurios", "Jurassic Park"],
    ["robots", "I, Robot"],
    ["viajes en el tiempo", "Back to the Future"],
    ["guerra", "Saving Private Ryan"],
    ["asesino en serie", "Se7en"],
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
    ["atraco", "Inception"],
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
    const { films } = catalog;
    for (const row of eachRow(films)) {
      if (films.adult[row] !== 1) continue;
      expect(fullText.search(films.title.get(row), 200).map((match) => match.row)).not.toContain(row);
    }
  });

  it("stays small", () => {
    expect(size).toBeLessThan(MOST_BYTES);
  });
});
