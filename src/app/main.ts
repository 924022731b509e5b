/** The program: begins, ends, and tells what went wrong. What it does meanwhile stands in `run.ts`. */
import { openAhead } from "../catalog/versions/newest.js";
import { isInteractive, loadConfig, localeOf } from "./config/config.js";
import { loadEnvironment } from "./config/environment.js";
import { failureLine } from "./failure.js";
import { createLog, type Logger } from "./log.js";
import { assertFits, memoryHere } from "./memory.js";

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

  const onLog = (configured: Logger) => {
    log = configured;
  };
  await begin(stop.signal, onLog).catch((error: unknown) => {
    // Who asks us to stop while we start has not seen an error.
    if (!stop.signal.aborted) fail(error);
  });
  process.exit(0);
}

/** The index is read while the rest of the program is loaded. */
async function begin(signal: AbortSignal, onLog: (log: Logger) => void): Promise<void> {
  const env = loadEnvironment();
  const config = loadConfig(env, isInteractive());
  const log = createLog(config.logLevel, env);
  onLog(log);
  const memory = memoryHere();
  assertFits(memory, config.dataDir);
  const ahead = openAhead(config.dataDir);
  const { run } = await import("./run.js");
  await run({ config, log, memory, ahead }, signal);
}
