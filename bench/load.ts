/**
 * From starting the compiled program to its first answer, and its memory; beside it Node alone, and the same facts
 * read from JSON, as a bot without a prebuilt index would.
 */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openCatalog } from "../src/catalog/open.js";
import { eachRow } from "../src/catalog/rows.js";
import { withIndex } from "./tools/data/with-index.js";
import { measureProcess, type ProcessFigures } from "./tools/programs/processes.js";
import { serveProgram } from "./tools/programs/servers.js";
import { comparesStores, withStores } from "./tools/programs/stores.js";
import { duration, median, megabytes, printTable } from "./tools/table.js";

const RUNS = 7;
const TARGET = { milliseconds: 600, megabytes: 200 };

export async function benchLoad(): Promise<void> {
  await withIndex(async (out, name) => {
    if (comparesStores()) return compareStores(out, name);
    const open = timeOf(() => openCatalog(out));
    const json = jsonOfFilms(out);
    const parse = timeOf(() => JSON.parse(readFileSync(json, "utf8")));
    printTable([
      await startRow(out, `${name} data`),
      {
        what: "  of it: read and verify the whole index",
        time: duration(open),
        "peak memory": "",
        target: "",
      },
      {
        what: `peer: JSON.parse of the films table alone (${megabytes(statSync(json).size / 1e6)})`,
        time: `${duration(parse)} = ${(parse / open).toFixed(1)} × the whole index`,
        "peak memory": "",
        target: "",
      },
    ]);
  });
}

/** The program that serves, since nothing but a server opens the store. */
async function compareStores(out: string, name: string): Promise<void> {
  const rows: Record<string, string>[] = [];
  await withStores(async (stores) => {
    for (const { label, env } of stores) {
      const times: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        const started = performance.now();
        const served = await serveProgram(out, "error", env);
        await (await fetch(`${served.address}/api/votos?titulo=titanic`)).text();
        times.push(performance.now() - started);
        await served.stop();
      }
      rows.push({
        what: `server: start → first answer, ${name} data${label} (median of ${RUNS})`,
        time: duration(median(times)),
      });
    }
  });
  printTable(rows);
}

async function startRow(out: string, what: string): Promise<Record<string, string>> {
  const runs: ProcessFigures[] = [];
  for (let run = 0; run < RUNS; run++) {
    runs.push(await measureProcess("src/cli/ask.js", ["--json", "--data", out, "votos titanic"]));
  }
  return {
    what: `start → first answer, ${what} (median of ${RUNS})`,
    time: duration(median(runs.map(({ firstLineMs }) => firstLineMs))),
    "peak memory": megabytes(median(runs.map(({ peakMb }) => peakMb))),
    target: `≤ ${duration(TARGET.milliseconds)}, ≤ ${megabytes(TARGET.megabytes)}`,
  };
}

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Only the films' texts and figures: the least a bot would keep as JSON. */
function jsonOfFilms(out: string): string {
  const { films } = openCatalog(out);
  const rows = Array.from(eachRow(films), (row) => ({
    id: films.id[row],
    title: films.title.get(row),
    originalTitle: films.originalTitle.get(row),
    overview: films.overview.get(row),
    votes: films.voteCount[row],
    cast: [...films.cast.get(row)],
    keywords: [...films.keywords.get(row)],
  }));
  const file = join(out, "films.json");
  writeFileSync(file, JSON.stringify(rows));
  return file;
}
