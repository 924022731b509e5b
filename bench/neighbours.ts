/**
 * The most similar films of every film: how long they take, beside what memory, and, where there are too many films to
 * compare each with all, how many of the exact ones are found. `--films 200000` multiplies the catalogue, `--index DIR`
 * takes one that is there instead of building it.
 */
import { parseArgs } from "node:util";
import type { Catalog } from "../src/catalog/catalog.js";
import { openCatalog, readLater } from "../src/catalog/open.js";
import { Ease } from "../src/recommend/ratings/ease.js";
import { likesOf } from "../src/recommend/ratings/likes.js";
import { Tastes } from "../src/recommend/ratings/tastes.js";
import { NEIGHBOURS } from "../src/recommend/similarity/model.js";
import {
  type CandidateLimits,
  compileFeatures,
  Similarity,
} from "../src/recommend/similarity/neighbour-search.js";
import { candidateLimits } from "../src/recommend/similarity/neighbours.js";
import { tastesCount, weightsFor } from "../src/recommend/similarity/score.js";
import { benchData, withTemporaryFolder } from "./tools/data.js";
import { multiplied } from "./tools/multiplied.js";
import { measureProcess } from "./tools/processes.js";
import { duration, megabytes, printTable } from "./tools/table.js";

const TARGET = "≤ 20 s, ≤ 150 MB beside the data";
/** Films whose candidates are held against the exact ones, of each kind. */
const COMPARED = 300;
/** Of larger catalogues so many films are measured, and the time of all reckoned from it. */
const MEASURED = 5000;
/** The limits of large catalogues, held against comparing with all. */
const LARGE = 2_000_000;

export async function benchNeighbours(): Promise<void> {
  const { values } = parseArgs({
    options: { films: { type: "string" }, index: { type: "string" } },
    allowPositionals: true,
  });
  const films = values.films === undefined ? undefined : Number(values.films);
  if (values.index !== undefined) return measure(openCatalog(values.index), "given", films);
  const { name, folder } = benchData();
  await withTemporaryFolder(async (out) => {
    await measureProcess("index-build/main.js", ["--source", folder, "--out", out]);
    await measure(openCatalog(out), name, films);
  });
}

/** @param films how many to multiply them to */
async function measure(catalog: Catalog, name: string, films: number | undefined): Promise<void> {
  const tastes = await tastesOf(catalog);
  printTable([timed(catalog, tastes, `${name} data`, TARGET)]);
  process.stdout.write("\n  among candidates, as in large catalogues, on the same films\n");
  printTable(recall(catalog, tastes));
  if (films === undefined) return;
  process.stdout.write("\n  the same multiplied\n");
  const many = multiplied(catalog, films);
  printTable([timed(many, undefined, "multiplied", "")]);
  process.stdout.write("\n  among candidates, on the multiplied films\n");
  printTable(recall(many, undefined));
}

type Films = Pick<Catalog, "films"> & Parameters<typeof compileFeatures>[0];

async function tastesOf(catalog: Catalog): Promise<Tastes | undefined> {
  const table = await readLater(catalog, "tastes");
  if (!tastesCount(table.rowCount)) return undefined;
  const ratings = { offsets: table.films.offsets, films: table.films.values, stars: table.stars.values };
  const likes = likesOf(ratings, catalog.films.rowCount);
  return new Tastes(likes, new Ease(likes, table.inverse.values));
}

type Row = Record<"what" | "films" | "time" | "memory" | "target", string>;

function timed(catalog: Films, tastes: Tastes | undefined, what: string, target: string): Row {
  const count = catalog.films.rowCount;
  globalThis.gc?.();
  const before = held();
  const started = performance.now();
  const limits = candidateLimits(count);
  const similarity = new Similarity(compileFeatures(catalog), weightsFor(tastes), tastes, limits);
  const prepared = performance.now();
  const step = count > 100_000 ? count / MEASURED : 1;
  let most = held();
  let done = 0;
  for (let film = 0; film < count; film += step) {
    similarity.best(Math.floor(film), NEIGHBOURS);
    if (done++ % 1000 === 0) most = Math.max(most, held());
  }
  const each = (performance.now() - prepared) / done;
  return {
    what: `${what}, ${limits === undefined ? "each with all" : "candidates"}`,
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

/** How many of the exact neighbours are among those found by candidates: of films at random, and of known ones. */
function recall(catalog: Films, tastes: Tastes | undefined): Record<string, string>[] {
  const limits = candidateLimits(LARGE) as CandidateLimits;
  const features = compileFeatures(catalog);
  const weights = weightsFor(tastes);
  const exact = new Similarity(features, weights, tastes);
  const candidates = new Similarity(features, weights, tastes, limits);
  const count = catalog.films.rowCount;
  const known = Math.min(2000, count);
  return [
    { of: "films at random", step: count / COMPARED },
    { of: `the ${known} most voted`, step: known / COMPARED },
  ].map(({ of, step }) => {
    const shares = [10, NEIGHBOURS].map((size) => {
      let found = 0;
      for (let i = 0; i < COMPARED; i++) {
        const film = Math.floor(i * step);
        const near = new Set(candidates.best(film, size).map(([other]) => other));
        found += exact.best(film, size).filter(([other]) => near.has(other)).length / size;
      }
      return (found / COMPARED).toFixed(3);
    });
    return { of, "recall of 10": shares[0], [`recall of ${NEIGHBOURS}`]: shares[1] };
  });
}
