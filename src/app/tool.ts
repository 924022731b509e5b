/** What every tool of ours begins and ends with: the settings, its usage, and errors told in one line. */
import { type Locale, say } from "../chat/locale.js";
import type { Words } from "../words.js";
import { type Config, loadConfig, localeOf } from "./config/config.js";
import { loadEnvironment } from "./config/environment.js";
import { failureLine } from "./failure.js";
import { createLog, type Logger } from "./log.js";

export interface Tool<Arguments> {
  readonly usage: Words;
  /** Reads what follows the program's name; undefined for what is no usage. */
  readonly readArguments: (args: readonly string[]) => Arguments | undefined;
  /** Gives the exit code. */
  readonly run: (asked: Arguments, config: Config, log: Logger) => Promise<number> | number;
}

/** Gives the exit code: that of `run`, 1 where it fails, 2 for what is no usage. Never rejects. */
export async function runTool<Arguments>({ usage, readArguments, run }: Tool<Arguments>): Promise<number> {
  let locale: Locale = localeOf(process.env);
  let log = createLog("error", process.env);
  allowEarlyEnd(process.stdout);
  try {
    const env = loadEnvironment();
    const config = loadConfig(env);
    locale = config.locale;
    log = createLog(config.logLevel, env);
    const asked = readArguments(process.argv.slice(2));
    if (asked) return await run(asked, config, log);
    process.stderr.write(`${say(locale, usage)}\n`);
    return 2;
  } catch (error) {
    process.stderr.write(`${failureLine(error, locale, log)}\n`);
    return 1;
  }
}

/** `tool | head -1` ends reading early: what is done goes on, and nobody hears of it. */
export function allowEarlyEnd(output: NodeJS.WritableStream): void {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
