/**
 * A million films, really: files of so many are written, built by the compiled program, started and served.
 * `--films N` takes another number of films; `--with-credits` adds a file of people, whom that layout does not have;
 * BENCH_OUT names a folder in which the index stays, and BENCH_INDEX one of an index that was built before and is only
 * served.
 */
import { readdirSync, statSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readCatalog } from "../../index-build/build.js";
import { BuildReport } from "../../index-build/report.js";
import { benchData, STARTER, withTemporaryFolder } from "../tools/data/bench-data.js";
import { stageTimes, timeOfCsvAlone } from "../tools/programs/builds.js";
import { measureProcess } from "../tools/programs/processes.js";
import { duration, megabytes, printTable } from "../tools/table.js";
import { writeFilmFiles } from "./film-files.js";
import { benchServing } from "./serving.js";

const FILMS = 1_000_000;
const TARGET = "≤ 25 min, ≤ 4000 MB";

export async function benchMillion(): Promise<void> {
  const { values } = parseArgs({
    options: { films: { type: "string" }, "with-credits": { type: "boolean" } },
    allowPositionals: true,
  });
  const count = Number(values.films ?? FILMS);
  const ready = process.env.BENCH_INDEX;
  if (ready) return benchServing(ready);
  await withTemporaryFolder(async (folder) => {
    const sources = await writeSources(count, folder, values["with-credits"] === true);
    const out = process.env.BENCH_OUT ?? join(folder, "index");
    await benchBuilding(count, sources, folder, out);
    await benchServing(out);
  });
}

/** The films, and beside them all that the data has besides films: platforms, ratings, the starter catalogue. */
async function writeSources(count: number, folder: string, hasCredits: boolean): Promise<string[]> {
  const { folder: data } = benchData();
  process.stdout.write(`  writing ${count.toLocaleString("en")} films…\n`);
  const { films } = await readCatalog([...new Set([data, STARTER])], { report: new BuildReport() });
  const { movies, credits } = await writeFilmFiles([...films.values()], count, folder);
  if (!hasCredits) await rm(credits);
  const own = hasCredits ? [movies, credits] : [movies];
  const others = readdirSync(data).filter((name) => /^(?:platforms$|links|ratings)/u.test(name));
  return [...own, ...others.map((name) => join(data, name)), STARTER];
}

async function benchBuilding(
  count: number,
  sources: readonly string[],
  folder: string,
  out: string,
): Promise<void> {
  const args = [...sources.flatMap((source) => ["--source", source]), "--out", out];
  const built = await measureProcess("index-build/main.js", args);
  const parseMs = await timeOfCsvAlone(folder);
  const stages = await stageTimes(out);
  printTable([
    {
      what: `index-build, ${count.toLocaleString("en")} films`,
      time: duration(built.totalMs),
      "× peer": (built.totalMs / parseMs).toFixed(1),
      "peak memory": megabytes(built.peakMb),
      "on disk": megabytes((await bytesIn(out)) / 1e6),
      target: TARGET,
    },
    {
      what: "peer: papaparse alone",
      time: duration(parseMs),
      "× peer": "1.0",
    },
    ...Object.entries(stages).map(([stage, ms]) => ({ what: `  ${stage}`, time: duration(ms) })),
  ]);
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  return names
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
