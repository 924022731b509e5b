/** `npm run evaluate -- TOPIC [--index DIR] [--misses]`: how right the answers are, beside peers in the same run. */
import { parseArgs } from "node:util";
import type { Catalog } from "../../src/catalog/catalog.js";
import { openCatalog } from "../../src/catalog/open.js";
import { benchData, withTemporaryFolder } from "../data.js";
import { measureProcess } from "../processes.js";
import { evaluatePeople } from "./people.js";
import { evaluateRecommend } from "./recommend/evaluate.js";
import { evaluateTitles } from "./titles.js";

const TOPICS: Readonly<Record<string, (catalog: Catalog, showMisses: boolean) => void | Promise<void>>> = {
  titles: evaluateTitles,
  people: evaluatePeople,
  recommend: evaluateRecommend,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { index: { type: "string" }, misses: { type: "boolean", default: false } },
});
const [topic] = positionals;

if (positionals.length !== 1 || !Object.hasOwn(TOPICS, topic)) {
  const topics = Object.keys(TOPICS).join("|");
  process.stderr.write(`Usage: npm run evaluate -- ${topics} [--index DIR] [--misses]\n`);
  process.exitCode = 2;
} else if (values.index !== undefined) {
  await TOPICS[topic](openCatalog(values.index), values.misses);
} else {
  const { folder } = benchData();
  await withTemporaryFolder(async (out) => {
    await measureProcess("index-build/main.js", ["--source", folder, "--out", out]);
    await TOPICS[topic](openCatalog(out), values.misses);
  });
}
