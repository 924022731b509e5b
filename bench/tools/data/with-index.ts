/** The index a benchmark asks: `BENCH_INDEX` where there is one, else one built for it and gone afterwards. */

import { measureProcess } from "../programs/processes.js";
import { benchData, STARTER, withTemporaryFolder } from "./bench-data.js";

/**
 * @param use gets the index's folder and what data it holds, for the table ("full", "starter", or the folder given).
 */
export async function withIndex(use: (index: string, name: string) => unknown): Promise<void> {
  const ready = process.env.BENCH_INDEX;
  if (ready) {
    await use(ready, ready);
    return;
  }
  const { name, folder } = benchData();
  process.stdout.write(`  building the index of the ${name} data…\n`);
  await withTemporaryFolder(async (out) => {
    const sources = [...new Set([folder, STARTER])].flatMap((source) => ["--source", source]);
    await measureProcess("index-build/main.js", [...sources, "--out", out]);
    await use(out, name);
  });
}
