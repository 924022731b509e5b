/**
 * The most similar films of every film: how long they take, and beside what memory. `--films 200000`
 * multiplies the catalogue, `--index DIR` takes one that is there instead of building it.
 */
import { parseArgs } from "node:util";
import { openCatalog, readLater, readLaterTables } from "../src/catalog/open.js";
import { filmRow } from "../src/catalog/rows.js";
import type { FeatureTables } from "../src/recommend/features/blocks.js";
import { compileFeatures } from "../src/recommend/features/compiled.js";
import { LEARNED_TABLES, type Learned, learned } from "../src/recommend/features/learned.js";
import { likesOf } from "../src/recommend/ratings/likes.js";
import { Tastes } from "../src/recommend/ratings/tastes.js";
import { NEIGHBOURS } from "../src/recommend/similarity/model.js";
import { NeighbourSearch } from "../src/recommend/similarity/neighbour-search.js";
import { tastesCount, weightsFor } from "../src/recommend/similarity/score.js";
import { benchData, withTemporaryFolder } from "./tools/data.js";
import { multiplied, multipliedLearned } from "./tools/multiplied.js";
import { measureProcess } from "./tools/processes.js";
import { duration, megabytes, printTable } from "./tools/table.js";

const TARGET = "≤ 20 s, ≤ 150 MB beside the data";
/** From so many films on only some are measured, and the time of all is reckoned from them. */
const MANY = 100_000;
const MEASURED = 5000;

export async function benchNeighbours(): Promise<void> {
  const { values } = parseArgs({
    options: { films: { type: "string" }, index: { type: "string" } },
    allowPositionals: true,
  });
  const films = values.films === undefined ? undefined : Number(values.films);
  if (values.index !== undefined) return measure(values.index, "given", films);
  const { name, folder } = benchData();
  await withTemporaryFolder(async (out) => {
    await measureProcess("index-build/main.js", ["--source", folder, "--out", out]);
    await measure(out, name, films);
  });
}

/** @param films how many to multiply them to */
async function measure(index: string, name: string, films: number | undefined): Promise<void> {
  const catalog = openCatalog(index);
  const { films: rated, stars, rowCount } = await readLater(catalog, "tastes");
  const own = learned(await readLaterTables(catalog, LEARNED_TABLES));
  const likes = likesOf(
    { offsets: rated.offsets, films: rated.values, stars: stars.values },
    catalog.films.rowCount,
  );
  const tastes = tastesCount(rowCount) ? new Tastes(likes) : undefined;
  printTable([timed(catalog, own, tastes, `${name} data`, TARGET)]);
  if (films === undefined) return;
  process.stdout.write("\n  the same multiplied\n");
  printTable([
    timed(multiplied(catalog, films), multipliedLearned(own, catalog, films), undefined, "multiplied", ""),
  ]);
}

function timed(
  tables: FeatureTables,
  own: Learned,
  tastes: Tastes | undefined,
  what: string,
  target: string,
): Record<string, string> {
  const count = tables.films.rowCount;
  globalThis.gc?.();
  const before = held();
  const started = performance.now();
  const search = new NeighbourSearch(compileFeatures(tables, own), weightsFor(tastes), tastes);
  const prepared = performance.now();
  const step = count > MANY ? count / MEASURED : 1;
  let most = held();
  let done = 0;
  for (let film = 0; film < count; film += step) {
    search.best(filmRow(Math.floor(film)), NEIGHBOURS);
    if (done++ % 1000 === 0) most = Math.max(most, held());
  }
  const each = (performance.now() - prepared) / done;
  return {
    what,
    films: step === 1 ? String(count) : `${count}, measured on ${done}`,
    time: duration(prepared - started + each * count),
    memory: megabytes((most - before) / 1e6),
    target,
  };
}

function held(): number {
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}
