/**
 * The index of the full-size data, for all test files that ask it. Building takes most of a minute on two cores, so
 * the first file of a run builds it, in a process of its own as an operator does, and the others wait for it. FULL_INDEX
 * names one that this code has built just before.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { beforeAll, inject } from "vitest";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { BUILD_PATIENCE, TestIndex } from "./starter-index.js";

/** Real data at full size, which a user does not have: tests that need it are skipped without. */
export const FULL_DATA = join(PACKAGE_ROOT, "../shared/data");

const BUILDER = join(PACKAGE_ROOT, "dist/index-build/main.js");
const LOOK_AGAIN_MS = 250;

/** @returns whether the folder was not there: of several that ask at once, one is told so */
function claimed(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * @param place the run's folder for it, which is there
 * @returns the index's root
 */
async function builtOnce(place: string): Promise<string> {
  const root = join(place, "index");
  const failure = join(place, "failed");
  if (claimed(join(place, "claimed"))) {
    const part = join(place, "part");
    try {
      await promisify(execFile)(process.execPath, [BUILDER, "--source", FULL_DATA, "--out", part]);
      renameSync(part, root);
    } catch (error) {
      writeFileSync(failure, String(error));
      throw error;
    }
  }
  while (!existsSync(root)) {
    if (existsSync(failure))
      throw new Error("the index of the full data was not built: see the first file's error");
    await pause(LOOK_AGAIN_MS);
  }
  return root;
}

/** The index of the full data, built or waited for before the tests of the file or suite. Nobody may change it. */
export function fullIndex(): TestIndex {
  let root = "";
  beforeAll(async () => {
    root = process.env.FULL_INDEX ?? (await builtOnce(inject("fullIndexPlace")));
  }, BUILD_PATIENCE);
  return new TestIndex(() => root);
}
