/** Which data a benchmark runs on: the full dataset where it is there, else the starter catalogue. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../../src/package-root.js";

const FULL = join(PACKAGE_ROOT, "../shared/data");
export const STARTER = join(PACKAGE_ROOT, "data/starter");

export interface BenchData {
  readonly name: "full" | "starter";
  readonly folder: string;
}

export function benchData(): BenchData {
  if (existsSync(join(FULL, "movies_dataset.csv.gz"))) return { name: "full", folder: FULL };
  process.stdout.write("  ../shared/data is not here: the figures are those of the starter catalogue\n");
  return { name: "starter", folder: STARTER };
}

/** Runs with a folder that is gone afterwards. */
export async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "claqueta-bench-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
