/** Once before all tests of the program: it is compiled, and the index of the starter catalogue is built. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { openCatalog } from "../../src/catalog/open.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";

const STARTER = join(PACKAGE_ROOT, "data/starter");
const BUILDER = join(PACKAGE_ROOT, "dist/index-build/main.js");

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the starter catalogue's index, which all tests read and none changes. */
    starterIndex: string;
    /** Where the index of the full data is built by the first file that asks for it. */
    fullIndexPlace: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { compile } = (await import(pathToFileURL(join(PACKAGE_ROOT, "scripts/compile.mjs")).href)) as {
    compile(): string | undefined;
  };
  const obstacle = compile();
  if (obstacle !== undefined) throw new Error(obstacle);
  const root = await mkdtemp(join(tmpdir(), "claqueta-index-"));
  // As an operator does.
  await promisify(execFile)(process.execPath, [BUILDER, "--source", STARTER, "--out", root]);
  project.provide("starterIndex", root);
  const fullIndexPlace = await mkdtemp(join(tmpdir(), "claqueta-full-"));
  project.provide("fullIndexPlace", fullIndexPlace);
  return async () => {
    // What one test changed another may have read: opening it checks every file.
    openCatalog(root);
    await rm(root, { recursive: true, force: true });
    await rm(fullIndexPlace, { recursive: true, force: true });
  };
}
