/** An index of some source folders, built by the code under test. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCatalog } from "../../index-build/build.js";
import { readKeywordNames } from "../../index-build/read/tables/keyword-names.js";
import { readPeopleNames } from "../../index-build/read/tables/people-names.js";
import { readSpanishTitles } from "../../index-build/read/tables/spanish-titles.js";
import { BuildReport } from "../../index-build/report.js";
import { writeIndex } from "../../index-build/write/index.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";

/** The starter catalogue's sources. */
export const STARTER = join(PACKAGE_ROOT, "data/starter");

/** @returns the index's root, a folder of its own that whoever asked for it removes */
export async function buildIndex(sources: readonly string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "claqueta-index-"));
  const report = new BuildReport();
  const overlays = { titles: await readSpanishTitles(), people: await readPeopleNames() };
  const catalog = await readCatalog(sources, { report, ...overlays });
  await writeIndex(catalog, root, { keywordNames: await readKeywordNames(), onStage: () => {} });
  return root;
}
