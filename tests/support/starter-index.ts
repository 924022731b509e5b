/** The starter catalogue as an index in a temporary folder, built by the code under test. */
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSources } from "../../index-build/read/index.js";
import { readKeywordNames } from "../../index-build/read/tables/keyword-names.js";
import { readSpanishTitles } from "../../index-build/read/tables/spanish-titles.js";
import { BuildReport } from "../../index-build/report.js";
import { writeIndex } from "../../index-build/write/index.js";
import { openCatalog } from "../../src/catalog/open.js";
import { CURRENT_FILE } from "../../src/catalog/schema.js";
import type { Services } from "../../src/chat/context.js";
import { createServices } from "../../src/app/open-edition.js";

export const STARTER = join(import.meta.dirname, "../../data/starter");

export interface BuiltIndex {
  readonly root: string;
  readonly version: string;
  remove(): Promise<void>;
}

/** Builds an index of some source folders. */
export async function buildIndex(sources: readonly string[]): Promise<BuiltIndex> {
  const root = await mkdtemp(join(tmpdir(), "claqueta-index-"));
  const source = await readSources(sources, {
    report: new BuildReport(),
    titles: await readSpanishTitles(),
  });
  const { version } = await writeIndex(source, root, {
    keywordNames: await readKeywordNames(),
    onStage: () => {},
  });
  return { root, version, remove: () => rm(root, { recursive: true, force: true }) };
}

/** Where the starter catalogue's index lies, built once before all tests (`tests/program/global-setup.ts`). */
export const STARTER_INDEX = "CLAQUETA_TEST_STARTER_INDEX";

/** A copy of the starter catalogue's index, to do with as one likes. */
export async function starterIndex(): Promise<BuiltIndex> {
  const built = process.env[STARTER_INDEX];
  if (built === undefined) return buildIndex([STARTER]);
  const root = await mkdtemp(join(tmpdir(), "claqueta-index-"));
  await cp(built, root, { recursive: true });
  const version = (await readFile(join(root, CURRENT_FILE), "utf8")).trim();
  return { root, version, remove: () => rm(root, { recursive: true, force: true }) };
}

/** What a bot on that index answers with. */
export function servicesOf(root: string): Services {
  return createServices(openCatalog(root), { minimumVotes: 2000 });
}
