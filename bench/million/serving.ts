/** An index served: how soon it answers, what each command takes, and what the program holds after all of them. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { measureProcess } from "../tools/programs/processes.js";
import { serveProgram } from "../tools/programs/servers.js";
import { duration, median, megabytes, printTable } from "../tools/table.js";
import type { Asked } from "./ask-every-command.js";

const STARTS = 3;
const TARGET = { startMs: 3000, servingMb: 1200, answerMs: 20 };
/** Every so many questions are asked of the program over HTTP, for its memory. */
const EVERY = 3;

export async function benchServing(index: string): Promise<void> {
  const starts: number[] = [];
  for (let run = 0; run < STARTS; run++) {
    const { firstLineMs } = await measureProcess("src/cli/ask.js", [
      "--json",
      "--data",
      index,
      "votos titanic",
    ]);
    starts.push(firstLineMs);
  }
  const asked = await askedOf(index);
  const { idle, after, peak } = await memoryAfter(
    index,
    asked.flatMap(({ lines }) => lines.filter((_, at) => at % EVERY === 0)),
  );
  printTable([
    {
      what: `start → first answer (median of ${STARTS})`,
      measured: duration(median(starts)),
      target: `≤ ${duration(TARGET.startMs)}`,
    },
    {
      what: "memory once it serves",
      measured: megabytes(idle),
      target: "",
    },
    {
      what: "memory after every command",
      measured: megabytes(after),
      target: `≤ ${megabytes(TARGET.servingMb)}`,
    },
    { what: "  at most", measured: megabytes(peak), target: "" },
  ]);
  printTable(asked.map(commandRow));
}

async function askedOf(index: string): Promise<readonly Asked[]> {
  const program = join(PACKAGE_ROOT, "dist/bench/million/ask-every-command.js");
  const { stdout } = await promisify(execFile)(process.execPath, [program, index], {
    maxBuffer: 1 << 28,
  });
  return JSON.parse(stdout) as readonly Asked[];
}

function commandRow({ command, times }: Asked): Record<string, string> {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    what: `/${command}`,
    questions: String(times.length),
    p50: `${at(0.5).toFixed(2)} ms`,
    p99: `${at(0.99).toFixed(2)} ms`,
    p100: `${at(1).toFixed(1)} ms`,
    target: `p99 ≤ ${TARGET.answerMs} ms`,
    met: at(0.99) <= TARGET.answerMs ? "" : "no",
  };
}

/** Resident memory, in MB, of the program as `npm start` runs it, before and after these lines were asked. */
async function memoryAfter(
  index: string,
  lines: readonly string[],
): Promise<{ readonly idle: number; readonly after: number; readonly peak: number }> {
  const server = await serveProgram(index);
  try {
    const idle = server.memory().residentMb;
    for (const line of lines)
      await (await fetch(`${server.address}/api/ask?q=${encodeURIComponent(line)}`)).arrayBuffer();
    const { residentMb, peakMb } = server.memory();
    return { idle, after: residentMb, peak: peakMb };
  } finally {
    await server.stop();
  }
}
