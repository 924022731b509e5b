/** The program: begins, ends, and tells what went wrong. What it does meanwhile stands in `run.ts`. */
import { localeOf } from "./config/config.js";
import { failureLine } from "./failure.js";
import { createLog } from "./log.js";
import { run } from "./run.js";

/** Runs until somebody tells the process to end, and ends it. */
export async function main(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort(signal));

  // Until the configuration is read, errors are logged as they are by default.
  let log = createLog("error", process.env);
  const fail = (error: unknown) => {
    process.stderr.write(`${failureLine(error, localeOf(process.env), log)}\n`);
    process.exit(1);
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);

  const onLog = (configured: typeof log) => {
    log = configured;
  };
  await run(stop.signal, onLog).catch((error: unknown) => {
    // Who asks us to stop while we start has not seen an error.
    if (!stop.signal.aborted) fail(error);
  });
  process.exit(0);
}
