/** An index of some source folders, built by the code under test. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCatalog } from "../../index-build/build.js";
import { readOwnGroups } from "../../index-build/read/tables/groups.js";
import { readImdbPeople } from "../../index-build/read/tables/imdb-people.js";
import { readNamesInOtherLanguages } from "../../index-build/read/tables/other-languages.js";
import { readPeopleNames } from "../../index-build/read/tables/people-names.js";
import {
  readKeywordNames,
  readSeriesAliases,
  readSeriesNames,
} from "../../index-build/read/tables/spanish-names.js";
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
  const catalog = await readCatalog(sources, {
    report,
    titles: await readSpanishTitles(),
    otherLanguages: await readNamesInOtherLanguages(),
    people: await readPeopleNames(),
    groups: await readOwnGroups(),
  });
  await writeIndex(catalog, root, {
    keywordNames: await readKeywordNames(),
    seriesNames: await readSeriesNames(),
    seriesAliases: await readSeriesAliases(),
    imdbPeople: await readImdbPeople(),
    onStage: () => {},
  });
  return root;
}
