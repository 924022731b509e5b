/** Neighbours in several threads are those of one. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, vi } from "vitest";
import type * as Threads from "../../../index-build/write/recommend/neighbour-threads.js";
import { readLaterTables } from "../../../src/catalog/open.js";
import { tableFile } from "../../../src/catalog/schema.js";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { FEATURE_TABLES, type FeatureTableName } from "../../../src/recommend/features/blocks.js";
import { LEARNED_TABLES, learned as learnedOf } from "../../../src/recommend/features/learned.js";
import { allNeighbours, interleave } from "../../../src/recommend/similarity/neighbours.js";
import { starter } from "../../support/starter-index.js";

// Every film is compared with every other: seconds, and many times that on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const { catalog } = starter;

const learned = learnedOf(await readLaterTables(catalog, LEARNED_TABLES));
const all = allNeighbours(catalog, learned, undefined);

/** A thread runs what was compiled. */
async function compiled(): Promise<typeof Threads> {
  const path = join(PACKAGE_ROOT, "dist/index-build/write/recommend/neighbour-threads.js");
  return import(/* @vite-ignore */ pathToFileURL(path).href);
}

const tables = Object.fromEntries(
  FEATURE_TABLES.map((name) => [name, readFileSync(join(catalog.folder, tableFile(name)))]),
) as unknown as Record<FeatureTableName, Uint8Array>;
const nobody = { offsets: new Int32Array(1), films: new Int32Array(0), stars: new Uint8Array(0) };

describe("neighbours shared out", () => {
  it.each([1, 3])("are the same put together from %i parts", (step) => {
    const parts = Array.from({ length: step }, (_, first) =>
      allNeighbours(catalog, learned, undefined, undefined, { first, step }),
    );
    expect(interleave(parts)).toEqual(all);
  });

  it("are the same from two threads, which tell how far they are", async () => {
    const { neighboursInThreads } = await compiled();
    let told = 0;
    const found = await neighboursInThreads({ tables, learned, ratings: nobody }, 2, (done) => {
      told = done;
    });
    expect(found).toEqual(all);
    expect(told).toBe(catalog.films.rowCount);
  });

  it("end with the error of a thread", async () => {
    const { neighboursInThreads } = await compiled();
    const broken = { ...tables, films: new Uint8Array(9) };
    const found = neighboursInThreads({ tables: broken, learned, ratings: nobody }, 2, () => {});
    await expect(found).rejects.toThrow();
  });

  it("take one thread for few films", async () => {
    const { worthThreads } = await compiled();
    expect([worthThreads(2_000, 8), worthThreads(45_000, 8), worthThreads(45_000, 0)]).toEqual([1, 8, 1]);
  });
});
