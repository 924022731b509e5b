/** Neighbours in several threads are those of one. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, vi } from "vitest";
import type * as Threads from "../../../index-build/write/recommend/neighbour-threads.js";
import { worthThreads } from "../../../index-build/write/recommend/recommendations.js";
import type * as Thread from "../../../index-build/write/recommend/recommendations-thread.js";
import { readLaterTables } from "../../../src/catalog/open.js";
import { type TableName, tableFile } from "../../../src/catalog/schema.js";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { FEATURE_TABLES } from "../../../src/recommend/features/blocks.js";
import { compileFeatures } from "../../../src/recommend/features/compiled.js";
import { LEARNED_TABLES, learned as learnedOf } from "../../../src/recommend/features/learned.js";
import { asLists, findNeighbours, nothingFound } from "../../../src/recommend/similarity/neighbours.js";
import { starter } from "../../support/starter-index.js";

// Every film is compared with every other: seconds, and many times that on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const { catalog } = starter;
const features = compileFeatures(catalog, learnedOf(await readLaterTables(catalog, LEARNED_TABLES)));
const found = nothingFound(catalog.films.rowCount);
findNeighbours(features, undefined, found);
const all = asLists(found);

/** A thread runs what was compiled. */
async function compiled<Module>(name: string): Promise<Module> {
  const path = join(PACKAGE_ROOT, "dist/index-build/write/recommend", `${name}.js`);
  return import(/* @vite-ignore */ pathToFileURL(path).href);
}

const ratings = { offsets: new Int32Array(1), films: new Int32Array(0), stars: new Uint8Array(0) };

describe("neighbours shared out", () => {
  it("are the same from two threads, which tell how far they are", async () => {
    const { neighboursInThreads } = await compiled<typeof Threads>("neighbour-threads");
    let told = 0;
    const shared = await neighboursInThreads({ features, ratings }, 2, (done) => {
      told = Math.max(told, done);
    });
    expect(shared).toEqual(all);
    expect(told).toBe(catalog.films.rowCount);
  });

  it("end with the error of a thread", async () => {
    const { neighboursInThreads } = await compiled<typeof Threads>("neighbour-threads");
    const broken = { ...features, profiles: undefined as never };
    await expect(neighboursInThreads({ features: broken, ratings }, 2, () => {})).rejects.toThrow();
  });

  it("take one thread for few films", () => {
    expect([worthThreads(2_000, 8), worthThreads(45_000, 8), worthThreads(45_000, 0)]).toEqual([1, 8, 1]);
  });
});

describe("a thread that makes all tables of recommendations", () => {
  const encoded = new Map<TableName, Uint8Array>(
    FEATURE_TABLES.map((name) => [name, readFileSync(join(catalog.folder, tableFile(name)))]),
  );

  it("makes those of the index", async () => {
    const { recommendationsInThread } = await compiled<typeof Thread>("recommendations-thread");
    const tables = await recommendationsInThread(ratings, encoded, { threads: 2, onProgress: () => {} });
    for (const name of ["neighbours", ...LEARNED_TABLES] as const)
      expect(Buffer.compare(tables[name], readFileSync(join(catalog.folder, tableFile(name))))).toBe(0);
  });

  it("ends with its error", async () => {
    const { recommendationsInThread } = await compiled<typeof Thread>("recommendations-thread");
    const broken = new Map(encoded).set("films", new Uint8Array(9));
    const made = recommendationsInThread(ratings, broken, { threads: 2, onProgress: () => {} });
    await expect(made).rejects.toThrow();
  });
});
