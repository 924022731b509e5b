/** `ask` from beginning to end. The index is read while the rest of the program is loaded. */
import { isInteractive, loadConfig, localeOf } from "../../app/config/config.js";
import { loadEnvironment } from "../../app/config/environment.js";
import { failureLine } from "../../app/failure.js";
import { createLog } from "../../app/log.js";
import { openAhead } from "../../catalog/versions/newest.js";
import { say } from "../../chat/locale.js";
import type { Words } from "../../words.js";
import { readAskArguments } from "./arguments.js";

/** @returns the exit code */
export async function main(): Promise<number> {
  try {
    const env = loadEnvironment();
    const config = loadConfig(env, isInteractive());
    const { dataDir, logLevel, locale } = config;
    const args = process.argv.slice(2);
    const asked = readAskArguments(args);
    const isAnswered = !("wrong" in asked || asked.help);
    const ahead = isAnswered ? openAhead(asked.data ?? dataDir) : undefined;
    const { indexHost, runAsk } = await import("./ask.js");
    const tell = (words: Words) => void process.stderr.write(`${say(locale, words)}\n`);
    const streams = { input: process.stdin, output: process.stdout, errors: process.stderr };
    return await runAsk(args, streams, indexHost({ config, log: createLog(logLevel, env), tell, ahead }));
  } catch (error) {
    process.stderr.write(`${failureLine(error, localeOf(process.env), createLog("error", process.env))}\n`);
    return 1;
  }
}
