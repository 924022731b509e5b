/**
 * `npm start`: compiles when something changed, then becomes the program.
 *
 *   node scripts/start.mjs             the bot
 *   node scripts/start.mjs ask …       a tool of src/cli
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile, MAIN, ROOT } from "./compile.mjs";

const [tool, ...rest] = process.argv.slice(2);
const entry = tool === undefined ? MAIN : join(ROOT, "dist", "src", "cli", `${tool}.js`);
const obstacle = compile();
if (obstacle === undefined && existsSync(entry)) {
  // In this process: signals and the terminal reach the program without a detour.
  process.argv = [process.argv[0], entry, ...rest];
  await import(pathToFileURL(entry).href);
} else {
  process.stderr.write(`${obstacle ?? `No existe: ${entry} · does not exist`}\n`);
  process.exitCode = 1;
}
