/**
 * `npm run doctor`: looks at settings, data, ports, clock, platforms and sources, and says in one page what is in order
 * (✓), what to know (!) and what to mend (✗). Changes nothing. Exit code 1 where there is something to mend.
 */
import { localeOf } from "../app/config/config.js";
import { type Environment, loadEnvironment } from "../app/config/environment.js";
import { examine } from "../app/doctor/doctor.js";
import { exitCodeOf, pageOf } from "../app/doctor/page.js";
import { failureLine } from "../app/failure.js";
import { createLog } from "../app/log.js";
import { allowEarlyEnd } from "../app/tool.js";
import { say } from "../chat/locale.js";
import { bad, type Finding } from "../surface/finding.js";
import { OperatorError, type Words } from "../words.js";
import { isMain } from "./is-main.js";

const FILE = ".env";

const USAGE: Words = { es: "Uso: npm run doctor", en: "Usage: npm run doctor" };

async function main(): Promise<number> {
  const { env } = process;
  allowEarlyEnd(process.stdout);
  if (process.argv.length > 2) {
    process.stderr.write(`${say(localeOf(env), USAGE)}\n`);
    return 2;
  }
  try {
    const findings = await look(env);
    process.stdout.write(`${pageOf(findings, localeOf(env), env).join("\n")}\n`);
    return exitCodeOf(findings);
  } catch (error) {
    process.stderr.write(`${failureLine(error, localeOf(env), createLog("error", env))}\n`);
    return 1;
  }
}

async function look(env: Environment): Promise<readonly Finding[]> {
  try {
    loadEnvironment(FILE);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    // What of it counts cannot be known: nothing else would be told of the right settings.
    return [bad(error.words)];
  }
  return examine({ env, file: FILE, now: new Date() });
}

if (isMain(import.meta.url)) process.exitCode = await main();
