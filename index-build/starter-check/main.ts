/** `npm run starter:check`: everything that can be checked of data/starter and data/titles-es.json. */
import { realpathSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { checkStarter } from "./check.js";

const program = process.argv[1];
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)) {
  const { lines, passed } = await checkStarter();
  process.stdout.write(`${lines.join("\n")}\n`);
  process.exitCode = passed ? 0 : 1;
}
