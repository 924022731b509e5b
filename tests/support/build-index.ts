/** Indexes built by the code under test, in the test's own process: a process for each costs ten times as much. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { readCatalog } from "../../index-build/build.js";
import { readOwnGroups } from "../../index-build/read/sources/tables/groups.js";
import { readImdbPeople } from "../../index-build/read/sources/tables/imdb-people.js";
import { readNamesInOtherLanguages } from "../../index-build/read/sources/tables/other-languages.js";
import { readPeopleNames } from "../../index-build/read/sources/tables/people-names.js";
import {
  readKeywordNames,
  readSeriesAliases,
  readSeriesNames,
} from "../../index-build/read/sources/tables/spanish-names.js";
import { readSpanishTitles } from "../../index-build/read/sources/tables/spanish-titles.js";
import { BuildReport } from "../../index-build/report.js";
import { run } from "../../index-build/run.js";
import { writeIndex } from "../../index-build/write/index.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { RefreshError } from "../../src/refresh/failure.js";
import { eachLine, type IndexBuild } from "../../src/refresh/run/build-index.js";

/** The starter catalogue's sources. */
export const STARTER = join(PACKAGE_ROOT, "data/starter");

/** Our own tables, read once: no build changes them. */
let tables: ReturnType<typeof readTables> | undefined;

async function readTables() {
  return {
    read: {
      titles: await readSpanishTitles(),
      otherLanguages: await readNamesInOtherLanguages(),
      people: await readPeopleNames(),
      groups: await readOwnGroups(),
    },
    written: {
      keywordNames: await readKeywordNames(),
      seriesNames: await readSeriesNames(),
      seriesAliases: await readSeriesAliases(),
      imdbPeople: await readImdbPeople(),
    },
  };
}

function ownTables(): ReturnType<typeof readTables> {
  tables ??= readTables();
  return tables;
}

/** @returns the index's root, a folder of its own that whoever asked for it removes */
export async function buildIndex(sources: readonly string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "claqueta-index-"));
  const { read, written } = await ownTables();
  const catalog = await readCatalog(sources, { report: new BuildReport(), ...read });
  await writeIndex(catalog, root, { ...written, onStage: () => {} });
  return root;
}

/** Does what the program `index-build` does that a refresh starts; it cannot be ended early. */
export async function buildHere({ sources, out, keepCurrent, onLine }: IndexBuild): Promise<string> {
  const { read, written } = await ownTables();
  const stderr = new PassThrough();
  let said = "";
  eachLine(stderr, (line) => {
    said = line;
    onLine?.(line);
  });
  let built = "";
  const args = [...sources.flatMap((source) => ["--source", source]), "--out", out, "--threads", "1"];
  const code = await run(
    [...args, ...(keepCurrent ? ["--keep-current"] : [])],
    {
      env: process.env,
      stdout: { write: () => undefined },
      stderr: { write: (text) => stderr.write(text) },
    },
    {
      ...read,
      write: (catalog, folder, options) => writeIndex(catalog, folder, { ...options, ...written }),
      onBuilt: (version) => {
        built = version;
      },
    },
  );
  if (code === 0) return built;
  await new Promise((resolve) => setImmediate(resolve));
  const why = `exit ${code}: ${said}`;
  throw new RefreshError("build", { es: why, en: why });
}
