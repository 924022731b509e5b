/**
 * The most similar films of every film: how long they take, beside what memory, and how many of the first ten are those
 * of the search that leaves out none. `--films 1000000` multiplies the catalogue, of which only some films are measured,
 * or all with `--all`; `--index DIR` takes one that is there instead of building it.
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { neighboursInThreads } from "../index-build/write/recommend/neighbour-threads.js";
import { openCatalog, readLater, readLaterTables } from "../src/catalog/open.js";
import { type FilmRow, filmRow } from "../src/catalog/rows.js";
import type { FeatureTables } from "../src/recommend/features/blocks.js";
import { compileFeatures, type Features } from "../src/recommend/features/compiled.js";
import { LEARNED_TABLES, type Learned, learned as learnedOf } from "../src/recommend/features/learned.js";
import { likesOf, type UserRatings } from "../src/recommend/ratings/likes.js";
import { Tastes } from "../src/recommend/ratings/tastes.js";
import { NEIGHBOURS } from "../src/recommend/similarity/model.js";
import { NeighbourSearch } from "../src/recommend/similarity/neighbour-search.js";
import { tastesCount, weightsFor } from "../src/recommend/similarity/score.js";
import { benchData, withTemporaryFolder } from "./tools/data/bench-data.js";
import { multiplied, multipliedLearned } from "./tools/data/multiplied.js";
import { measureProcess } from "./tools/programs/processes.js";
import { duration, megabytes, printTable } from "./tools/table.js";

const TARGET = "≤ 20 s, ≤ 150 MB beside the data";
const TARGET_OF_A_MILLION = "≤ 10 min on two cores, ≤ 1.2 GB, first ten ≥ 0.97";
/** From so many films on only some are measured unless all are asked for, and the time of all is reckoned from them. */
const MANY = 100_000;
/** These in stretches, as the films of a group are looked for one after the other. */
const STRETCHES = 50;
const STRETCH = 100;
/** Films whose first ten are compared with those of the search that leaves out none. */
const COMPARED = 200;
const FIRST = 10;

/** Tables and what belongs to them. */
interface Data {
  readonly tables: FeatureTables;
  readonly learned: Learned;
  readonly ratings: UserRatings;
}

const NOBODY: UserRatings = {
  offsets: new Int32Array(1),
  films: new Int32Array(0),
  stars: new Uint8Array(0),
};

export async function benchNeighbours(): Promise<void> {
  const { values } = parseArgs({
    options: { films: { type: "string" }, index: { type: "string" }, all: { type: "boolean" } },
    allowPositionals: true,
  });
  const films = values.films === undefined ? undefined : Number(values.films);
  const all = values.all === true;
  if (values.index !== undefined) return measure(values.index, "given", films, all);
  const { name, folder } = benchData();
  await withTemporaryFolder(async (out) => {
    await measureProcess("index-build/main.js", ["--source", folder, "--out", out]);
    await measure(out, name, films, all);
  });
}

/** @param films how many to multiply them to */
async function measure(index: string, name: string, films: number | undefined, all: boolean): Promise<void> {
  const tables = openCatalog(index);
  const { films: rated, stars } = await readLater(tables, "tastes");
  const learned = learnedOf(await readLaterTables(tables, LEARNED_TABLES));
  const ratings = { offsets: rated.offsets, films: rated.values, stars: stars.values };
  if (films === undefined) {
    printTable([
      await figures({ tables, learned, ratings }, `${name} data`, TARGET, all),
      await figures({ tables, learned, ratings: NOBODY }, "without ratings", TARGET, all),
    ]);
    return;
  }
  const data = {
    tables: multiplied(tables, films),
    learned: multipliedLearned(learned, tables, films),
    ratings: NOBODY,
  };
  printTable([await figures(data, `${name} data multiplied`, TARGET_OF_A_MILLION, all)]);
}

/** @param all whether all films' neighbours are found, in threads, however many there are */
async function figures(
  { tables, learned, ratings }: Data,
  what: string,
  target: string,
  all: boolean,
): Promise<Record<string, string>> {
  globalThis.gc?.();
  const before = held();
  const started = performance.now();
  const features = compileFeatures(tables, learned);
  const prepared = performance.now() - started;
  const tastes = tastesOf(ratings, tables.films.rowCount);
  const search = new NeighbourSearch(features, weightsFor(features.facts.count, tastes), tastes);
  const { count } = features.facts;
  const sampled = timeOfSome(search, features);
  const time =
    all || count <= MANY
      ? duration(prepared + (await timeOfAll(features, ratings)))
      : `${duration(prepared + sampled * count)} on one core, reckoned`;
  return {
    what,
    films: String(count),
    prepared: duration(prepared),
    "a film": `${sampled.toFixed(3)} ms`,
    time,
    "beside the data": megabytes((held() - before) / 1e6),
    process: megabytes((process.resourceUsage().maxRSS * 1024) / 1e6),
    "first ten": recall(search, features, tastes).toFixed(4),
    target,
  };
}

function tastesOf(ratings: UserRatings, filmCount: number): Tastes | undefined {
  const likes = likesOf(ratings, filmCount);
  return tastesCount(likes.userCount) ? new Tastes(likes) : undefined;
}

/** @returns milliseconds a film, those of a few stretches of films that lie together */
function timeOfSome(search: NeighbourSearch, { groups: { films } }: Features): number {
  const started = performance.now();
  let done = 0;
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    const from = Math.floor((stretch * films.length) / STRETCHES);
    for (const film of films.subarray(from, from + STRETCH)) {
      search.best(filmRow(film), NEIGHBOURS);
      done++;
    }
  }
  return (performance.now() - started) / done;
}

/** @returns milliseconds on all cores */
async function timeOfAll(features: Features, ratings: UserRatings): Promise<number> {
  const started = performance.now();
  await neighboursInThreads({ features, ratings }, availableParallelism(), () => {});
  return performance.now() - started;
}

/** The share of some films' first ten that are found. */
function recall(search: NeighbourSearch, features: Features, tastes: Tastes | undefined): number {
  const { count } = features.facts;
  const exact = new NeighbourSearch(features, weightsFor(features.facts.count, tastes), tastes, {
    patience: count,
  });
  let wanted = 0;
  let found = 0;
  for (let at = 0; at < COMPARED; at++) {
    const film = filmRow(Math.floor((at * count) / COMPARED));
    const first = new Set(firstOf(search, film));
    for (const other of firstOf(exact, film)) {
      wanted++;
      if (first.has(other)) found++;
    }
  }
  return found / wanted;
}

/** As they are stored: the search goes on until all are found. */
function firstOf(search: NeighbourSearch, film: FilmRow): FilmRow[] {
  return search
    .best(film, NEIGHBOURS)
    .slice(0, FIRST)
    .map(([other]) => other);
}

function held(): number {
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}
