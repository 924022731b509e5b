/**
 * What 20 refreshes leave behind in a serving process: the full index is put in its place again and again under new
 * version names, while the process answers. Memory is what the process tells of itself, with nothing collected by force.
 */
import { linkSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { openCatalog } from "../../src/catalog/open.js";
import { copyName, currentVersion, pointTo, prune } from "../../src/catalog/versions/versions.js";
import { KEPT_VERSIONS } from "../../src/refresh/run/run.js";
import { benchData, withTemporaryFolder } from "../tools/data/bench-data.js";
import { measureProcess } from "../tools/programs/processes.js";
import { type Served, serveProgram } from "../tools/programs/servers.js";
import { duration, megabytes, printTable } from "../tools/table.js";

const SWAPS = 20;
/** Which are printed; all are measured. */
const SHOWN = new Set([0, 1, 2, 3, 5, 10, 15, 20]);
/** Questions between two swaps: enough for the collector to run as it does in service. */
const QUESTIONS = 400;

interface Figures {
  readonly resident: number;
  readonly heap: number;
  readonly external: number;
}

export async function benchSwaps(): Promise<void> {
  const { name, folder } = benchData();
  await withTemporaryFolder(async (out) => {
    await measureProcess("index-build/main.js", ["--source", folder, "--out", out]);
    const version = currentVersion(out) ?? "";
    const ids = [...openCatalog(out).films.id.subarray(0, QUESTIONS)];
    const served = await serveProgram(out, "info");
    try {
      process.stdout.write(`  ${name} data\n`);
      const rows: Record<string, string>[] = [];
      const measured: Figures[] = [];
      for (let swap = 0; swap <= SWAPS; swap++) {
        await served.longestHold();
        const slowest = swap === 0 ? 0 : await swapped(out, version, swap, served, ids);
        const hold = await served.longestHold();
        await asked(served, ids);
        const figures = await memoryOf(served);
        measured.push(figures);
        if (!SHOWN.has(swap)) continue;
        rows.push({
          "after swap": String(swap),
          resident: megabytes(figures.resident),
          heap: megabytes(figures.heap),
          "outside the heap": megabytes(figures.external),
          "longest answer while it swapped": swap === 0 ? "" : duration(slowest),
          "loop held at most": swap === 0 ? "" : duration(hold),
        });
      }
      printTable(rows);
      process.stdout.write(`  ${growth(measured)}\n`);
    } finally {
      await served.stop();
    }
  });
}

/** Puts a copy in use under a new name, as a refresh does, and asks until it is. @returns the slowest answer's ms */
async function swapped(
  root: string,
  version: string,
  swap: number,
  served: Served,
  ids: readonly number[],
): Promise<number> {
  const name = copyName(version, swap + 1);
  const before = copyName(version, swap);
  mkdirSync(join(root, name));
  for (const file of readdirSync(join(root, before))) {
    linkSync(join(root, before, file), join(root, name, file));
  }
  const adopted = served.said(`"version":"${name}"`);
  let isOver = false;
  void adopted.then(() => {
    isOver = true;
  });
  pointTo(root, name);
  let slowest = 0;
  for (let at = 0; !isOver; at++) {
    const since = performance.now();
    await ask(served, ids[(swap * 7 + at) % ids.length] ?? 0);
    slowest = Math.max(slowest, performance.now() - since);
  }
  prune(root, KEPT_VERSIONS);
  return slowest;
}

async function asked(served: Served, ids: readonly number[]): Promise<void> {
  for (const [at, id] of ids.entries()) {
    await ask(served, id);
    if (at % 10 === 0) await ask(served, id, "recomendar");
    if (at % 100 === 0) await answer(served, "buscar?texto=tiburones");
  }
}

const ask = (served: Served, id: number, command = "pelicula") =>
  answer(served, `${command}?titulo=tmdb:${id}`);

async function answer({ address }: Served, question: string): Promise<void> {
  const response = await fetch(`${address}/api/${question}`);
  await response.arrayBuffer();
  if (response.status >= 500) throw new Error(`${question}: ${response.status}`);
}

async function memoryOf({ address }: Served): Promise<Figures> {
  const told = await (await fetch(`${address}/metrics`)).text();
  const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)`, "mu").exec(told)?.[1]) / 1e6;
  return {
    resident: figure("process_resident_memory_bytes"),
    heap: figure("nodejs_heap_size_used_bytes"),
    external: figure("nodejs_external_memory_bytes"),
  };
}

/** From the second swap on the version before may still be held: what counts is what comes after it. */
function growth(measured: readonly Figures[]): string {
  const mean = (from: number, to: number) => {
    const part = measured.slice(from, to + 1);
    return part.reduce((sum, { resident }) => sum + resident, 0) / part.length;
  };
  const [early, late] = [mean(2, 6), mean(SWAPS - 4, SWAPS)];
  return `resident, mean of swaps 2–6: ${megabytes(early)}, of the last five: ${megabytes(late)} (${megabytes(late - early)})`;
}
