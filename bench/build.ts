/**
 * A full build from the raw files, and beside it the least that any reader of these files has to do: decompress them
 * and split them into cells with the same CSV library. BENCH_OUT names a folder in which the index stays.
 */

import { benchData, withTemporaryFolder } from "./tools/data/bench-data.js";
import { stageTimes, timeOfCsvAlone } from "./tools/programs/builds.js";
import { measureProcess } from "./tools/programs/processes.js";
import { duration, megabytes, printTable } from "./tools/table.js";

const TARGET = { milliseconds: 60_000, megabytes: 1_200 };

export async function benchBuild(): Promise<void> {
  const { name, folder } = benchData();
  const bench = async (out: string): Promise<void> => {
    const built = await measureProcess("index-build/main.js", ["--source", folder, "--out", out]);
    const parseMs = await timeOfCsvAlone(folder);
    const stages = await stageTimes(out);
    printTable([
      {
        what: `index-build, ${name} data`,
        time: duration(built.totalMs),
        "× peer": (built.totalMs / parseMs).toFixed(1),
        "peak memory": megabytes(built.peakMb),
        target: `≤ ${duration(TARGET.milliseconds)}, ≤ ${megabytes(TARGET.megabytes)}`,
      },
      {
        what: "peer: gunzip + papaparse alone",
        time: duration(parseMs),
        "× peer": "1.0",
        "peak memory": "",
        target: "",
      },
      ...Object.entries(stages).map(([stage, ms]) => ({
        what: `  ${stage}`,
        time: duration(ms),
        "× peer": "",
        "peak memory": "",
        target: "",
      })),
    ]);
  };
  const kept = process.env.BENCH_OUT;
  await (kept ? bench(kept) : withTemporaryFolder(bench));
}
