/** `npm run evaluate -- TOPIC [--index DIR]`: how right the answers are, beside peers in the same run. */
import { parseArgs } from "node:util";
import { openCatalog } from "../../src/catalog/open.js";
import { benchData, withTemporaryFolder } from "../data.js";
import { measureProcess } from "../processes.js";
import { evaluateTitles } from "./titles.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { index: { type: "string" }, misses: { type: "boolean", default: false } },
});

if (positionals.length !== 1 || positionals[0] !== "titles") {
  process.stderr.write("Usage: npm run evaluate -- titles [--index DIR] [--misses]\n");
  process.exitCode = 2;
} else if (values.index !== undefined) {
  evaluateTitles(openCatalog(values.index), values.misses);
} else {
  const { folder } = benchData();
  await withTemporaryFolder(async (out) => {
    await measureProcess("index-build/main.js", ["--source", folder, "--out", out]);
    evaluateTitles(openCatalog(out), values.misses);
  });
}
